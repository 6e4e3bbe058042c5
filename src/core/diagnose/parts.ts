import { encodeBase64url, readBase64url } from '../encoding/base64url';
import { concatBytes, utf8Bytes, type Bytes } from '../encoding/bytes';
import { readJson } from '../encoding/json';
import { memberOf, stringMember, type JsonObject } from '../encoding/jsonNode';
import { readUtf8 } from '../encoding/utf8';
import { headerText, signatureHeaders } from '../jose/headers';
import { parseToken } from '../jose/parseToken';
import { serializeJson } from '../jose/serialize';
import type { JwsToken } from '../jose/token';

/** The three segments of a signature, wherever they stood, and how to write the token with others in their place. */
export interface TokenParts {
  readonly h: string;
  readonly p: string;
  /** Empty where it is missing. */
  readonly s: string;
  readonly header: JsonObject;
  readonly headerText: string;
  readonly alg: string | undefined;
  readonly kid: string | undefined;
  /** Which of several signatures of a JSON serialization. */
  readonly index: number;
  /** Every segment is base64url without padding. */
  readonly isStrict: boolean;
  /** Two segments only: the second dot is missing too. */
  readonly isCut: boolean;
  /** The token with these segments in place of its own. */
  write(changed: { readonly h?: string; readonly p?: string; readonly s?: string }): string;
}

/** Signatures of one JSON serialization that are looked at. */
const signatureLimit = 8;
const lenient = /^[A-Za-z0-9_+/-]*={0,2}$/;
const strict = /^[A-Za-z0-9_-]*$/;

/** The parts of a text that is a JWS, or would be one but for padding and the other alphabet; none for any other text. */
export function readParts(text: string): readonly TokenParts[] {
  return text.startsWith('{') ? readJsonParts(text) : readCompactParts(text);
}

function readCompactParts(text: string): readonly TokenParts[] {
  const firstDot = text.indexOf('.');
  if (firstDot < 1) return [];
  const h = text.slice(0, firstDot);
  if (!lenient.test(h)) return [];
  const header = objectOf(h);
  if (!header) return [];
  const isPlain = isUnencoded(header.object);
  const secondDot = text.indexOf('.', firstDot + 1);
  const tilde = text.indexOf('~', isPlain ? Math.max(secondDot, 0) : 0);
  const end = tilde < 0 ? text.length : tilde;
  const isCut = secondDot < 0 || secondDot > end;
  const p = text.slice(firstDot + 1, isCut ? end : secondDot);
  const s = isCut ? '' : text.slice(secondDot + 1, end);
  if ((!isPlain && !lenient.test(p)) || !lenient.test(s)) return [];
  const tail = text.slice(end);
  return [
    {
      ...{ h, p, s, header: header.object, headerText: header.text, index: 0, isCut },
      alg: stringMember(header.object, 'alg'),
      kid: stringMember(header.object, 'kid'),
      isStrict: strict.test(h) && (isPlain || strict.test(p)) && strict.test(s),
      write: (changed) => `${changed.h ?? h}.${changed.p ?? p}.${changed.s ?? s}${tail}`,
    },
  ];
}

function readJsonParts(text: string): readonly TokenParts[] {
  const token = parseToken(text);
  if (token.kind !== 'jws') return [];
  return token.signatures.slice(0, signatureLimit).flatMap((signature, index) => {
    const { protected: protectedHeader } = signature;
    const headers = signatureHeaders(signature);
    const header = protectedHeader?.object ?? signature.unprotected?.object;
    if (!header) return [];
    const h = protectedHeader?.segment?.text ?? '';
    const p = token.payload.segment.text;
    const s = signature.signature.text;
    return [
      {
        ...{ h, p, s, header, index, isCut: false, headerText: protectedHeader?.text ?? '' },
        alg: headerText(headers, 'alg'),
        kid: headerText(headers, 'kid'),
        isStrict: strict.test(h) && (!token.payload.isEncoded || strict.test(p)) && strict.test(s),
        write: (changed) => writeJsonToken(token, index, changed),
      },
    ];
  });
}

function writeJsonToken(token: JwsToken, index: number, changed: Parameters<TokenParts['write']>[0]): string {
  const signatures = token.signatures.map((signature, at) => {
    const { protected: header, unprotected } = signature;
    const h = (at === index ? changed.h : undefined) ?? header?.segment?.text;
    return {
      ...(h === undefined ? {} : { protected: h }),
      ...(unprotected?.node ? { header: unprotected.node } : {}),
      signature: (at === index ? changed.s : undefined) ?? signature.signature.text,
    };
  });
  const form = token.serialization === 'general' ? 'general' : 'flattened';
  return serializeJson({ payload: changed.p ?? token.payload.segment.text, signatures }, form);
}

/** The JSON object a segment decodes to, leniently, with its text; undefined where it is none. */
export function objectOf(
  segment: string,
): { readonly object: JsonObject; readonly text: string } | undefined {
  const { bytes, deviations } = readBase64url(segment);
  if (deviations.foreignAt !== undefined || bytes.length < 2) return undefined;
  const { text, invalidAt } = readUtf8(bytes);
  if (invalidAt !== undefined || !/^\s*\{/.test(text)) return undefined;
  const { node } = readJson(text);
  return node?.type === 'object' ? { object: node, text } : undefined;
}

/** Whether the payload goes into the signing input as it is (RFC 7797). */
export function isUnencoded(header: JsonObject): boolean {
  const b64 = memberOf(header, 'b64');
  return b64?.type === 'boolean' && !b64.value;
}

/** The signing input of two segments: both stand in it as text, encoded or not. */
export function signingInput(h: string, p: string): Bytes {
  return utf8Bytes(`${h}.${p}`);
}

/** The octets a segment stands for. */
export function segmentOctets(segment: string): Bytes {
  return readBase64url(segment).bytes;
}

/** The octets of the payload, encoded or not. */
export function payloadOctets({ header, p }: TokenParts): Bytes {
  return isUnencoded(header) ? utf8Bytes(p) : segmentOctets(p);
}

/** A text as a segment. */
export function segmentOf(text: string | Bytes): string {
  return encodeBase64url(typeof text === 'string' ? utf8Bytes(text) : text);
}

/** Pieces of text as one run of octets. */
export function joinTexts(...texts: readonly (string | Bytes)[]): Bytes {
  return concatBytes(...texts.map((text) => (typeof text === 'string' ? utf8Bytes(text) : text)));
}

/** Whether `crit` lists an extension that nobody here knows (RFC 7515 §4.1.11); `b64` is known. */
export function hasUnknownCritical(header: JsonObject): boolean {
  const crit = memberOf(header, 'crit');
  if (crit?.type !== 'array') return false;
  return crit.items.some((item) => item.type === 'string' && item.value !== 'b64');
}
