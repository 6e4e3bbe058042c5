import * as vscode from 'vscode';
import type { FoundToken } from './foundToken';

/** What a tab about a token says: the file and line it stands in, and nothing of the token. */
export function nameOfToken({ place }: FoundToken): string {
  if (!place) return vscode.l10n.t('Token');
  const name = place.uri.path.slice(place.uri.path.lastIndexOf('/') + 1);
  return vscode.l10n.t('Token of {name} {line}', { name, line: place.range.start.line + 1 });
}
