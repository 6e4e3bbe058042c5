import { encodeBase64url, readBase64url } from '../../encoding/base64url';
import type { SignatureAlgorithm } from '../../jose/algorithms';
import { readParts, segmentOf, type TokenParts } from '../parts';
import { firstVerifying } from '../siblings';
import { plainStance, withSegments, type Proof, type Setting, type Stance, type Variant } from '../stance';

/** Least characters of a signature that are compared, least characters of a token, first characters that are supplied. */
const limits = { signature: 8, token: 20, first: 10, endings: 256 } as const;
/** The two ends of a token that was shortened for display. */
const marks = /^(.{4,}?)(?:…|\.\.\.|\*\*\*|\[cut\])(.{4,})$/s;
/** How most headers begin: `{"alg":"`, `{"typ":"`, `{"kid":"`. */
const beginnings = ['eyJhbGciOi', 'eyJ0eXAiOi', 'eyJraWQiOi'] as const;

/** Row 8, by HMAC: the computed signature begins with what is left of the given one. */
export function recomputed(variant: Variant, setting: Setting): Promise<Proof | undefined> {
  for (const parts of variant.parts) {
    if (parts.s.length < limits.signature) continue;
    for (const { computed, proof } of computedSignatures(parts, setting))
      if (computed.length > parts.s.length && computed.startsWith(parts.s)) return Promise.resolve(proof);
  }
  return Promise.resolve(undefined);
}

/** The signature each secret gives the token, and the proof that would be. */
export function* computedSignatures(
  parts: TokenParts,
  setting: Setting,
): Generator<{ readonly computed: string; readonly proof: Proof }> {
  const stance = plainStance(parts, setting);
  for (const algorithm of stance.algorithms) {
    if (algorithm.family !== 'hmac') continue;
    for (const key of stance.keysFor(algorithm)) {
      const octets = setting.checker.hmac(algorithm, key, stance.data);
      if (!octets) continue;
      const computed = encodeBase64url(octets);
      yield { computed, proof: { key, repaired: parts.write({ s: computed }), evidence: 'recomputed' } };
    }
  }
}

/** Row 8, by trial: one or two characters at the end, or up to ten at the beginning. */
export function* endsTried(variant: Variant, setting: Setting): Generator<Stance> {
  for (const parts of variant.parts) yield* lastCharacters(plainStance(parts, setting), setting);
  const headers = setting.siblings.map(({ parts }) => parts.h.slice(0, limits.first));
  for (const beginning of new Set([...beginnings, ...headers]))
    for (let count = 1; count <= Math.min(limits.first, beginning.length); count++) {
      const text = beginning.slice(0, count) + variant.text;
      for (const parts of readParts(text)) {
        const stance = plainStance(parts, setting);
        if (parts.isStrict && parts.s !== '') yield { ...stance, gives: { repaired: text } };
      }
    }
}

function* lastCharacters(stance: Stance, setting: Setting): Generator<Stance> {
  const { s } = stance.parts;
  if (s.length < limits.token || !/^[\w-]+$/.test(s)) return;
  const widths = stance.algorithms.flatMap((algorithm) => widthsOf(algorithm, setting));
  for (const width of new Set(widths)) {
    const missing = 8 * width - 6 * s.length;
    if (missing <= 0 || missing > 8) continue;
    // What is left says all octets but the last, and the first bits of that.
    const begun = readBase64url(s).bytes;
    const rest = readBase64url(`${s}AA`).bytes[width - 1] ?? 0;
    for (let ending = 0; ending < Math.min(1 << missing, limits.endings); ending++) {
      const octets = new Uint8Array(width);
      octets.set(begun.subarray(0, width - 1));
      octets[width - 1] = rest | ending;
      yield withSegments(stance, { s: segmentOf(octets) });
    }
  }
}

/** Octets a signature can have. */
function widthsOf({ signatureBytes, kty }: SignatureAlgorithm, { keys }: Setting): readonly number[] {
  if (signatureBytes !== undefined) return [signatureBytes];
  if (kty === 'OKP') return [64, 114];
  return keys.keys.flatMap(({ key: { material } }) => (material.kty === 'RSA' ? [material.n.length] : []));
}

/** Row 8, by a sibling that begins or ends with the text, or has both its ends. */
export async function siblingAround({ text, parts }: Variant, setting: Setting): Promise<Proof | undefined> {
  const ends = marks.exec(text);
  const [, head = '', tail = ''] = ends ?? [];
  // Whole but for the signature: that is said more exactly elsewhere.
  if (parts.some(({ s, p }) => s === '' && p !== '')) {
    const isWhole = setting.siblings.some(({ parts: theirs }) =>
      parts.some(({ h, p }) => theirs.h === h && theirs.p === p),
    );
    if (isWhole) return undefined;
  }
  if (text.length < limits.token) return undefined;
  const found = await firstVerifying(setting, ({ text: theirs }) => {
    if (theirs.length <= text.length && !ends) return false;
    if (ends && theirs.startsWith(head) && theirs.endsWith(tail) && theirs.length > head.length + tail.length)
      return true;
    return theirs.startsWith(text) || theirs.endsWith(text);
  });
  return found && { key: found.key, repaired: found.sibling.text, evidence: 'sibling' };
}
