import { encodeBase64url } from '../encoding/base64url';
import type { KeyMaterial } from '../keys/key';
import type { PyjwtAlgorithm } from './algorithms';
import { Raised } from './exceptions';
import { isLoadedKey, type PreparedKey } from './prepareKey';
import { refuse } from './refusals';

/** The members of a JWK, as `to_jwk(key, as_dict=True)` gives them. */
export type PyjwtJwk = Readonly<Record<string, string | readonly string[]>>;

/** `to_jwk` of the algorithm's class, for a key that was prepared for it. RSA keys get `key_ops`, no other does. */
export function toPyjwtJwk(algorithm: PyjwtAlgorithm, key: PreparedKey): PyjwtJwk | Raised {
  if (algorithm.kind === 'none' || key === null) return new Raised('NotImplementedError', '');
  if (!isLoadedKey(key)) return { k: encodeBase64url(key), kty: 'oct' };
  return key.material ? membersOf(key.material) : refuse('keyNeither');
}

function membersOf(material: KeyMaterial): PyjwtJwk | Raised {
  if (material.kty === 'RSA') {
    const { n, e, private: secret } = material;
    const numbers = { n, e, ...(secret && { d: secret.d, ...secret.crt }) };
    return { kty: 'RSA', key_ops: [secret ? 'sign' : 'verify'], ...encodeAll(numbers) };
  }
  if (material.kty === 'EC' || material.kty === 'OKP') {
    const { kty, crv, x, d } = material;
    return { kty, crv, ...encodeAll({ x, ...(kty === 'EC' && { y: material.y }), ...(d && { d }) }) };
  }
  return refuse('keyNeither');
}

function encodeAll(octets: Readonly<Record<string, Uint8Array>>): Record<string, string> {
  return Object.fromEntries(Object.entries(octets).map(([name, value]) => [name, encodeBase64url(value)]));
}
