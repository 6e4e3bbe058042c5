import type { Inspection } from '../inspect/inspection';
import { word, type Template, type Translate } from './wording';

/** What a hover can lead to; the order of the links is another's business. */
export const hoverActionWording = {
  inspect: 'Inspect',
  verify: 'Verify with…',
  addKey: 'Add key…',
  explain: 'Explain…',
  encode: 'Edit and sign',
  copyHeader: 'Copy header',
  copyPayload: 'Copy payload',
} as const;

export const hoverWording = {
  header: 'Header',
  payload: 'Payload',
  claim: 'Claim',
  value: 'Value and meaning',
  moreClaims: { one: 'and one more', other: 'and {count} more' },
  moreRemarks: { one: '(and one more)', other: '(and {count} more)' },
} as const satisfies Record<string, Template>;

/** What a text is, where no algorithm says it. */
export const kindWording = {
  noAlgorithm: 'Token without algorithm',
  malformed: 'Not a whole token',
  sdJwt: '{alg} SD-JWT',
  encrypted: '{alg} with {enc}',
} as const;

/** The kind of a token in a word or two: `HS256`, `RSA-OAEP with A256GCM`, `ES256 SD-JWT`. */
export function kindText({ kind, form, alg, enc }: Inspection, translate: Translate): string {
  if (alg === undefined) {
    return word(translate, kind === 'malformed' ? kindWording.malformed : kindWording.noAlgorithm);
  }
  if (form === 'encrypted') return word(translate, kindWording.encrypted, { alg, enc: enc ?? '?' });
  return form === 'sd-jwt' ? word(translate, kindWording.sdJwt, { alg }) : alg;
}
