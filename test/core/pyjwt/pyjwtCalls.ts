import assert from 'node:assert/strict';
import { signWith } from '../../../src/core/crypto/signatures';
import { encodeBase64url } from '../../../src/core/encoding/base64url';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { signatureAlgorithm } from '../../../src/core/jose/algorithms';
import { pyjwtDecode } from '../../../src/core/pyjwt/decode';
import type { PyjwtDecodeRequest } from '../../../src/core/pyjwt/decodeRequest';
import { isRaised, type Raised } from '../../../src/core/pyjwt/exceptions';
import { pythonOf } from '../../../src/core/pyjwt/python/pythonOf';
import type { PythonDict, PythonValue } from '../../../src/core/pyjwt/python/pythonValue';
import type { PyjwtRefusal, PyjwtVerdict } from '../../../src/core/pyjwt/verdict';

/** A secret long enough for HS256. */
export const secret = '0123456789abcdef0123456789abcdef';
/** The moment of these tests. */
export const now = 1_700_000_000;

/** A value as Python has it, a dict where an object is given. */
export const py = pythonOf;
export const dict = (members: object): PythonDict => pythonOf(members) as PythonDict;

/** A token over texts that need not be JSON, signed with HS256. */
export async function signed(headerText: string, payloadText: string, key = secret): Promise<string> {
  const input = `${encodeBase64url(utf8Bytes(headerText))}.${encodeBase64url(utf8Bytes(payloadText))}`;
  return `${input}.${await signatureOver(input, key)}`;
}

export async function signatureOver(input: string, key = secret): Promise<string> {
  const algorithm = signatureAlgorithm('HS256');
  assert.ok(algorithm);
  return encodeBase64url(await signWith(algorithm, { kty: 'oct', k: utf8Bytes(key) }, utf8Bytes(input)));
}

/** Decodes claims under HS256 as a careful caller would, but for what is said otherwise. */
export async function decodeClaims(
  claims: object | string,
  request: Partial<PyjwtDecodeRequest> = {},
): Promise<PyjwtVerdict> {
  const text = typeof claims === 'string' ? claims : JSON.stringify(claims);
  const token = await signed('{"alg":"HS256","typ":"JWT"}', text);
  return pyjwtDecode({ token, key: secret, algorithms: ['HS256'], now, ...request });
}

/** The refusal in short: `Class: message`. */
export function said(verdict: PyjwtVerdict | PyjwtRefusal | { readonly accepted: true }): string {
  return verdict.accepted ? 'accepted' : `${verdict.exception}: ${verdict.message}`;
}

/** The exception in short, or the value that came instead. */
export function raised(result: unknown): string {
  return isRaised(result) ? `${result.exception}: ${result.message}` : `no exception but ${typeof result}`;
}

/** The value, which is no exception. */
export function value<Value>(result: Value | Raised): Value {
  assert.ok(!isRaised(result), isRaised(result) ? result.message : '');
  return result;
}

export const tuple = (...items: PythonValue[]): PythonValue => ({ python: 'tuple', items });
export const set = (...items: PythonValue[]): PythonValue => ({ python: 'set', items });
export const iterator = (...items: PythonValue[]): PythonValue => ({ python: 'iterator', items });
export const timedelta = (seconds: number): PythonValue => ({ python: 'timedelta', seconds });
