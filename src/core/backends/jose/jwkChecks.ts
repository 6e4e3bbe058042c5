import type { BackendRefusal } from '../backendVerdict';
import { isJsonObject } from './joseBase64url';
import { joseError, typeError } from './joseErrors';
import type { JoseKey } from './options';

/** What jose knows of an algorithm, as far as its keys go. */
export interface JoseAlgorithm {
  readonly alg: string;
  /** The key types it takes. */
  readonly kty: readonly (string | undefined)[];
  /** What a JWK's `key_ops` must include, where it has any. */
  readonly operation: string | undefined;
  /** `sig` or `enc`. */
  readonly use: string;
  /** Whether it takes a private key. */
  readonly isPrivate: boolean;
}

const invalidOperations = '"key_ops" (Key Operations) Parameter must be an array of unique strings';

interface TakenKey {
  readonly key: JoseKey;
}

/** The key, where jose takes it for the algorithm at all: the checks before any key is imported. */
export function takenKey(algorithm: JoseAlgorithm, key: JoseKey | undefined): TakenKey | BackendRefusal {
  const isSecret = algorithm.kty.includes('oct');
  if (key instanceof Uint8Array)
    return isSecret ? { key } : wrongType(algorithm.alg, isSecret, 'an instance of Uint8Array');
  if (!isJsonObject(key)) return wrongType(algorithm.alg, isSecret, 'undefined');
  const refusal =
    labelTypeRefusal(key) ?? kindRefusal(algorithm, isSecret, key) ?? labelRefusal(algorithm, key);
  return refusal ?? { key };
}

function wrongType(alg: string, isSecret: boolean, received: string): BackendRefusal {
  const kinds = isSecret
    ? 'CryptoKey, KeyObject, JSON Web Key, or Uint8Array'
    : 'CryptoKey, KeyObject, or JSON Web Key';
  return typeError(`Key for the ${alg} algorithm must be one of type ${kinds}. Received ${received}`);
}

type Jwk = Readonly<Record<string, unknown>>;

function labelTypeRefusal({ ext, key_ops: operations }: Jwk): BackendRefusal | undefined {
  if (ext !== undefined && typeof ext !== 'boolean')
    return typeError('"ext" (Extractable) Parameter must be a boolean');
  if (operations === undefined) return undefined;
  const isRight =
    Array.isArray(operations) &&
    operations.every((one) => typeof one === 'string') &&
    new Set(operations).size === operations.length;
  return isRight ? undefined : typeError(invalidOperations);
}

function kindRefusal(
  { alg, isPrivate }: JoseAlgorithm,
  isSecret: boolean,
  jwk: Jwk,
): BackendRefusal | undefined {
  if (typeof jwk['kty'] !== 'string') return wrongType(alg, isSecret, 'an instance of Object');
  if (isSecret) {
    const isRight = jwk['kty'] === 'oct' && typeof jwk['k'] === 'string';
    return isRight
      ? undefined
      : typeError(
          'JSON Web Key for symmetric algorithms must have JWK "kty" (Key Type) equal to "oct" and the JWK "k" (Key Value) present',
        );
  }
  const half = isPrivate ? 'private' : 'public';
  const isRight = jwk['kty'] !== 'oct' && (isPrivate ? hasPrivateText(jwk) : !hasPrivateMember(jwk));
  return isRight ? undefined : typeError(`JSON Web Key for this operation must be a ${half} JWK`);
}

function hasPrivateText({ kty, d, priv }: Jwk): boolean {
  return typeof d === 'string' || (kty === 'AKP' && typeof priv === 'string');
}

function hasPrivateMember({ d, priv }: Jwk): boolean {
  return d !== undefined || priv !== undefined;
}

function labelRefusal({ alg, use, operation }: JoseAlgorithm, jwk: Jwk): BackendRefusal | undefined {
  const invalid = (name: string, demand: string): BackendRefusal =>
    typeError(`Invalid key for this operation, its "${name}" must ${demand} when present`);
  if (jwk['use'] !== undefined && jwk['use'] !== use) return invalid('use', `be "${use}"`);
  if (jwk['alg'] !== undefined && jwk['alg'] !== alg) return invalid('alg', `be "${alg}"`);
  const operations = jwk['key_ops'];
  if (operation === undefined || !Array.isArray(operations) || operations.includes(operation))
    return undefined;
  return invalid('key_ops', `include "${operation}"`);
}

/** Whether a JWK is of a type the algorithm works with. */
export function keyTypeRefusal({ kty }: JoseAlgorithm, jwk: Jwk): BackendRefusal | undefined {
  if (kty.some((one) => one === jwk['kty'])) return undefined;
  return joseError('JOSENotSupported', 'Invalid or unsupported JWK "alg" (Algorithm) Parameter value');
}
