import * as vscode from 'vscode';
import { readJson } from '../../core/encoding/json';
import type { JsonObject } from '../../core/encoding/jsonNode';
import { parseToken } from '../../core/jose/parseToken';
import { tokenAtPosition } from '../documents/documentTokens';
import type { TokenPlace } from '../documents/foundToken';
import { tokenOfArgument } from '../documents/placeArgument';

/** What a new token starts from. */
export interface EncodeSource {
  readonly from: 'token' | 'selection' | 'nothing';
  /** The payload as text; undefined for a fresh claims set. */
  readonly payloadText: string | undefined;
  /** The header of the token it came from. */
  readonly header: JsonObject | undefined;
  /** What the new token may replace. */
  readonly place: TokenPlace | undefined;
}

const fresh: EncodeSource = { from: 'nothing', payloadText: undefined, header: undefined, place: undefined };

/** A JSON selection, else the token at the cursor, else nothing. */
export function encodeSource(argument: unknown): EncodeSource {
  const pointed = tokenOfArgument(argument);
  if (pointed) return tokenSource(pointed.text, pointed.place) ?? fresh;
  const editor = vscode.window.activeTextEditor;
  if (!editor) return fresh;
  const { document, selection } = editor;
  const selected = document.getText(selection);
  if (readJson(selected).node?.type === 'object') {
    const place = { uri: document.uri, range: selection, version: document.version };
    // A selected JSON serialization is a token, not its claims.
    return (
      tokenSource(selected, place) ?? { from: 'selection', payloadText: selected, header: undefined, place }
    );
  }
  const found = tokenAtPosition(document, selection.active);
  return (found && tokenSource(found.text, found.place)) ?? fresh;
}

function tokenSource(text: string, place: TokenPlace | undefined): EncodeSource | undefined {
  const token = parseToken(text);
  if (token.kind !== 'jws' || !token.payload.claims) return undefined;
  return {
    from: 'token',
    payloadText: token.payload.text,
    header: token.signatures[0].protected?.object,
    place,
  };
}
