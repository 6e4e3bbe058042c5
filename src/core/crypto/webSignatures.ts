import type { Bytes } from '../encoding/bytes';
import type { Hash, SignatureAlgorithm } from '../jose/algorithms';
import type { KeyMaterial } from '../keys/key';
import { importKey } from './importKey';
import { isOrdinaryRsa } from './ordinaryRsa';
import { hasSmallOrder } from './smallOrder';

/** The WebCrypto name of a family; absent where no host, or only some, can do it and the library serves all alike. */
const names: Readonly<Partial<Record<SignatureAlgorithm['family'], string>>> = {
  hmac: 'HMAC',
  'rsassa-pkcs1': 'RSASSA-PKCS1-v1_5',
  'rsassa-pss': 'RSA-PSS',
  ecdsa: 'ECDSA',
  eddsa: 'Ed25519',
};
const saltLengths: Readonly<Record<Hash, number>> = {
  'SHA-1': 20,
  'SHA-256': 32,
  'SHA-384': 48,
  'SHA-512': 64,
};

/** The answer of WebCrypto; undefined where this host, or any, cannot say for this algorithm and key. */
export async function webVerify(
  subtle: SubtleCrypto,
  algorithm: SignatureAlgorithm,
  material: KeyMaterial,
  data: Bytes,
  signature: Bytes,
): Promise<boolean | undefined> {
  const parameters = webParameters(algorithm, material);
  if (!parameters) return undefined;
  try {
    const key = await importKey(subtle, material, 'public', parameters, ['verify']);
    const answer = key && (await subtle.verify(parameters, key, signature, data));
    // Hosts differ about Ed25519 keys and signatures off the beaten track (RFC 8032 §5.1.7 leaves the cofactor open): what
    // the strictest equation refuses, the library judges for all of them alike.
    return answer === false && algorithm.family === 'eddsa' ? undefined : answer;
  } catch {
    // Not this algorithm, not this key, or not this host: the library decides.
    return undefined;
  }
}

/** The signature WebCrypto makes; undefined where it does not. */
export async function webSign(
  subtle: SubtleCrypto,
  algorithm: SignatureAlgorithm,
  material: KeyMaterial,
  data: Bytes,
): Promise<Bytes | undefined> {
  const parameters = webParameters(algorithm, material);
  if (!parameters) return undefined;
  try {
    const key = await importKey(subtle, material, 'private', parameters, ['sign']);
    return key && new Uint8Array(await subtle.sign(parameters, key, data));
  } catch {
    return undefined;
  }
}

function webParameters(
  algorithm: SignatureAlgorithm,
  material: KeyMaterial,
): AlgorithmParameters | undefined {
  const name = names[algorithm.family];
  if (!name || !isServed(material)) return undefined;
  const { hash } = algorithm;
  return {
    name,
    ...(hash && { hash }),
    ...(name === 'RSA-PSS' && hash && { saltLength: saltLengths[hash] }),
    ...(material.kty === 'EC' && { namedCurve: material.crv }),
  };
}

/** Keys that WebCrypto is asked about; what it refuses of these the library decides. */
function isServed(material: KeyMaterial): boolean {
  if (material.kty === 'oct') return material.k.length > 0;
  if (material.kty === 'RSA') return isOrdinaryRsa(material);
  if (material.kty === 'EC') return material.crv !== 'secp256k1';
  return material.kty === 'OKP' && material.crv === 'Ed25519' && !hasSmallOrder(material.x);
}
