import type { KeyObject } from 'node:crypto';
import type { Bytes } from '../../src/core/encoding/bytes';
import type { Curve } from '../../src/core/jose/algorithms';
import type { Key, KeyMaterial } from '../../src/core/keys/key';
import { makeNodePair, makeNodeSecret } from './nodeKeys';

/** A pair as Node has it, and as we do, to hold the one against the other. */
export interface TestPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  readonly material: KeyMaterial;
}

const pairs = new Map<string, TestPair>();

/** A pair made once for a whole run: RSA by bits, others by curve. */
export function aPair(kind: Curve | `RSA-${number}`): TestPair {
  let pair = pairs.get(kind);
  if (!pair) pairs.set(kind, (pair = makePair(kind)));
  return pair;
}

function makePair(kind: string): TestPair {
  const made = makeNodePair(kind);
  return { ...made, material: materialOf(made.privateKey) };
}

/** A secret as Node has it, and as we do. */
export function aSecret(octets: Uint8Array): {
  readonly keyObject: KeyObject;
  readonly material: KeyMaterial;
} {
  return { keyObject: makeNodeSecret(octets), material: { kty: 'oct', k: new Uint8Array(octets) } };
}

/** Our material of a key Node holds. */
export function materialOf(key: KeyObject): KeyMaterial {
  const jwk = key.export({ format: 'jwk' });
  const octets = (name: keyof typeof jwk): Bytes =>
    new Uint8Array(Buffer.from(jwk[name] as string, 'base64url'));
  if (jwk.kty === 'RSA') {
    const [d, p, q, dp, dq, qi] = (['d', 'p', 'q', 'dp', 'dq', 'qi'] as const).map((name) =>
      jwk[name] ? octets(name) : new Uint8Array(),
    );
    const secret = jwk.d ? { private: { d, crt: { p, q, dp, dq, qi } } } : {};
    return { kty: 'RSA', n: octets('n'), e: octets('e'), ...secret };
  }
  const shared = { crv: jwk.crv as Curve, x: octets('x'), ...(jwk.d ? { d: octets('d') } : {}) };
  return jwk.kty === 'EC' ? { kty: 'EC', ...shared, y: octets('y') } : { kty: 'OKP', ...shared };
}

/** A key around the material, read from nowhere in particular. */
export function aKey(material: KeyMaterial, labels: Key['labels'] = {}): Key {
  return { material, labels, format: material.kty === 'oct' ? 'secret' : 'jwk' };
}
