import { encodeBase64url } from '../encoding/base64url';
import type { Key, KeyLabels, KeyMaterial } from './key';
import { isKeyProblem, keyProblem, type KeyProblem } from './keyProblem';
import type { KeyReading } from './keyReading';
import { checkPair } from './curve/pairs';
import { attempt } from './refusal';
import { materialReaders } from './jwkMaterial';

/** A JSON Web Key as an object, ready for `JSON.stringify` (RFC 7517 §4). */
export type Jwk = Readonly<Record<string, unknown>>;

/** JWKs that one set may hold before we stop reading. */
const setLimit = 1000;

/**
 * A JWK (RFC 7517 §4, RFC 7518 §6, RFC 8037 §2, RFC 9964 §3), given as what `JSON.parse` makes of it. Strict: members in
 * base64url without padding, of the width their type asks, points on their curve. Never throws.
 */
export function readJwk(value: unknown): Key | KeyProblem {
  if (!isObject(value)) return keyProblem('jsonNotAKey', { found: nameOfType(value) });
  const { kty } = value;
  if (kty === undefined) return keyProblem('jsonNotAKey', { found: 'object' });
  if (typeof kty !== 'string')
    return keyProblem('jwkMemberType', { name: 'kty', expected: 'string', found: nameOfType(kty) });
  const reader = materialReaders.get(kty);
  if (!reader) return keyProblem('jwkUnknownKeyType', { kty });
  const material = reader(value);
  return isKeyProblem(material) ? material : { material, labels: readLabels(value), format: 'jwk' };
}

/**
 * The key, or the problem that its private half belongs to another public key. `readJwk` cannot tell: it would take the
 * curve libraries, which are loaded on demand. Problems are handed through.
 */
export async function checkedJwk(key: Key | KeyProblem): Promise<Key | KeyProblem> {
  if (isKeyProblem(key) || !hasPrivate(key.material)) return key;
  const problem = await attempt('jwk', () => checkPair('jwk', key.material));
  return problem ?? key;
}

/** A JWK Set (RFC 7517 §5): members that are no keys are passed over, and told. Never throws. */
export function readJwkSet(value: unknown): KeyReading {
  if (!isObject(value) || value['keys'] === undefined)
    return { keys: [], problems: [keyProblem('jsonNotAKey', { found: nameOfType(value) })] };
  const members = value['keys'];
  if (!Array.isArray(members)) {
    const facts = { name: 'keys', expected: 'array', found: nameOfType(members) };
    return { keys: [], problems: [keyProblem('jwkMemberType', facts)] };
  }
  if (members.length === 0) return { keys: [], problems: [keyProblem('emptyKeySet', {})] };
  const read = members.slice(0, setLimit).map(readJwk);
  const problems = read.filter(isKeyProblem);
  if (members.length > setLimit)
    problems.push(keyProblem('tooMany', { count: members.length, limit: setLimit }));
  return { keys: read.filter((result): result is Key => !isKeyProblem(result)), problems };
}

/**
 * The key as a JWK. Asked for the private one of a key that has no private half, it gives the public one; an ML-DSA
 * key that is only known expanded has no private JWK (RFC 9964 §3 wants the seed).
 */
export function toJwk(
  { material, labels }: Pick<Key, 'material' | 'labels'>,
  wish: { private: boolean },
): Jwk {
  const { kid, use, alg, keyOps } = labels;
  return {
    kty: material.kty,
    ...(kid === undefined ? {} : { kid }),
    ...(use === undefined ? {} : { use }),
    ...(alg === undefined || material.kty === 'AKP' ? {} : { alg }),
    // What a private key may do is not what its public half may do.
    ...(keyOps === undefined || (hasPrivate(material) && !wish.private) ? {} : { key_ops: keyOps }),
    ...publicMembers(material),
    ...(wish.private ? privateMembers(material) : {}),
  };
}

/** The public half of key material; undefined for a secret, which has none. */
export function publicPart(material: KeyMaterial): KeyMaterial | undefined {
  switch (material.kty) {
    case 'oct':
      return undefined;
    case 'RSA':
      return { kty: 'RSA', n: material.n, e: material.e };
    case 'EC':
      return { kty: 'EC', crv: material.crv, x: material.x, y: material.y };
    case 'OKP':
      return { kty: 'OKP', crv: material.crv, x: material.x };
    case 'AKP':
      return { kty: 'AKP', alg: material.alg, pub: material.pub };
  }
}

/** Whether the material can sign or decrypt; a secret always can. */
export function hasPrivate(material: KeyMaterial): boolean {
  switch (material.kty) {
    case 'oct':
      return true;
    case 'RSA':
      return material.private !== undefined;
    case 'EC':
    case 'OKP':
      return material.d !== undefined;
    case 'AKP':
      return material.seed !== undefined || material.expanded !== undefined;
  }
}

/** The members a public JWK has besides `kty`; for a secret, none. Order as the RFCs list them. */
export function publicMembers(material: KeyMaterial): Record<string, string> {
  switch (material.kty) {
    case 'oct':
      return {};
    case 'RSA':
      return encodeAll({ n: material.n, e: material.e });
    case 'EC':
      return { crv: material.crv, ...encodeAll({ x: material.x, y: material.y }) };
    case 'OKP':
      return { crv: material.crv, ...encodeAll({ x: material.x }) };
    case 'AKP':
      return { alg: material.alg, ...encodeAll({ pub: material.pub }) };
  }
}

function privateMembers(material: KeyMaterial): Record<string, string> {
  switch (material.kty) {
    case 'oct':
      return encodeAll({ k: material.k });
    case 'RSA':
      return material.private ? encodeAll({ d: material.private.d, ...material.private.crt }) : {};
    case 'EC':
    case 'OKP':
      return material.d ? encodeAll({ d: material.d }) : {};
    case 'AKP':
      return material.seed ? encodeAll({ priv: material.seed }) : {};
  }
}

function encodeAll(members: Readonly<Record<string, Uint8Array>>): Record<string, string> {
  return Object.fromEntries(Object.entries(members).map(([name, bytes]) => [name, encodeBase64url(bytes)]));
}

/** Labels are only what the file says; those of another type than RFC 7517 §4 asks are passed over. */
function readLabels(jwk: Jwk): KeyLabels {
  const text = (name: string, label = name): Record<string, string> =>
    typeof jwk[name] === 'string' ? { [label]: jwk[name] } : {};
  const operations = jwk['key_ops'];
  return {
    ...text('kid'),
    ...text('alg'),
    ...text('use'),
    ...text('x5t'),
    ...text('x5t#S256'),
    ...(Array.isArray(operations) && operations.every((operation) => typeof operation === 'string')
      ? { keyOps: operations }
      : {}),
  };
}

function isObject(value: unknown): value is Jwk {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOfType(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
