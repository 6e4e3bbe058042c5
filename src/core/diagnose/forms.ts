import { memberOf, stringMember } from '../encoding/jsonNode';
import { readJson } from '../encoding/json';
import { readUtf8 } from '../encoding/utf8';
import { fitsAlgorithm } from '../crypto/signatures';
import { parseToken } from '../jose/parseToken';
import { signatureAlgorithm } from '../jose/algorithms';
import { decrypted } from './causes/nestedToken';
import type { CauseCode } from './codes';
import { usableKeys } from './configuredKeys';
import type { EvidenceFacts } from './diagnosis';
import { objectOf, payloadOctets, segmentOctets, type TokenParts } from './parts';
import { keysFor, type Setting, type Variant } from './stance';

/** A countable fact that rules verification out. */
export interface FormFact {
  readonly code: CauseCode;
  readonly key?: string;
  readonly facts: EvidenceFacts;
}

interface Judged {
  readonly variant: Variant;
  readonly parts: TokenParts | undefined;
  /** Every text the token may be. */
  readonly variants: readonly Variant[];
  readonly setting: Setting;
}

type FormTest = (judged: Judged) => FormFact | undefined | Promise<FormFact | undefined>;

/** The forms, in the order of precedence. */
const tests: readonly FormTest[] = [
  truncated,
  notJose,
  encrypted,
  unsecured,
  signatureMissing,
  payloadDetached,
  wrongType,
  unknownKeyId,
];

/** The first fact about the form of the token, or of its keys, that rules verification out; undefined where there is none. */
export async function formFact(
  variants: readonly Variant[],
  setting: Setting,
): Promise<FormFact | undefined> {
  const variant =
    variants.find(
      ({ parts, text }) =>
        parts.some(({ alg }) => alg !== undefined) || parseToken(text).kind === 'jwe' || isHeaderAlone(text),
    ) ?? variants[0];
  if (!variant) return undefined;
  const judged = { variant, parts: variant.parts[0], variants, setting };
  for (const test of tests) {
    const fact = await test(judged);
    if (fact) return fact;
  }
  return undefined;
}

/** Fewest octets of an EdDSA signature: of Ed25519. */
const leastEddsa = 64;

function truncated({ variant, parts }: Judged): FormFact | undefined {
  const { text } = variant;
  if (!parts) {
    return isHeaderAlone(text) ? { code: 'token-truncated', facts: { segments: 1 } } : undefined;
  }
  if (parts.isCut && !isWholePayload(parts)) return { code: 'token-truncated', facts: { segments: 2 } };
  const algorithm = signatureAlgorithm(parts.alg);
  const least = algorithm?.signatureBytes ?? (algorithm?.family === 'eddsa' ? leastEddsa : 0);
  const found = segmentOctets(parts.s).length;
  if (parts.s === '' || found >= least) return undefined;
  return { code: 'token-truncated', facts: { segments: 3, found, least } };
}

function isHeaderAlone(text: string): boolean {
  const header = /^[\w-]+$/.test(text) ? objectOf(text) : undefined;
  return stringMember(header?.object, 'alg') !== undefined;
}

function isWholePayload(parts: TokenParts): boolean {
  const { node } = readJson(readUtf8(payloadOctets(parts)).text);
  return node !== undefined;
}

/** Segments looked at in a text with more dots than any token has. */
const segmentLimit = 6;

function notJose({ variants }: Judged): FormFact | undefined {
  const isJose = variants.some(({ text, parts }) => {
    if (parts.some(({ header }) => memberOf(header, 'alg'))) return true;
    if (text.startsWith('{') && parseToken(text).kind !== 'malformed') return true;
    return text
      .split(/[.~]/, segmentLimit)
      .some((segment) => memberOf(objectOf(segment)?.object, 'alg') !== undefined);
  });
  return isJose ? undefined : { code: 'not-jose', facts: {} };
}

async function encrypted({ variant, setting }: Judged): Promise<FormFact | undefined> {
  if (parseToken(variant.text).kind !== 'jwe') return undefined;
  const opened = await decrypted(variant.text, setting);
  return { code: 'jwe', facts: {}, ...(opened ? { key: opened.key.id } : {}) };
}

function unsecured({ parts }: Judged): FormFact | undefined {
  const alg = parts?.s === '' ? parts.alg : undefined;
  return alg?.toLowerCase() === 'none' ? { code: 'unsecured', facts: { alg } } : undefined;
}

/** Behind `unsecured`: what has no signature was meant to have one. */
function signatureMissing({ parts }: Judged): FormFact | undefined {
  if (!parts || parts.s !== '' || parts.p === '') return undefined;
  return { code: 'signature-missing', facts: { alg: parts.alg ?? '' } };
}

function payloadDetached({ parts }: Judged): FormFact | undefined {
  return parts?.p === '' && parts.s !== '' ? { code: 'payload-detached', facts: {} } : undefined;
}

function wrongType({ parts, setting }: Judged): FormFact | undefined {
  const algorithm = signatureAlgorithm(parts?.alg);
  if (!parts || !algorithm || algorithm.family === 'none') return undefined;
  if (usableKeys(setting.keys.keys, parts.kid, () => true).length === 0) return undefined;
  if (keysFor(parts.kid, algorithm, setting).length > 0) return undefined;
  const needs = [algorithm.curves ?? algorithm.kty].flat().join(', ');
  return { code: 'key-wrong-type', facts: { alg: algorithm.alg, needs } };
}

function unknownKeyId({ parts, setting }: Judged): FormFact | undefined {
  const algorithm = signatureAlgorithm(parts?.alg);
  const kid = parts?.kid;
  if (!algorithm || kid === undefined) return undefined;
  const { keys } = setting.keys;
  if (keys.some((key) => key.kid === kid)) return undefined;
  const isOther = keys.some((key) => key.kid !== undefined && fitsAlgorithm(algorithm, key.key.material));
  return isOther ? { code: 'kid-unknown', facts: { kid } } : undefined;
}
