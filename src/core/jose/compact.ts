import { headerText } from './headers';
import { checkCritical, checkHeader, checkPresent, encodedHeader, namesOf } from './headerProblems';
import { tokenLimits } from './limits';
import type { Problem, SegmentName } from './problem';
import { isPayloadUnencoded, readHeader } from './readHeader';
import { beginsLikeJson, readPayload } from './readPayload';
import { readDecodedJson } from './readDecodedJson';
import { readSdJwtTail } from './readSdJwtParts';
import { partOf, readSegment, type Part } from './readSegment';
import { checkSignature, isJwtType } from './signatureProblems';
import type { JoseHeader, JweToken, JwsToken, MalformedToken, SdJwtParts, Token } from './token';

/** The pieces between the dots of a compact token. */
interface CompactParts {
  /** The first ones, up to the limit. */
  readonly parts: readonly Part[];
  /** How many there are in all. */
  readonly count: number;
  /** Offset of the `~` that ends the JWS of an SD-JWT; undefined where there is none. */
  readonly tilde: number | undefined;
}

/** Reads a text as JWS compact serialization, SD-JWT or JWE compact serialization (RFC 7515 §7.1, RFC 7516 §7.1, RFC 9901 §4). */
export function readCompact(text: string): Token {
  const problems: Problem[] = [];
  const firstPart = partOf(text, 0, firstOf(text, '.', '~'));
  const headerSegment = readSegment('header', firstPart, problems);
  const header = readHeader(headerSegment, problems);
  const isUnencoded = isPayloadUnencoded(header) && headerText([header], 'enc') === undefined;
  const compact = splitCompact(text, isUnencoded);
  const [, second, third] = compact.parts;
  if (header.object && second && third && compact.count === 3)
    return readJws(text, header, second, third, compact.tilde, isUnencoded, problems);
  if (header.object && compact.count === 5 && compact.tilde === undefined && !isUnencoded)
    return readJwe(text, header, compact.parts, problems);
  return readMalformed(text, header, compact, problems);
}

/** Under `b64: false` a `~` may belong to the payload, so that only one behind the second dot ends the JWS (RFC 7797 §5.2). */
function splitCompact(text: string, isUnencoded: boolean): CompactParts {
  const secondDot = isUnencoded ? text.indexOf('.', text.indexOf('.') + 1) : 0;
  const tilde = text.indexOf('~', secondDot);
  const end = tilde < 0 ? text.length : tilde;
  const parts: Part[] = [];
  let count = 0;
  for (let from = 0; from <= end; count++) {
    const dot = text.indexOf('.', from);
    const partEnd = dot < 0 || dot > end ? end : dot;
    if (count < tokenLimits.segments) parts.push(partOf(text, from, partEnd));
    from = partEnd + 1;
  }
  return { parts, count, tilde: tilde < 0 ? undefined : tilde };
}

function readJws(
  text: string,
  header: JoseHeader,
  payloadPart: Part,
  signaturePart: Part,
  tilde: number | undefined,
  isUnencoded: boolean,
  problems: Problem[],
): JwsToken {
  const placed = encodedHeader(header);
  if (placed) {
    const names = [namesOf(header)];
    checkPresent(names, ['alg'], placed.span, problems);
    checkHeader(placed, true, problems);
    checkCritical(placed, names, problems);
  }
  const payload = readPayload(payloadPart, { isUnencoded, isClaimsSet: isJwtType([header]) }, problems);
  const signature = readSegment('signature', signaturePart, problems);
  checkSignature([header], signature, problems);
  const sdJwt = tilde === undefined ? undefined : readSdJwtTail(text, tilde, readCompact, problems);
  return {
    kind: 'jws',
    serialization: 'compact',
    text,
    payload,
    signatures: [{ protected: header, unprotected: undefined, signature }],
    ...(sdJwt ? { sdJwt } : {}),
    problems: problems.slice(0, tokenLimits.problems),
  };
}

function readJwe(text: string, header: JoseHeader, parts: readonly Part[], problems: Problem[]): JweToken {
  const placed = encodedHeader(header);
  if (placed) {
    const names = [namesOf(header)];
    checkPresent(names, ['alg', 'enc'], placed.span, problems);
    checkHeader(placed, true, problems);
    checkCritical(placed, names, problems);
  }
  const at = (index: number): Part => parts[index] ?? partOf(text, text.length, text.length);
  return {
    kind: 'jwe',
    serialization: 'compact',
    text,
    protected: header,
    unprotected: undefined,
    recipients: [{ header: undefined, encryptedKey: readSegment('encryptedKey', at(1), problems) }],
    initializationVector: readSegment('initializationVector', at(2), problems),
    ciphertext: readSegment('ciphertext', at(3), problems),
    authenticationTag: readSegment('authenticationTag', at(4), problems),
    additionalData: undefined,
    problems: problems.slice(0, tokenLimits.problems),
  };
}

/** Neither three nor five segments, or no header: whatever can be shown of it. */
function readMalformed(
  text: string,
  header: JoseHeader,
  { parts, count, tilde }: CompactParts,
  problems: Problem[],
): MalformedToken {
  if (count !== 3 && count !== 5) problems.push({ code: 'token.segmentCount', facts: { count } });
  const names: readonly SegmentName[] = count <= 3 ? ['header', 'payload', 'signature'] : ['header'];
  const segments = parts.map((part, index) =>
    index === 0 && header.segment
      ? header.segment
      : readSegment(names[index] ?? 'unknown', part, count <= 3 ? problems : []),
  );
  const second = segments[1];
  const payload =
    second?.bytes && beginsLikeJson(second.bytes)
      ? readDecodedJson(second.name, second.bytes, second.span, problems)
      : undefined;
  const isHeader = header.object ?? beginsLikeJson(header.segment?.bytes ?? new Uint8Array(0));
  const sdJwt: SdJwtParts | undefined =
    header.object && tilde !== undefined ? readSdJwtTail(text, tilde, readCompact, problems) : undefined;
  return {
    kind: 'malformed',
    text,
    segments,
    header: isHeader ? header : undefined,
    payload,
    ...(sdJwt ? { sdJwt } : {}),
    problems: problems.slice(0, tokenLimits.problems),
  };
}

/** Offset of the first of two characters; the text's length where neither stands in it. */
function firstOf(text: string, a: string, b: string): number {
  const [first, second] = [text.indexOf(a), text.indexOf(b)].map((at) => (at < 0 ? text.length : at));
  return Math.min(first ?? text.length, second ?? text.length);
}
