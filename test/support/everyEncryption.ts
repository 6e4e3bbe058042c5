import type { Key } from '../../src/core/keys/key';
import { aKey, aPair } from './keyMaterial';

/** A JWE `alg` with a key that fits it. */
export interface Encrypter {
  readonly alg: string;
  readonly name: string;
  readonly key: Key | { readonly password: string };
  /** Further header parameters it is tried with. */
  readonly header: Readonly<Record<string, unknown>>;
}

type Kind = Parameters<typeof aPair>[0];
const withPair = (alg: string, kind: Kind, header = {}): Encrypter => ({
  alg,
  name: `${alg} with ${kind}`,
  key: aKey(aPair(kind).material),
  header,
});
const withSecret = (alg: string, length: number): Encrypter => ({
  alg,
  name: alg,
  key: aKey({ kty: 'oct', k: new Uint8Array(length).fill(length) }),
  header: {},
});
const withPassword = (alg: string, password: string): Encrypter => ({
  alg,
  name: `${alg} with a password of ${password.length} characters`,
  key: { password },
  header: { p2c: 100 },
});

const curves = ['P-256', 'P-384', 'P-521', 'X25519', 'X448'] as const;

/** Every `alg` we make tokens with but `dir`, whose key depends on `enc`. */
export const everyEncrypter: readonly Encrypter[] = [
  withPair('RSA-OAEP', 'RSA-2048'),
  withPair('RSA-OAEP', 'RSA-1025'),
  withPair('RSA-OAEP-256', 'RSA-2048'),
  withPair('RSA-OAEP-384', 'RSA-2048'),
  withPair('RSA-OAEP-512', 'RSA-2048'),
  ...[16, 24, 32].flatMap((length) => [
    withSecret(`A${8 * length}KW`, length),
    withSecret(`A${8 * length}GCMKW`, length),
  ]),
  ...curves.flatMap((curve) => [
    withPair('ECDH-ES', curve, { apu: 'QWxpY2U', apv: 'Qm9i' }),
    withPair('ECDH-ES+A192KW', curve),
  ]),
  withPair('ECDH-ES+A128KW', 'P-256'),
  withPair('ECDH-ES+A256KW', 'P-256'),
  withPassword('PBES2-HS256+A128KW', 'Thus from my lips'),
  withPassword('PBES2-HS384+A192KW', ''),
  withPassword('PBES2-HS512+A256KW', 'entrap_o–peter_long–credit_tun'),
];

/** A key for `dir` with this `enc`. */
export function aDirectKey(keyBytes: number): Key {
  return aKey({ kty: 'oct', k: new Uint8Array(keyBytes).fill(5) });
}
