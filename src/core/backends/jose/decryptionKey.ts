import type { Bytes } from '../../encoding/bytes';
import type {
  ContentEncryption,
  KeyManagementAlgorithm,
  KeyManagementFamily,
} from '../../jose/encryptionAlgorithms';
import { readJwk } from '../../keys/jwk';
import type { Key } from '../../keys/key';
import { isKeyProblem } from '../../keys/keyProblem';
import { isRefused, refusedByRuntime, type BackendRefusal } from '../backendVerdict';
import { decodeJoseBase64url } from './joseBase64url';
import { joseError, typeError } from './joseErrors';
import { keyTypeRefusal, takenKey, type JoseAlgorithm } from './jwkChecks';
import type { JoseKey } from './options';

/** What `key_ops` must include, by family. */
const operations: Readonly<Record<KeyManagementFamily, string>> = {
  'rsa-oaep': 'unwrapKey',
  rsa1_5: 'unwrapKey',
  'aes-kw': 'unwrapKey',
  'aes-gcm-kw': 'decrypt',
  direct: 'decrypt',
  'ecdh-es': 'deriveBits',
  pbes2: 'deriveBits',
};

/** The key as jose prepares it to decrypt with, or what it or WebCrypto throws. */
export function decryptionKey(
  { alg, family, kty }: KeyManagementAlgorithm,
  { enc }: ContentEncryption,
  given: JoseKey | undefined,
): Key | BackendRefusal {
  const row: JoseAlgorithm = {
    // Used directly, the key is one of the content's algorithm.
    alg: family === 'direct' ? enc : alg,
    kty: family === 'ecdh-es' ? ['EC', 'OKP'] : [kty],
    operation: operations[family],
    use: 'enc',
    isPrivate: true,
  };
  const taken = takenKey(row, given);
  if (isRefused(taken)) return taken;
  const { key } = taken;
  if (key instanceof Uint8Array) return secretOf(key);
  if (kty === 'oct') {
    const octets = decodeJoseBase64url(String(key['k']));
    return octets ? secretOf(octets) : typeError('The input to be decoded is not correctly encoded.');
  }
  const unfit = keyTypeRefusal(row, key);
  if (unfit) return unfit;
  if (family === 'ecdh-es' && key['kty'] === 'OKP' && key['crv'] !== 'X25519')
    return joseError('JOSENotSupported', 'Invalid or unsupported JWK "alg" (Algorithm) Parameter value');
  if (key['crv'] === 'secp256k1') return refusedByRuntime('NotSupportedError', 'Unrecognized namedCurve');
  const read = readJwk(key);
  // WebCrypto takes no private RSA key without its factors (RFC 7518 §6.3.2 leaves them to the maker).
  const isWhole = !isKeyProblem(read) && (kty !== 'RSA' || key['p'] !== undefined);
  return isWhole ? { ...read, labels: {} } : refusedByRuntime('DataError', 'Invalid keyData');
}

function secretOf(k: Bytes): Key {
  return { material: { kty: 'oct', k }, labels: {}, format: 'secret' };
}
