import * as vscode from 'vscode';
import { draftProblemText } from '../../core/present/draftWording';
import { visible } from '../../core/present/escape';
import { readTokenDraft } from '../../core/sign/tokenDraft';
import { readSettings } from '../platform/settings';
import { words } from '../platform/words';
import type { DraftSession } from './draftSession';

/** What is wrong with an edited token so far, as problems of its document. `now` in seconds since the epoch. */
export function draftDiagnostics(
  document: vscode.TextDocument,
  session: Pick<DraftSession, 'key'>,
  now: number,
): readonly vscode.Diagnostic[] {
  const { translate } = words(readSettings());
  const { problems } = readTokenDraft(document.getText(), now, session.key?.key.material);
  return (
    problems
      // VS Code's own JSON support points at what is no JSON.
      .filter(({ problem }) => problem.code !== 'draft.notJson')
      .map((found) => {
        const { start, end } = found.span;
        const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
        const { Error: error, Warning: warning } = vscode.DiagnosticSeverity;
        const severity = found.blocks ? error : warning;
        const diagnostic = new vscode.Diagnostic(
          range,
          visible(draftProblemText(found, translate)),
          severity,
        );
        diagnostic.source = 'JWT';
        diagnostic.code = found.problem.code;
        return diagnostic;
      })
  );
}
