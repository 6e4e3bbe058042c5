import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { ed448, x448 } from '@noble/curves/ed448.js';
import { ownBytes, type Bytes } from '../../encoding/bytes';
import type { LoadedKey } from './loadedKey';
import { malformed } from './unreadable';

export type OkpFamily = 'Ed25519' | 'Ed448' | 'X25519' | 'X448';

/** Octets of a public and of a private key (RFC 8032 §5.1.5 and §5.2.5, RFC 7748 §5), and how the one follows from the other. */
const rows: Readonly<
  Record<OkpFamily, { readonly width: number; readonly publicOf: (d: Bytes) => Uint8Array }>
> = {
  Ed25519: { width: 32, publicOf: (d) => ed25519.getPublicKey(d) },
  Ed448: { width: 57, publicOf: (d) => ed448.getPublicKey(d) },
  X25519: { width: 32, publicOf: (d) => x25519.getPublicKey(d) },
  X448: { width: 56, publicOf: (d) => x448.getPublicKey(d) },
};

export function publicOkpKey(family: OkpFamily, octets: Uint8Array): LoadedKey {
  if (octets.length !== rows[family].width) malformed();
  const x = ownBytes(octets.slice());
  return { family, isPrivate: false, material: { kty: 'OKP', crv: family, x } };
}

export function privateOkpKey(family: OkpFamily, octets: Uint8Array): LoadedKey {
  if (octets.length !== rows[family].width) malformed();
  const d = ownBytes(octets.slice());
  const x = ownBytes(rows[family].publicOf(d));
  return { family, isPrivate: true, material: { kty: 'OKP', crv: family, x, d } };
}
