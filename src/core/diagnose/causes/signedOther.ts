import { encodeBase64, encodeBase64url } from '../../encoding/base64url';
import { utf8Bytes, type Bytes } from '../../encoding/bytes';
import { encodeHex } from '../../encoding/hex';
import { hashes } from '../../crypto/hashes';
import type { Hash } from '../../jose/algorithms';
import { joinTexts, payloadOctets, segmentOctets, segmentOf } from '../parts';
import type { Stance } from '../stance';

/** The stance over other octets: no token says this, so that only the signature can be right. */
function over(stance: Stance, data: Bytes, form: string): Stance {
  return { ...stance, data, strictText: undefined, gives: { ...stance.gives, facts: { form } } };
}

/** Row 13: the digest was signed as if it were the message. */
export function* signedDigest(stance: Stance): Generator<Stance> {
  for (const algorithm of stance.algorithms) {
    const hash: Hash = algorithm.hash ?? 'SHA-512';
    const digest = hashes[hash](stance.data);
    const only = { ...stance, algorithms: [algorithm] };
    yield over(only, new Uint8Array(digest), hash);
    yield over(only, utf8Bytes(encodeHex(digest)), `${hash}, hex`);
  }
}

/** Row 14: PSS with a salt of another length. */
export function* otherSalt(stance: Stance): Generator<Stance> {
  const algorithms = stance.algorithms.filter(({ family }) => family === 'rsassa-pss');
  if (algorithms.length > 0) yield { ...stance, algorithms, isOtherSalt: true, strictText: undefined };
}

/** Row 15: the same octets were signed in another base64; a text that is padded may be just what was signed. */
export function* otherBase64(stance: Stance): Generator<Stance> {
  const { parts } = stance;
  const { h, p, isStrict } = parts;
  const octets = [segmentOctets(h), payloadOctets(parts)] as const;
  const unpadded = (text: string): string => text.replace(/=+$/, '');
  const padded = (text: string): string => text.padEnd(Math.ceil(text.length / 4) * 4, '=');
  const forms: readonly (readonly [form: string, write: (octets: Bytes) => string])[] = [
    ['padded', (bytes) => padded(encodeBase64url(bytes))],
    ['standard', (bytes) => unpadded(encodeBase64(bytes))],
    ['standardPadded', encodeBase64],
  ];
  const form = { ...stance, isFormSigned: true };
  if (!isStrict) yield over(form, utf8Bytes(`${h}.${p}`), 'asItStands');
  const own = `${segmentOf(octets[0])}.${segmentOf(octets[1])}`;
  for (const [name, write] of forms) {
    const text = `${write(octets[0])}.${write(octets[1])}`;
    // What the token itself would have been without padding and the other alphabet is no other base64.
    if (text !== own) yield over(form, utf8Bytes(text), name);
  }
  yield over(form, utf8Bytes(`${segmentOf(h)}.${segmentOf(p)}`), 'twice');
}

/** Row 16: another text of the same parts was signed. */
export function* otherText(stance: Stance): Generator<Stance> {
  const { parts } = stance;
  const { h, p } = parts;
  const [header, payload] = [segmentOctets(h), payloadOctets(parts)];
  yield over(stance, joinTexts(h, '.', p, '\n'), 'lineEnd');
  yield over(stance, joinTexts(h, '.', p, '\r\n'), 'lineEnd');
  yield over(stance, joinTexts(header, '.', payload), 'decoded');
  yield over(stance, joinTexts(header, payload), 'decodedWithoutDot');
  yield over(stance, joinTexts(h, p), 'withoutDot');
  yield over(stance, joinTexts(h, '.', payload), 'payloadDecoded');
  yield over(stance, utf8Bytes(p), 'payloadOnly');
  yield over(stance, payload, 'payloadOnlyDecoded');
}
