import { memberOf, type JsonNode, type JsonObject } from '../encoding/jsonNode';
import {
  checkCritical,
  checkDisjoint,
  checkHeader,
  checkPresent,
  encodedHeader,
  namesOf,
} from './headerProblems';
import { headerText } from './headers';
import type { SerializationReader } from './jsonMembers';
import { tokenLimits } from './limits';
import { readSegment } from './readSegment';
import type { JoseHeader, JweRecipient, JweToken } from './token';

/** What the headers that all recipients share hold; looked at once, for there may be many recipients. */
interface SharedHeaders {
  readonly names: readonly ReadonlySet<string>[];
  readonly enc: string | undefined;
}

/** Whether an object is, or was meant to be, a JWE (RFC 7516 §7.2). */
export function looksLikeJwe(root: JsonObject): boolean {
  return memberOf(root, 'ciphertext') !== undefined;
}

/** Reads a flattened or general JWE; undefined where its members do not make one. */
export function readJsonJwe(reader: SerializationReader, root: JsonObject): JweToken | undefined {
  const { problems } = reader;
  const isGeneral = memberOf(root, 'recipients') !== undefined;
  reader.refuse(root, isGeneral ? ['header', 'encrypted_key'] : []);
  reader.refuse(root, ['payload', 'signature', 'signatures']);
  const header = reader.protectedHeader(root);
  const unprotected = reader.unprotectedHeader(root, 'unprotected');
  const elements = isGeneral ? reader.list(root, 'recipients')?.items : [root];
  const initializationVector = reader.segment(root, 'iv', 'initializationVector');
  const ciphertext = reader.segment(root, 'ciphertext', 'ciphertext', true);
  const authenticationTag = reader.segment(root, 'tag', 'authenticationTag');
  const aad = reader.part(root, 'aad');
  const placed = encodedHeader(header);
  if (placed) checkHeader(placed, true, problems);
  if (unprotected) checkHeader(unprotected, false, problems);
  checkDisjoint(namesOf(header), unprotected, problems);
  if (!elements || reader.faults > 0) return undefined;

  const shared = [namesOf(header), namesOf(unprotected?.header)];
  const enc = headerText([header, unprotected?.header].filter(isHeader), 'enc');
  const [first, ...others] = readRecipients(reader, elements, { names: shared, enc });
  checkCritical(placed, [...shared, namesOf(first?.header)], problems);
  if (!first || (!isGeneral && reader.faults > 0)) return undefined;
  return {
    kind: 'jwe',
    serialization: isGeneral ? 'general' : 'flattened',
    text: reader.text,
    protected: header,
    unprotected: unprotected?.header,
    recipients: [first, ...others],
    initializationVector,
    ciphertext,
    authenticationTag,
    additionalData: aad && readSegment('additionalData', aad, problems),
    problems: [],
  };
}

function readRecipients(
  reader: SerializationReader,
  elements: readonly JsonNode[],
  shared: SharedHeaders,
): JweRecipient[] {
  if (elements.length > tokenLimits.signatures)
    reader.problems.push({
      code: 'token.tooMany',
      facts: { name: 'recipients', count: elements.length, limit: tokenLimits.signatures },
    });
  const recipients = elements
    .slice(0, tokenLimits.signatures)
    .map((element) => readRecipient(reader, element, shared));
  const encs = recipients.map(({ header }) => shared.enc ?? (header && headerText([header], 'enc')));
  if (encs.some((enc) => enc !== encs[0]))
    reader.problems.push({ code: 'header.inconsistent', facts: { name: 'enc' } });
  return recipients;
}

/** Reads one recipient. Where its members are not as they must be its encrypted key is not called strict, so that nobody decrypts with it. */
function readRecipient(reader: SerializationReader, element: JsonNode, shared: SharedHeaders): JweRecipient {
  const { problems } = reader;
  if (element.type !== 'object') {
    reader.fault('recipients', 'object', element.span);
    const { span } = element;
    const encryptedKey = {
      name: 'encryptedKey',
      text: '',
      span,
      bytes: undefined,
      isStrict: false,
    } as const;
    return { header: undefined, encryptedKey };
  }
  const faultsBefore = reader.faults;
  reader.wantSingle(element);
  const header = reader.unprotectedHeader(element, 'header');
  const encryptedKey = reader.segment(element, 'encrypted_key', 'encryptedKey');
  if (header) checkHeader(header, false, problems);
  for (const names of shared.names) checkDisjoint(names, header, problems);
  const names = [...shared.names, namesOf(header?.header)];
  checkPresent(names, ['alg', 'enc'], header?.span ?? element.span, problems);
  return {
    header: header?.header,
    encryptedKey: reader.faults > faultsBefore ? { ...encryptedKey, isStrict: false } : encryptedKey,
  };
}

function isHeader(header: JoseHeader | undefined): header is JoseHeader {
  return header !== undefined;
}
