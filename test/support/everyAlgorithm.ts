import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { utf8Bytes } from '../../src/core/encoding/bytes';
import type { Key, KnownKey } from '../../src/core/keys/key';
import { aKey, aPair } from './keyMaterial';

/** An algorithm with a key that fits it. */
export interface Signer {
  readonly alg: string;
  readonly name: string;
  readonly key: Key;
}

const signer = (alg: string, kind: Parameters<typeof aPair>[0]): Signer => ({
  alg,
  name: `${alg} with ${kind}`,
  key: aKey(aPair(kind).material),
});
const secret = (alg: string, text: string): Signer => ({
  alg,
  name: `${alg} with a secret of ${text.length} octets`,
  key: aKey({ kty: 'oct', k: utf8Bytes(text) }),
});

/** Every algorithm but `none`, with a key of each type it takes; small keys too. */
export const everySigner: readonly Signer[] = [
  secret('HS256', 'my_super_secret'),
  secret('HS384', ''),
  secret('HS512', 'a secret of a length that is rather more than enough for HS512, one hopes'),
  signer('RS256', 'RSA-2048'),
  signer('RS384', 'RSA-2048'),
  signer('RS512', 'RSA-1024'),
  signer('PS256', 'RSA-2048'),
  signer('PS384', 'RSA-2048'),
  signer('PS512', 'RSA-2048'),
  signer('ES256', 'P-256'),
  signer('ES384', 'P-384'),
  signer('ES512', 'P-521'),
  signer('ES256K', 'secp256k1'),
  signer('EdDSA', 'Ed25519'),
  signer('EdDSA', 'Ed448'),
  signer('Ed25519', 'Ed25519'),
  signer('Ed448', 'Ed448'),
  ...Object.entries({ 'ML-DSA-44': ml_dsa44, 'ML-DSA-65': ml_dsa65, 'ML-DSA-87': ml_dsa87 }).map(
    ([alg, parameters]): Signer => {
      const seed = new Uint8Array(32).fill(alg.length);
      const pub = new Uint8Array(parameters.keygen(seed).publicKey);
      return { alg, name: alg, key: aKey({ kty: 'AKP', alg, pub, seed }) };
    },
  ),
];

/** A key as the workspace knows it. */
export function aKnownKey(key: Key, id = 'key', origin: KnownKey['origin'] = aFileOrigin(id)): KnownKey {
  return { id, key, origin };
}

function aFileOrigin(id: string): KnownKey['origin'] {
  return { from: 'file', path: `keys/${id}`, uri: `file:///work/keys/${id}` };
}
