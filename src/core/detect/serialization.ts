import { codes } from './characters';
import { decodeText } from './headerFacts';
import { spaceAfter } from './jsonText';
import type { TokenKind } from './tokenSpan';

/** The member each JSON serialization must have, with the bracket its value begins with (RFC 7515 §7.2, RFC 7516 §7.2). */
const tellingMembers: readonly (readonly [name: string, opening: number])[] = [
  ['"signature"', codes.quote],
  ['"signatures"', codes.openBracket],
  ['"ciphertext"', codes.quote],
];

/** Whether a member that only JSON serializations and their look-alikes have begins at `offset`. */
export function isTellingMember(text: string, offset: number): boolean {
  for (const [name, opening] of tellingMembers) {
    if (!text.startsWith(name, offset)) continue;
    const colon = spaceAfter(text, offset + name.length);
    if (text.charCodeAt(colon) !== codes.colon) return false;
    return text.charCodeAt(spaceAfter(text, colon + 1)) === opening;
  }
  return false;
}

type Members = Readonly<Record<string, unknown>>;

/** Each has at least one of these, and it is cheaper to look for them than to parse. */
const headerMember = /"(?:header|(?:un)?protected)"/;

/** Which JSON serialization a JSON text is, if any. */
export function serializationKind(text: string): TokenKind | undefined {
  if (!headerMember.test(text)) return undefined;
  try {
    const object = membersOf(JSON.parse(text));
    return object === undefined ? undefined : (jwsKind(object) ?? jweKind(object));
  } catch {
    return undefined;
  }
}

/**
 * RFC 7515 §7.2. A detached payload (appendix F) is not looked for: without a payload, records of many kinds look like a
 * JWS, or like one signature of it.
 */
function jwsKind(object: Members): TokenKind | undefined {
  if (typeof object.payload !== 'string') return undefined;
  if (isSignature(object)) return 'jws-json-flattened';
  return isListWith(object.signatures, isSignature) ? 'jws-json-general' : undefined;
}

function isSignature(object: Members): boolean {
  if (typeof object.signature !== 'string') return false;
  return joined([protectedHeader(object.protected), plainHeader(object.header)])?.alg !== undefined;
}

/** RFC 7516 §7.2. `alg` and `enc` may stand in any of the headers of a recipient. */
function jweKind(object: Members): TokenKind | undefined {
  if (typeof object.ciphertext !== 'string') return undefined;
  const shared = joined([protectedHeader(object.protected), plainHeader(object.unprotected)]);
  const isRecipient = (recipient: Members): boolean => {
    const header = joined([shared, plainHeader(recipient.header)]);
    return header?.alg !== undefined && header.enc !== undefined;
  };
  if (object.recipients === undefined) return isRecipient(object) ? 'jwe-json-flattened' : undefined;
  return isListWith(object.recipients, isRecipient) ? 'jwe-json-general' : undefined;
}

/** Whether a value is a list of objects of which at least one passes; what is wrong with others is the reader's to say. */
function isListWith(value: unknown, test: (object: Members) => boolean): boolean {
  if (!Array.isArray(value)) return false;
  const objects = value.map(membersOf).filter((object) => object !== undefined);
  return objects.length === value.length && objects.some(test);
}

/** What one header, or several together, tell. */
interface TellingParameters {
  readonly alg: string | undefined;
  readonly enc: string | undefined;
}
const absent: TellingParameters = { alg: undefined, enc: undefined };

function protectedHeader(encoded: unknown): TellingParameters | undefined {
  if (encoded === undefined || encoded === '') return absent;
  const text = typeof encoded === 'string' ? decodeText(encoded) : undefined;
  try {
    return text === undefined ? undefined : plainHeader(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function plainHeader(value: unknown): TellingParameters | undefined {
  if (value === undefined) return absent;
  const header = membersOf(value);
  if (header === undefined) return undefined;
  const { alg, enc } = header;
  return { alg: nonEmpty(alg), enc: nonEmpty(enc) };
}

function joined(parts: readonly (TellingParameters | undefined)[]): TellingParameters | undefined {
  let { alg, enc } = absent;
  for (const part of parts) {
    if (part === undefined) return undefined;
    alg ??= part.alg;
    enc ??= part.enc;
  }
  return { alg, enc };
}

function nonEmpty(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function membersOf(value: unknown): Members | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Members)
    : undefined;
}
