import { bitLength, toInteger } from '../../crypto/integers';
import type { Bytes } from '../../encoding/bytes';
import { signatureAlgorithm, type SignatureAlgorithm, type SignatureFamily } from '../../jose/algorithms';
import { readJwk } from '../../keys/jwk';
import type { KeyMaterial } from '../../keys/key';
import { isKeyProblem } from '../../keys/keyProblem';
import { isRefused, refusedByRuntime, type BackendRefusal } from '../backendVerdict';
import type { Runtime } from '../runtime';
import { decodeJoseBase64url } from './joseBase64url';
import { joseError, typeError } from './joseErrors';
import { keyTypeRefusal, takenKey, type JoseAlgorithm } from './jwkChecks';
import type { JoseKey } from './options';

/** The algorithms `jwtVerify` knows; of the others it says that they are not supported. */
const names: ReadonlySet<string> = new Set([
  ...['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519', 'ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'],
]);

/** jose's row for a JWS algorithm, or what it throws for one it does not have. */
export function joseAlgorithm(alg: string): SignatureAlgorithm | BackendRefusal {
  const algorithm = names.has(alg) ? signatureAlgorithm(alg) : undefined;
  const message = `alg ${alg} is not supported either by JOSE or your javascript runtime`;
  return algorithm ?? joseError('JOSENotSupported', message);
}

/** The key as jose imports it to verify with, or what it or WebCrypto throws. */
export function verificationKey(
  algorithm: SignatureAlgorithm,
  given: JoseKey | undefined,
  runtime: Runtime,
): KeyMaterial | BackendRefusal {
  const row: JoseAlgorithm = {
    alg: algorithm.alg,
    kty: [algorithm.kty],
    operation: 'verify',
    use: 'sig',
    isPrivate: false,
  };
  const taken = takenKey(row, given);
  if (isRefused(taken)) return taken;
  const { key } = taken;
  if (key instanceof Uint8Array) return secretKey(key);
  if (algorithm.kty === 'oct') {
    const octets = decodeJoseBase64url(String(key['k']));
    return octets ? secretKey(octets) : typeError('The input to be decoded is not correctly encoded.');
  }
  const imported = keyTypeRefusal(row, key) ?? importedKey(algorithm, key, runtime);
  return isRefused(imported) ? imported : (smallModulus(algorithm, imported) ?? imported);
}

function secretKey(k: Bytes): KeyMaterial | BackendRefusal {
  return k.length > 0 ? { kty: 'oct', k } : refusedByRuntime('DataError', 'Zero-length key is not supported');
}

/** WebCrypto's import of a public JWK: its refusals are in the runtime's words. */
function importedKey(
  algorithm: SignatureAlgorithm,
  jwk: Readonly<Record<string, unknown>>,
  { mlDsa }: Runtime,
): KeyMaterial | BackendRefusal {
  const { family } = algorithm;
  const unknown = unknownUsage(jwk['key_ops']);
  if (unknown) return unknown;
  if (family === 'ml-dsa' && !mlDsa)
    return refusedByRuntime('NotSupportedError', 'Unrecognized algorithm name');
  const fault = curveRefusal(algorithm, jwk) ?? usageRefusal(family, jwk['key_ops']);
  if (fault) return fault;
  const key = readJwk(jwk);
  return isKeyProblem(key) ? refusedByRuntime('DataError', 'Invalid keyData') : key.material;
}

function curveRefusal(
  { family, curves, kty }: SignatureAlgorithm,
  { crv }: Readonly<Record<string, unknown>>,
): BackendRefusal | undefined {
  // Ed25519 is the only curve of EdDSA that jose imports.
  const wanted = family === 'eddsa' ? 'Ed25519' : curves?.[0];
  if (wanted === undefined || crv === wanted) return undefined;
  const what =
    kty === 'EC'
      ? '"crv" does not match the requested algorithm'
      : '"crv" Parameter and algorithm name mismatch';
  return refusedByRuntime('DataError', `JWK ${what}`);
}

const usages = ['encrypt', 'decrypt', 'sign', 'verify', 'deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey'];
const usageNames: Readonly<Record<SignatureFamily, string>> = {
  'rsassa-pkcs1': 'an RSASSA-PKCS1-v1_5',
  'rsassa-pss': 'an RSA-PSS',
  ecdsa: 'a ECDSA',
  eddsa: 'a Ed25519',
  'ml-dsa': 'an ML-DSA',
  // Secrets are imported another way, and `none` is not known.
  hmac: 'this',
  none: 'this',
};

/** WebCrypto looks at the arguments' types before anything else. */
function unknownUsage(operations: unknown): BackendRefusal | undefined {
  if (!Array.isArray(operations)) return undefined;
  const index = operations.findIndex((one) => !usages.some((usage) => usage === one));
  const what = `5th argument, index ${index} value '${String(operations[index])}'`;
  return index === -1
    ? undefined
    : refusedByRuntime(
        'TypeError',
        `Failed to execute 'importKey' on 'SubtleCrypto': ${what} is not a valid enum value of type KeyUsage.`,
      );
}

/** A public key is imported for all that its `key_ops` say, and can do nothing but verify. */
function usageRefusal(family: SignatureFamily, operations: unknown): BackendRefusal | undefined {
  return !Array.isArray(operations) || operations.every((one) => one === 'verify')
    ? undefined
    : refusedByRuntime('SyntaxError', `Unsupported key usage for ${usageNames[family]} key`);
}

function smallModulus(
  { alg, minimumKeyBits = 0 }: SignatureAlgorithm,
  material: KeyMaterial,
): BackendRefusal | undefined {
  if (material.kty !== 'RSA' || bitLength(toInteger(material.n)) >= minimumKeyBits) return undefined;
  return typeError(`${alg} requires key modulusLength to be 2048 bits or larger`);
}
