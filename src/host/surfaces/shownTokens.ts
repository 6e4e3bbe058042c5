import type * as vscode from 'vscode';
import { ignoredOn } from '../../core/editor/ignoreComments';
import type { LinedToken } from '../../core/detect/tokenIndex';
import { isIgnoredFile } from '../documents/ignoredFiles';
import type { TokenIndexes } from '../documents/tokenIndexes';
import type { SurfaceSettings } from './surfaceSettings';

/** The tokens of some lines that something is shown at, up to so many: none in files or on lines that are to be ignored, none while they are looked for. */
export function shownTokens(
  indexes: TokenIndexes,
  document: vscode.TextDocument,
  settings: SurfaceSettings,
  { most, lines }: { readonly most: number; readonly lines?: vscode.Range },
): readonly LinedToken[] {
  if (isIgnoredFile(document, settings.ignore)) return [];
  const shown: LinedToken[] = [];
  for (const token of indexes.tokensOf(document) ?? []) {
    if (shown.length === most) break;
    if (lines && (token.endLine < lines.start.line || token.line > lines.end.line)) continue;
    const above = token.line > 0 ? document.lineAt(token.line - 1).text : undefined;
    if (ignoredOn(document.lineAt(token.line).text, above) !== 'all') shown.push(token);
  }
  return shown;
}
