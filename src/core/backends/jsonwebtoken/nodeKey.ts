import type { Bytes } from '../../encoding/bytes';
import type { Key, KeyMaterial } from '../../keys/key';
import { readKeys } from '../../keys/readKeys';
import { isRaised } from '../../pyjwt/exceptions';
import type { LoadedKey } from '../../pyjwt/cryptography/loadedKey';
import { loadPemPrivateKey, loadPemPublicKey } from '../../pyjwt/cryptography/pemKeys';
import type { Runtime } from '../runtime';
import type { NodeKey } from './options';

/** A key of ours as `createPublicKey` or `createSecretKey` makes it: of a private key the public half. */
export function nodeKeyOf({ material, labels, format }: Key): NodeKey {
  if (material.kty === 'oct') return { type: 'secret', family: undefined, material };
  // Only the parameters of an RSASSA-PSS key (RFC 4055) name an algorithm outside of a JWK.
  const pssAlgorithm = format === 'jwk' ? undefined : labels.alg;
  if (material.kty === 'RSA' && pssAlgorithm !== undefined)
    return { type: 'public', family: 'rsa-pss', material, pssAlgorithm };
  return { type: 'public', family: familyOf(material), material };
}

function familyOf(material: KeyMaterial): string | undefined {
  switch (material.kty) {
    case 'oct':
      return undefined;
    case 'RSA':
      return 'rsa';
    case 'EC':
      return 'ec';
    case 'OKP':
      return material.crv.toLowerCase();
    case 'AKP':
      return material.alg.toLowerCase();
  }
}

/**
 * What jsonwebtoken makes of a string or Buffer: the public key `createPublicKey` reads in it, be it of a private key or
 * a certificate, else a secret. So a key file in a format that OpenSSL does not know becomes a secret.
 */
export async function nodeKeyOfOctets(octets: Bytes, runtime: Runtime): Promise<NodeKey> {
  const secret: NodeKey = { type: 'secret', family: undefined, material: { kty: 'oct', k: octets } };
  if (!holdsPem(octets)) return secret;
  const spki = loadPemPublicKey(octets);
  if (!isRaised(spki)) return ofLoaded(spki);
  const { keys } = await readKeys({ bytes: octets });
  const other = keys.find(({ format, material }) =>
    material.kty === 'AKP' ? runtime.mlDsa && format !== 'jwk' : format === 'x509',
  );
  if (other) return nodeKeyOf(other);
  const pkcs8 = loadPemPrivateKey(octets);
  return isRaised(pkcs8) ? secret : ofLoaded(pkcs8);
}

function ofLoaded({ family, material }: LoadedKey): NodeKey {
  return { type: 'public', family: family.toLowerCase(), material };
}

const mark = Array.from('-----BEGIN ', (letter) => letter.charCodeAt(0));

function holdsPem(octets: Uint8Array): boolean {
  for (let at = octets.indexOf(0x2d); at >= 0; at = octets.indexOf(0x2d, at + 1))
    if (mark.every((code, index) => octets[at + index] === code)) return true;
  return false;
}
