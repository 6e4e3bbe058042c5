import { bitLength, toInteger } from '../../crypto/integers';
import { equalBytes, type Bytes } from '../../encoding/bytes';
import type { KeyManagementAlgorithm, KeyManagementFamily } from '../../jose/encryptionAlgorithms';
import { readJwk } from '../../keys/jwk';
import type { Key } from '../../keys/key';
import { isKeyProblem } from '../../keys/keyProblem';
import { isRefused, type BackendRefusal } from '../backendVerdict';
import { decodeJoseBase64url, isJsonObject } from './joseBase64url';
import { joseError, typeError } from './joseErrors';

interface Question {
  readonly algorithm: KeyManagementAlgorithm;
  readonly header: Readonly<Record<string, unknown>>;
  readonly key: Key;
  readonly hasEncryptedKey: boolean;
}

type Check = (question: Question) => BackendRefusal | undefined;

const invalid = (message: string): BackendRefusal => joseError('JWEInvalid', message);

/** Iterations of PBES2 that jose does unasked. */
const iterationLimit = 10_000;

/**
 * What jose refuses about the parameters and the key, family by family. Whatever else goes wrong with the key it keeps to
 * itself, and goes on with a key made up at random (RFC 7516 §11.5): it shows as a failed decryption.
 */
export function keyManagementRefusal(question: Question): BackendRefusal | undefined {
  return checks[question.algorithm.family](question);
}

const checks: Readonly<Record<KeyManagementFamily, Check>> = {
  direct: noEncryptedKey,
  'rsa-oaep': rsaRefusal,
  rsa1_5: () => undefined,
  'aes-kw': ({ algorithm: { wrapBytes = 0 }, key: { material } }) => {
    // Other lengths are none of AES at all, which WebCrypto refuses and jose keeps to itself.
    const isRight = material.kty !== 'oct' || ![16, 24, 32].includes(material.k.length);
    if (isRight || material.k.length === wrapBytes) return undefined;
    const bits = 8 * wrapBytes;
    return typeError(`CryptoKey does not support this operation, its algorithm.length must be ${bits}`);
  },
  'aes-gcm-kw': gcmRefusal,
  'ecdh-es': (question) =>
    (question.algorithm.wrapBytes ? undefined : noEncryptedKey(question)) ?? agreementRefusal(question),
  pbes2: passwordRefusal,
};

function noEncryptedKey({ hasEncryptedKey }: Question): BackendRefusal | undefined {
  return hasEncryptedKey ? invalid('Encountered unexpected JWE Encrypted Key') : undefined;
}

function rsaRefusal({ algorithm: { alg }, key: { material } }: Question): BackendRefusal | undefined {
  const isSmall = material.kty === 'RSA' && bitLength(toInteger(material.n)) < 2048;
  return isSmall ? typeError(`${alg} requires key modulusLength to be 2048 bits or larger`) : undefined;
}

function gcmRefusal({
  algorithm: { wrapBytes = 0 },
  header,
  key: { material },
}: Question): BackendRefusal | undefined {
  const missing = (name: string, what: string): BackendRefusal =>
    invalid(`JOSE Header "${name}" (${what}) missing or invalid`);
  if (typeof header['iv'] !== 'string') return missing('iv', 'Initialization Vector');
  if (typeof header['tag'] !== 'string') return missing('tag', 'Authentication Tag');
  const iv = decodeJoseBase64url(header['iv']);
  if (!iv) return invalid('Failed to base64url decode the iv');
  const tag = decodeJoseBase64url(header['tag']);
  if (!tag) return invalid('Failed to base64url decode the tag');
  if (iv.length !== 12) return invalid('Invalid Initialization Vector length');
  if (tag.length !== 16) return invalid('Invalid Authentication Tag length');
  if (material.kty !== 'oct' || material.k.length === wrapBytes) return undefined;
  const bits = `Expected ${8 * wrapBytes} bits, got ${8 * material.k.length} bits`;
  return invalid(`Invalid Content Encryption Key length. ${bits}`);
}

const privateMembers = ['d', 'k', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'priv'];

function agreementRefusal({ header }: Question): BackendRefusal | undefined {
  const { epk } = header;
  if (!isJsonObject(epk) || privateMembers.some((name) => Object.hasOwn(epk, name)))
    return invalid('JOSE Header "epk" (Ephemeral Public Key) missing or invalid');
  const isKnown = epk['kty'] === 'EC' || (epk['kty'] === 'OKP' && epk['crv'] === 'X25519');
  if (!isKnown)
    return joseError('JOSENotSupported', 'Invalid or unsupported JWK "alg" (Algorithm) Parameter value');
  // A key that cannot be imported ends it here, unseen.
  if (isKeyProblem(readJwk(epk))) return undefined;
  const apu = partyInfo(header, 'apu', 'U');
  if (isRefused(apu)) return apu;
  const apv = partyInfo(header, 'apv', 'V');
  if (isRefused(apv)) return apv;
  return apu && apv && equalBytes(apu, apv)
    ? invalid('JOSE Header "apu" and "apv" values must be distinct')
    : undefined;
}

function partyInfo(
  header: Readonly<Record<string, unknown>>,
  name: 'apu' | 'apv',
  party: string,
): Bytes | BackendRefusal | undefined {
  const value = header[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string')
    return invalid(`JOSE Header "${name}" (Agreement Party${party}Info) invalid`);
  return decodeJoseBase64url(value) ?? invalid(`Failed to base64url decode the ${name}`);
}

function passwordRefusal({ header: { p2c, p2s } }: Question): BackendRefusal | undefined {
  if (typeof p2c !== 'number') return invalid('JOSE Header "p2c" (PBES2 Count) missing or invalid');
  if (p2c > iterationLimit) return invalid('JOSE Header "p2c" (PBES2 Count) out is of acceptable bounds');
  if (typeof p2s !== 'string') return invalid('JOSE Header "p2s" (PBES2 Salt) missing or invalid');
  const salt = decodeJoseBase64url(p2s);
  if (!salt) return invalid('Failed to base64url decode the p2s');
  if (salt.length < 8) return invalid('PBES2 Salt Input must be 8 or more octets');
  return Number.isSafeInteger(p2c) && p2c > 0
    ? undefined
    : invalid('PBES2 Count Input must be a positive integer');
}
