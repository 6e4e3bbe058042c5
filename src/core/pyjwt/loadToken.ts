import { decodeBase64url } from '../encoding/base64url';
import type { Bytes } from '../encoding/bytes';
import { isRaised, Raised } from './exceptions';
import { encodeUtf8 } from './python/pythonDecode';
import { readPythonJson } from './python/pythonJsonRead';
import { isBytes, isDict, type PythonDict, type PythonValue } from './python/pythonValue';
import { refuse } from './refusals';

/** A compact token in the parts PyJWT works with. */
export interface LoadedToken {
  readonly header: PythonDict;
  /** The octets of the header segment. */
  readonly headerOctets: Bytes;
  /** The octets of the payload segment; empty under `b64: false`. */
  readonly payload: Bytes;
  /** Everything before the last dot, as it was written. */
  readonly signingInput: Bytes;
  readonly signature: Bytes;
  /** The three segments as they were written. */
  readonly segments: readonly [header: string, payload: string, signature: string];
}

const dot = 0x2e;

/** PyJWS's `_load`: splits at the last dot and at the first, decodes all three segments, reads the header. */
export function loadToken(token: PythonValue): LoadedToken | Raised {
  const bytes = typeof token === 'string' ? encodeUtf8(token) : token;
  if (isRaised(bytes)) return bytes;
  if (!isBytes(bytes)) return refuse('tokenType');
  const last = bytes.lastIndexOf(dot);
  const first = bytes.indexOf(dot);
  if (first === last) return refuse('segmentCount');
  const segments = [bytes.subarray(0, first), bytes.subarray(first + 1, last), bytes.subarray(last + 1)].map(
    (segment) => characters.decode(segment),
  ) as [string, string, string];
  const headerOctets = decodeSegment(segments[0], 'header');
  if (isRaised(headerOctets)) return headerOctets;
  const header = readJsonObject(headerOctets, 'header');
  if (isRaised(header)) return header;
  const isDetached = header.get('b64') === false;
  if (isDetached && segments[1] !== '') return refuse('payloadNotEmpty');
  const payload = isDetached ? new Uint8Array() : decodeSegment(segments[1], 'payload');
  if (isRaised(payload)) return payload;
  const signature = decodeSegment(segments[2], 'crypto');
  if (isRaised(signature)) return signature;
  return { header, headerOctets, payload, signingInput: bytes.slice(0, last), signature, segments };
}

/** A JSON object as PyJWT reads header and payload. */
export function readJsonObject(octets: Bytes, segment: 'header' | 'payload'): PythonDict | Raised {
  const value = readPythonJson(octets);
  if (value instanceof Raised) return refuse('jsonSyntax', { segment, reason: value.message });
  return isDict(value) ? value : refuse('jsonNotObject', { segment });
}

/** Octets outside ASCII become characters outside the alphabet, whichever those are. */
const characters = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Strict base64url, but for padding: up to two `=` are let through where they fill the last group, since some issuers
 * write them (PyJWT 2.15.1).
 */
function decodeSegment(text: string, name: 'header' | 'payload' | 'crypto'): Bytes | Raised {
  const bare = text.replace(/={1,2}$/, '');
  const isPadded = bare.length === text.length || text.length % 4 === 0;
  return (isPadded ? decodeBase64url(bare) : undefined) ?? refuse('segmentEncoding', { segment: name });
}
