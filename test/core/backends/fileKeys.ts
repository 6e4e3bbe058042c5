import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', 'vectors', 'keys', 'files');

/** The text of a key file of the test vectors. */
export function keyFile(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

function privateKey(path: string): KeyObject {
  const text = keyFile(path);
  return createPrivateKey(
    path.endsWith('.json') ? { key: JSON.parse(text) as Record<string, unknown>, format: 'jwk' } : text,
  );
}

/** Fixed keys, so that a seed gives the same tokens again. */
export const privateKeys = {
  rsa: privateKey('rsa2048/pkcs8.pem'),
  otherRsa: privateKey('rsa3072/private-pretty-full.jwk.json'),
  smallRsa: privateKey('rsa1024/pkcs1.pem'),
  pssRsa: privateKey('rsapss2048/pkcs8.pem'),
  p256: privateKey('p256/sec1.pem'),
  p384: privateKey('p384/sec1.pem'),
  p521: privateKey('p521/private-pretty-full.jwk.json'),
  secp256k1: privateKey('secp256k1/private-pretty-full.jwk.json'),
  ed25519: privateKey('ed25519/pkcs8.pem'),
  ed448: privateKey('ed448/pkcs8.pem'),
  x25519: privateKey('x25519/private-pretty-full.jwk.json'),
} as const;

/** Whether this Node.js has ML-DSA: then its key files are more than octets to it. */
export const hasMlDsa = ((): boolean => {
  try {
    return privateKey('mldsa44/pkcs8.pem').type === 'private';
  } catch {
    return false;
  }
})();

export type KeyName = keyof typeof privateKeys;
export const keyNames = Object.keys(privateKeys) as readonly KeyName[];

export function publicKey(name: KeyName): KeyObject {
  return createPublicKey(privateKeys[name]);
}
