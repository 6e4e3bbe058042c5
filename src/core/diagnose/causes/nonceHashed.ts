import { hashes } from '../../crypto/hashes';
import { encodeBase64url } from '../../encoding/base64url';
import { utf8Bytes } from '../../encoding/bytes';
import type { JsonObject } from '../../encoding/jsonNode';
import { writeCompactNode } from '../../encoding/writeJson';
import { segmentOf } from '../parts';
import { withSegments, type Stance } from '../stance';

/** Row 17: the header's `nonce` was replaced by its hash before signing, as Microsoft Graph's tokens have it. */
export function* nonceHashed(stance: Stance): Generator<Stance> {
  const { header } = stance.parts;
  const nonce = header.members.findLast(({ name }) => name === 'nonce');
  if (nonce?.value.type !== 'string') return;
  const value = encodeBase64url(hashes['SHA-256'](utf8Bytes(nonce.value.value)));
  const members = header.members.map((member) =>
    member === nonce ? { ...member, value: { ...nonce.value, type: 'string' as const, value } } : member,
  );
  const hashed: JsonObject = { ...header, members };
  yield withSegments(stance, { h: segmentOf(writeCompactNode(hashed)) });
}
