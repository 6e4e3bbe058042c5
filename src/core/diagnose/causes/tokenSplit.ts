import { signatureAlgorithm } from '../../jose/algorithms';
import { stringMember } from '../../encoding/jsonNode';
import { objectOf } from '../parts';
import type { Setting } from '../stance';

const invisible = /[\s\u200b-\u200f\u2060\ufeff\u00ad]+/g;
/** The end of one string literal and the beginning of the next, and what stands between. */
const join = /["'`]\s{0,200}[+.,&\\]?\s{0,200}["'`]/g;

/** Row 5: the text without what broke it, or with the dots it lost. */
export function* withoutBreaks(text: string, setting: Setting): Generator<string> {
  yield text
    .replace(/\\\r?\n/g, '')
    .replace(join, '')
    .replace(/^[ \t]*(?:>[ \t]?)+/gm, '')
    .replace(invisible, '');
  yield text.replace(/[^A-Za-z0-9_.~+/=-]+/g, '');
  if (text.includes('.')) return;
  const pieces = text.trim().split(/[\s,|:;]+/);
  if (pieces.length === 3) yield pieces.join('.');
  yield* withDots(text.replace(invisible, ''), setting);
}

/** Places of a second `eyJ` that are tried. */
const startLimit = 6;

/** An undivided text, cut before a second beginning of JSON and at the length of the signature. */
function* withDots(text: string, { keys }: Setting): Generator<string> {
  let tried = 0;
  for (let at = text.indexOf('eyJ', 3); at > 0 && tried < startLimit; at = text.indexOf('eyJ', at + 3)) {
    tried++;
    const header = objectOf(text.slice(0, at));
    const algorithm = signatureAlgorithm(header && stringMember(header.object, 'alg'));
    if (!algorithm) continue;
    const moduli = keys.keys.flatMap(({ key: { material } }) =>
      material.kty === 'RSA' ? [material.n.length] : [],
    );
    const octets =
      algorithm.signatureBytes === undefined
        ? algorithm.kty === 'RSA'
          ? new Set([...moduli, 256, 384, 512])
          : [64, 114]
        : [algorithm.signatureBytes];
    for (const count of octets) {
      const cut = text.length - Math.ceil((8 * count) / 6);
      if (cut > at + 2) yield `${text.slice(0, at)}.${text.slice(at, cut)}.${text.slice(cut)}`;
    }
  }
}
