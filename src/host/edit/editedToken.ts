import * as vscode from 'vscode';
import { writePretty } from '../../core/encoding/writeJson';
import type { JsonNode } from '../../core/encoding/jsonNode';
import { parseToken } from '../../core/jose/parseToken';
import type { FoundToken } from '../documents/foundToken';
import { UserError } from '../platform/userError';

/** A token taken apart for editing. */
export interface EditedToken {
  /** The text of the document to edit. */
  readonly text: string;
  readonly headerText: string;
  readonly payloadText: string;
  readonly alg: string | undefined;
  readonly serialization: 'compact' | 'flattened';
}

/** Takes a token apart. Throws `UserError` for what cannot be put together again by signing alone. */
export function editedToken({ text }: FoundToken): EditedToken {
  const token = parseToken(text);
  if (token.kind === 'jwe')
    throw new UserError(
      vscode.l10n.t('An encrypted token cannot be edited. Decrypt it, and encode a new one.'),
    );
  if (token.kind === 'malformed')
    throw new UserError(vscode.l10n.t('This is not a whole token, so it cannot be edited.'));
  if (token.sdJwt)
    throw new UserError(
      vscode.l10n.t('An SD-JWT cannot be edited: its disclosures would no longer belong to it.'),
    );
  const { payload, serialization } = token;
  const { protected: header, unprotected } = token.signatures[0];
  if (
    serialization === 'general' ||
    unprotected ||
    !header?.object ||
    payload.isDetached ||
    !payload.isEncoded
  )
    throw new UserError(
      vscode.l10n.t(
        'Only tokens with one signature, a protected header and their own payload can be edited.',
      ),
    );
  const alg = header.object.members.findLast(({ name }) => name === 'alg')?.value;
  const payloadJson = payload.node ? indented(payload.node) : JSON.stringify(payload.text);
  return {
    text: `{\n  "header": ${indented(header.object)},\n  "payload": ${payloadJson}\n}\n`,
    headerText: header.text,
    payloadText: payload.text,
    alg: alg?.type === 'string' ? alg.value : undefined,
    serialization,
  };
}

function indented(node: JsonNode): string {
  return writePretty(node).replaceAll('\n', '\n  ');
}
