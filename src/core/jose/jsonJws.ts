import { memberOf, type JsonNode, type JsonObject } from '../encoding/jsonNode';
import { readCompact } from './compact';
import {
  checkCritical,
  checkDisjoint,
  checkHeader,
  checkPresent,
  encodedHeader,
  namesOf,
} from './headerProblems';
import { signatureHeaders } from './headers';
import { endOf, stringPart, type SerializationReader } from './jsonMembers';
import { tokenLimits } from './limits';
import { isPayloadUnencoded } from './readHeader';
import { readPayload } from './readPayload';
import { readSdJwtParts } from './readSdJwtParts';
import type { Part } from './readSegment';
import { checkSignature, isJwtType } from './signatureProblems';
import type { JwsSignature, JwsToken, SdJwtParts } from './token';

/** Whether an object is, or was meant to be, a JWS (RFC 7515 §7.2). */
export function looksLikeJws(root: JsonObject): boolean {
  const has = (name: string, type: JsonNode['type']) => memberOf(root, name)?.type === type;
  return (
    has('signatures', 'array') ||
    has('signature', 'string') ||
    (has('payload', 'string') && has('protected', 'string'))
  );
}

/** Reads a flattened or general JWS; undefined where its members do not make one. */
export function readJsonJws(reader: SerializationReader, root: JsonObject): JwsToken | undefined {
  const isGeneral = memberOf(root, 'signatures') !== undefined;
  if (isGeneral) reader.refuse(root, ['protected', 'header', 'signature']);
  const payloadPart: Part = reader.part(root, 'payload') ?? { text: '', span: endOf(root) };
  const elements = isGeneral ? reader.list(root, 'signatures')?.items : [root];
  if (!elements || reader.faults > 0) return undefined;
  const [read, ...others] = readSignatures(reader, elements);
  const faultsBefore = reader.faults;
  const sdJwt = elements[0]?.type === 'object' ? readSdJwtMembers(reader, elements[0]) : undefined;
  if (!read || (!isGeneral && reader.faults > 0)) return undefined;
  const first = reader.faults > faultsBefore ? notStrict(read) : read;

  const isUnencoded = isPayloadUnencoded(first.protected);
  const isClaimsSet = isJwtType(signatureHeaders(first));
  const payload = readPayload(payloadPart, { isUnencoded, isClaimsSet }, reader.problems);
  return {
    kind: 'jws',
    serialization: isGeneral ? 'general' : 'flattened',
    text: reader.text,
    payload,
    signatures: [first, ...others.map((signature) => withSameForm(reader, signature, isUnencoded))],
    ...(sdJwt ? { sdJwt } : {}),
    problems: [],
  };
}

function readSignatures(reader: SerializationReader, elements: readonly JsonNode[]): JwsSignature[] {
  if (elements.length > tokenLimits.signatures)
    reader.problems.push({
      code: 'token.tooMany',
      facts: { name: 'signatures', count: elements.length, limit: tokenLimits.signatures },
    });
  return elements.slice(0, tokenLimits.signatures).map((element, index) => {
    return readSignature(reader, element, index);
  });
}

/** Reads one signature. Where its members are not as they must be its signature is not called strict, so that nobody verifies it. */
function readSignature(reader: SerializationReader, element: JsonNode, index: number): JwsSignature {
  const { problems } = reader;
  if (element.type !== 'object') {
    reader.fault('signatures', 'object', element.span);
    const { span } = element;
    const signature = { name: 'signature', text: '', span, bytes: undefined, isStrict: false } as const;
    return { protected: undefined, unprotected: undefined, signature };
  }
  const faultsBefore = reader.faults;
  reader.wantSingle(element);
  const header = reader.protectedHeader(element);
  const unprotected = reader.unprotectedHeader(element, 'header');
  // RFC 9901 §8.3: they stand in the first header only.
  const headerNode = memberOf(element, 'header');
  if (index > 0 && headerNode?.type === 'object') reader.refuse(headerNode, ['disclosures', 'kb_jwt']);
  const signature = reader.segment(element, 'signature', 'signature', true);
  const read: JwsSignature = {
    protected: header,
    unprotected: unprotected?.header,
    signature: reader.faults > faultsBefore ? { ...signature, isStrict: false } : signature,
  };
  const headers = signatureHeaders(read);
  const placed = encodedHeader(header);
  const names = headers.map(namesOf);
  checkPresent(names, ['alg'], placed?.span ?? element.span, problems);
  if (placed) checkHeader(placed, true, problems);
  if (unprotected) checkHeader(unprotected, false, problems);
  checkDisjoint(namesOf(header), unprotected, problems);
  checkCritical(placed, names, problems);
  if (reader.faults === faultsBefore) checkSignature(headers, signature, problems);
  return read;
}

/** RFC 7797 §3: `b64` has one value in all signatures. One that differs signs another payload and is not called strict. */
function withSameForm(
  reader: SerializationReader,
  signature: JwsSignature,
  isUnencoded: boolean,
): JwsSignature {
  if (isPayloadUnencoded(signature.protected) === isUnencoded) return signature;
  const span = signature.protected?.segment?.span ?? signature.signature.span;
  reader.problems.push({ code: 'header.inconsistent', facts: { name: 'b64' }, span });
  return notStrict(signature);
}

function notStrict(signature: JwsSignature): JwsSignature {
  return { ...signature, signature: { ...signature.signature, isStrict: false } };
}

/** The disclosures and key binding JWT of an SD-JWT in JSON stand in the first unprotected header (RFC 9901 §8.1). */
function readSdJwtMembers(reader: SerializationReader, element: JsonObject): SdJwtParts | undefined {
  const header = memberOf(element, 'header');
  if (header?.type !== 'object') return undefined;
  const list = memberOf(header, 'disclosures');
  const keyBinding = reader.part(header, 'kb_jwt');
  if (!list && !keyBinding) return undefined;
  const items = list?.type === 'array' ? list.items : [];
  if (list && (list.type !== 'array' || items.some((item) => item.type !== 'string')))
    reader.fault('disclosures', 'array of strings', list.span);
  const parts = items.slice(0, tokenLimits.disclosures).flatMap((item) => {
    return item.type === 'string' ? [stringPart(item)] : [];
  });
  const left = Math.max(0, items.length - tokenLimits.disclosures);
  return readSdJwtParts(parts, parts.length + left, keyBinding, readCompact, reader.problems);
}
