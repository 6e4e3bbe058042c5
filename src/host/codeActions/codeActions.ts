import * as vscode from 'vscode';
import { tokenAtPosition } from '../documents/documentTokens';
import { readSurfaceSettings } from '../surfaces/surfaceSettings';

const { QuickFix, Refactor } = vscode.CodeActionKind;

/** What can be done with the token at the cursor, and about what is remarked on it. */
export function registerCodeActions(): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    [{ scheme: '*' }, { notebookType: '*' }],
    {
      async provideCodeActions(document, range, { diagnostics, only }) {
        if (!readSurfaceSettings(document).codeActions) return [];
        const wants = (kind: vscode.CodeActionKind): boolean => only === undefined || only.intersects(kind);
        const found = wants(Refactor) ? tokenAtPosition(document, range.start) : undefined;
        if (diagnostics.length === 0 && !found) return [];
        const [{ remarkActions }, { tokenActions }] = await Promise.all([
          import('./remarkActions'),
          import('./tokenActions'),
        ]);
        return [
          ...(wants(QuickFix) ? remarkActions(document, diagnostics) : []),
          ...(found ? tokenActions(found) : []),
        ];
      },
    },
    { providedCodeActionKinds: [QuickFix, Refactor] },
  );
}
