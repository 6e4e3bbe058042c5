import { isKeyProblem } from '../../src/core/keys/keyProblem';
import { readJwk, readJwkSet } from '../../src/core/keys/jwk';
import type { Key, KnownKey } from '../../src/core/keys/key';

/** One record of `jose-vectors/1`, as far as the runner reads it. */
export interface JoseRecord {
  readonly id: string;
  readonly type: string;
  readonly expected: string;
  /** Compact text, or the object of a JSON serialization. */
  readonly token?: unknown;
  /** A JWK or a JWK Set. */
  readonly key?: unknown;
  readonly key_kind?: string;
  readonly policy?: unknown;
  readonly payload?: string;
  readonly payload_hex?: string;
  readonly payload_json?: unknown;
  readonly detached_payload?: string;
  readonly password?: string;
  readonly plaintext?: string;
  readonly plaintext_hex?: string;
  readonly plaintext_json?: unknown;
  readonly nested_key?: unknown;
  readonly thumbprint_sha256?: string;
  readonly holder_key?: unknown;
  readonly expected_payload?: unknown;
}

/** What became of a record. `verified` is what an `invalid` record must never be. */
export interface Outcome {
  readonly verified: boolean;
  /** Whether a warning stood beside it. */
  readonly warned: boolean;
  /** What was not as the record says; the first thing. Only asked of what was verified. */
  readonly mismatch?: string;
  readonly detail: string;
}

/** The text of a record's token. */
export function tokenText({ token }: JoseRecord): string {
  return typeof token === 'string' ? token : JSON.stringify(token ?? '');
}

/** The keys of a JWK or JWK Set; none where it holds none that we read. */
export function keysOf(value: unknown): readonly Key[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'object' && 'keys' in value) return readJwkSet(value).keys;
  const key = readJwk(value);
  return isKeyProblem(key) ? [] : [key];
}

/** Whether some of a JWK Set could not be read: that is said beside whatever the others verify. */
export function isPartlyUnread(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'keys' in value && readJwkSet(value).problems.length > 0
  );
}

/** Keys as the workspace would know them. */
export function knownKeys(value: unknown): readonly KnownKey[] {
  return keysOf(value).map((key, index) => ({
    id: `record-${index}`,
    key,
    origin: { from: 'file', path: 'record.jwk', uri: 'file:///record.jwk' },
  }));
}

/** Whether two JSON values are the same, members in any order. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  const member = (value: object, name: string): unknown => (value as Record<string, unknown>)[name];
  return (
    names.length === others.length &&
    names.every((name) => name in other && sameJson(member(one, name), member(other, name)))
  );
}
