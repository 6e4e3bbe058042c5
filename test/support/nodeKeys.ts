import { createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A pair as Node makes it: RSA by bits ("RSA-2048"), others by curve. */
export function makeNodePair(kind: string): {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
} {
  const rsaBits = /^RSA-(\d+)$/.exec(kind)?.[1];
  if (rsaBits) return generateKeyPairSync('rsa', { modulusLength: Number(rsaBits) });
  return /^P-|secp/.test(kind)
    ? generateKeyPairSync('ec', { namedCurve: kind })
    : generateKeyPairSync(kind.toLowerCase() as 'ed25519');
}

/** A secret as Node has it. */
export function makeNodeSecret(octets: Uint8Array): KeyObject {
  return createSecretKey(octets);
}
