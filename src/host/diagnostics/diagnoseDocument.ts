import * as vscode from 'vscode';
import { fileMarkLines, ignoredInFile, ignoredOn, isIgnored } from '../../core/editor/ignoreComments';
import { readLevels, type Remark } from '../../core/editor/remark';
import { remarksChangeAt, remarksOn } from '../../core/editor/remarksOn';
import type { LinedToken } from '../../core/detect/tokenIndex';
import { visible } from '../../core/present/escape';
import { remarkText } from '../../core/present/remarkWording';
import { severityOf } from './severity';
import { diagnosticSource } from './source';
import { rangeOf, rangeWithin } from '../documents/tokenText';
import { readSettings } from '../platform/settings';
import { words } from '../platform/words';
import { leewayFor } from '../profiles/expectations';
import { inspectText } from '../verify/inspectText';
import { readSurfaceSettings } from '../surfaces/surfaceSettings';

/** What the diagnostics of a document are made with. */
export interface DiagnoseRequest {
  readonly document: vscode.TextDocument;
  readonly tokens: readonly LinedToken[];
  /** Seconds since the epoch. */
  readonly moment: number;
  readonly isKept: boolean;
  /** What verification found besides, by the token's text. */
  readonly verified: ReadonlyMap<string, readonly Remark[]>;
  /** Called between tokens; answers false where the work is no longer wanted. */
  readonly mayGoOn: () => Promise<boolean>;
}

export interface DocumentDiagnostics {
  readonly diagnostics: readonly vscode.Diagnostic[];
  /** When they are no longer true, in seconds since the epoch; Infinity for never. */
  readonly until: number;
}

/** Where a rule is explained. */
const rulesPage = 'https://github.com/claimcheck/claimcheck/blob/main/docs/rules.md';
/** Tokens of one document that are remarked on, at most. */
export const mostTokens = 500;

/** What there is to say of a document's tokens; undefined where it was no longer wanted. */
export async function diagnoseDocument(request: DiagnoseRequest): Promise<DocumentDiagnostics | undefined> {
  const { document, moment } = request;
  const settings = readSettings(document);
  const options = { levels: readLevels(readSurfaceSettings(document).rules), isKept: request.isKept };
  const wording = { ...words(settings), moment };
  const inFile = ignoredInFile(document.getText(new vscode.Range(0, 0, fileMarkLines, 0)));
  const diagnostics: vscode.Diagnostic[] = [];
  let until = Infinity;
  if (inFile === 'all') return { diagnostics, until };
  for (const found of request.tokens.slice(0, mostTokens)) {
    if (!(await request.mayGoOn())) return undefined;
    const { line } = found;
    const above = line > 0 ? document.lineAt(line - 1).text : undefined;
    const onLine = ignoredOn(document.lineAt(line).text, above);
    if (onLine === 'all') continue;
    const range = rangeOf(found);
    const text = document.getText(range);
    const { token, inspection } = inspectText(text, settings, moment);
    until = Math.min(until, remarksChangeAt(inspection, leewayFor(token, settings)));
    const remarks = [...remarksOn(inspection, options), ...(request.verified.get(text) ?? [])];
    for (const remark of remarks) {
      if (isIgnored(remark.code, inFile, onLine)) continue;
      const place = remark.span ? rangeWithin(range.start, text, remark.span) : range;
      const diagnostic = new vscode.Diagnostic(
        place.isEmpty ? range : place,
        visible(remarkText(remark, wording)),
        severityOf[remark.severity],
      );
      diagnostic.source = diagnosticSource;
      diagnostic.code = { value: remark.code, target: vscode.Uri.parse(`${rulesPage}#${remark.code}`) };
      diagnostics.push(diagnostic);
    }
  }
  return { diagnostics, until };
}
