import * as vscode from 'vscode';
import type { KeySpec } from '../../core/keys/generateKey';

/** One kind of key that can be made. */
export interface KeyKind {
  readonly label: string;
  /** The algorithms it is for. */
  readonly description: string;
  readonly spec: KeySpec;
  /** The beginning of a file's name. */
  readonly name: string;
}

const secret = (bits: 256 | 384 | 512): KeyKind => ({
  label: vscode.l10n.t('Secret, {bits} bits', { bits }),
  description: `HS${bits}`,
  spec: { kty: 'oct', alg: `HS${bits}` },
  name: `hs${bits}`,
});
const rsa = (bits: 2048 | 3072 | 4096): KeyKind => ({
  label: vscode.l10n.t('RSA, {bits} bits', { bits }),
  description: 'RS256 … PS512',
  spec: { kty: 'RSA', bits },
  name: 'rsa',
});
const curve = (
  kty: 'EC' | 'OKP',
  crv: 'P-256' | 'P-384' | 'P-521' | 'secp256k1' | 'Ed25519' | 'Ed448',
  alg: string,
): KeyKind => ({
  label: crv,
  description: alg,
  spec: { kty, crv },
  name: crv.toLowerCase().replace('-', ''),
});
const mlDsa = (alg: string): KeyKind => ({
  label: alg,
  description: vscode.l10n.t('post-quantum'),
  spec: { kty: 'AKP', alg },
  name: alg.toLowerCase(),
});

/** The kinds in the order of the menu: what most people need stands first. */
export function keyKinds(): readonly KeyKind[] {
  return [
    secret(256),
    rsa(2048),
    curve('EC', 'P-256', 'ES256'),
    curve('OKP', 'Ed25519', 'EdDSA'),
    secret(384),
    secret(512),
    rsa(3072),
    rsa(4096),
    curve('EC', 'P-384', 'ES384'),
    curve('EC', 'P-521', 'ES512'),
    curve('EC', 'secp256k1', 'ES256K'),
    curve('OKP', 'Ed448', 'EdDSA'),
    mlDsa('ML-DSA-44'),
    mlDsa('ML-DSA-65'),
    mlDsa('ML-DSA-87'),
  ];
}
