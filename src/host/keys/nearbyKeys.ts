import * as vscode from 'vscode';
import { constantsNear } from '../../core/keys/candidates/constantsNear';
import type { KnownKey } from '../../core/keys/key';
import type { TokenPlace } from '../documents/foundToken';
import { openDocument } from '../documents/openDocument';
import { readSettings } from '../platform/settings';
import { variableKeys, type NamedValue } from './variableKey';

/** Lines above and below the token, and characters in all, in which constants are looked for. */
const reach = 200;
const maximumCharacters = 65_536;

/** String constants near a token that are named like secrets: the document is open anyway, so no file is read. */
export async function nearbyKeys(place: TokenPlace | undefined): Promise<readonly KnownKey[]> {
  return (await Promise.all(nearbyValues(place).map(variableKeys))).flat();
}

/** The constants themselves, with where they stand. */
export function nearbyValues(place: TokenPlace | undefined): readonly NamedValue[] {
  const document = place && openDocument(place.uri);
  if (!document || !readSettings(document).nearbyConstantsEnabled) return [];
  const range = document.validateRange(
    new vscode.Range(
      Math.max(0, place.range.start.line - reach),
      0,
      place.range.end.line + reach,
      Number.MAX_SAFE_INTEGER,
    ),
  );
  const start = document.offsetAt(range.start);
  if (document.offsetAt(range.end) - start > maximumCharacters) return [];
  const path = vscode.workspace.asRelativePath(document.uri);
  return constantsNear(document.getText(range)).map(({ name, value, offset }) => ({
    name,
    value,
    uri: document.uri,
    path,
    line: document.positionAt(start + offset).line + 1,
  }));
}
