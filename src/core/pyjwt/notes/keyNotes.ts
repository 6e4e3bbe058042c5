import { decodeBase64url } from '../../encoding/base64url';
import { utf8Bytes } from '../../encoding/bytes';
import { pyjwtAlgorithms } from '../algorithms';
import { loadDerPublicKey } from '../cryptography/derKeys';
import { isRaised } from '../exceptions';
import { PyJwk } from '../pyJwk';
import { pyjwtBase64url } from '../python/pythonBase64';
import { encodeUtf8 } from '../python/pythonDecode';
import { equals, isBytes, isList } from '../python/pythonValue';
import { guardSecret } from '../secretGuard';
import { note, type PyjwtNote } from './note';
import type { NoteContext } from './noteContext';

/** What PyJWT passes over in the key, for the algorithm the token names. */
export function keyNotes(context: NoteContext): readonly PyjwtNote[] {
  const { request, header, token, raised } = context;
  if (!token) return [];
  const { key = '' } = request;
  const alg = header.get('alg');
  const kind = typeof alg === 'string' ? pyjwtAlgorithms.get(alg)?.kind : undefined;
  return [
    ...(key instanceof PyJwk ? jwkNotes(key, context) : []),
    ...(kind === 'hmac' && !(key instanceof PyJwk) ? secretNotes(context) : []),
    ...(kind === 'ec' && !raised ? [note('signatureMalleable')] : []),
  ];
}

function jwkNotes(key: PyJwk, { header }: NoteContext): readonly PyjwtNote[] {
  const operations = key.member('key_ops');
  const speaksAgainst = [
    { member: 'use', isTrue: ![null, 'sig'].includes(key.publicKeyUse as string | null) },
    {
      member: 'key_ops',
      isTrue: operations !== null && !(isList(operations) && operations.includes('verify')),
    },
    {
      member: 'kid',
      isTrue: key.keyId !== null && header.has('kid') && !equals(key.keyId, header.get('kid')),
    },
  ];
  const loose = encodedMembers.filter((name) => {
    const value = key.member(name);
    return typeof value === 'string' && decodeBase64url(value) === undefined;
  });
  return [
    ...speaksAgainst
      .filter(({ isTrue }) => isTrue)
      .map(({ member }) => note('jwkLabelsUnchecked', { member })),
    ...loose.map((member) => note('jwkLooseEncoding', { member })),
  ];
}

/** Members of a JWK that are base64url (RFC 7518 §6). */
const encodedMembers = ['k', 'n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi', 'x', 'y'];

const keyTexts: readonly RegExp[] = [
  /-----\s*begin /i,
  /^\s*(?:sk-)?(?:ssh|ecdsa)-[a-z0-9@.-]+ AAAA/,
  /^PuTTY-User-Key-File-\d:/,
];

/** A secret the guard let through, though it is the text of a key to any reader. */
function secretNotes({ request: { key = '' } }: NoteContext): readonly PyjwtNote[] {
  const octets = typeof key === 'string' ? encodeUtf8(key) : key;
  if (!isBytes(octets) || guardSecret(octets)) return [];
  const text = new TextDecoder('latin1').decode(octets);
  const isKey = keyTexts.some((pattern) => pattern.test(text)) || octetsIn(text).some(isPublicKey);
  return isKey ? [note('secretLooksLikeKey')] : [];
}

const isPublicKey = (octets: Uint8Array): boolean => !isRaised(loadDerPublicKey(octets));

/** What the text may encode: base64 or hexadecimal without anything around it. */
function octetsIn(text: string): readonly Uint8Array[] {
  const bare = text.replace(/\s/g, '');
  const pairs = /^(?:[0-9a-f]{2})+$/i.test(bare) ? bare.match(/../g) : null;
  const base64 = pyjwtBase64url(utf8Bytes(bare));
  return [
    ...(pairs ? [Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16))] : []),
    ...(isRaised(base64) ? [] : [base64]),
  ];
}
