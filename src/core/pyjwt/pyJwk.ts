import type { Bytes } from '../encoding/bytes';
import { pyjwtAlgorithms, type PyjwtAlgorithm } from './algorithms';
import type { LoadedKey } from './cryptography/loadedKey';
import { isRaised, Raised } from './exceptions';
import { jwkReaders } from './jwkReaders';
import { pythonStr } from './python/pythonText';
import {
  isDict,
  isHashable,
  isTruthy,
  typeName,
  type PythonDict,
  type PythonValue,
} from './python/pythonValue';
import { refuse } from './refusals';

/** A `jwt.PyJWK`: a key bound to the one algorithm it may be used with. Holds key material. */
export class PyJwk {
  readonly key: Bytes | LoadedKey;
  readonly algorithm: PyjwtAlgorithm;
  readonly #members: PythonDict;

  private constructor(members: PythonDict, algorithm: PyjwtAlgorithm, key: Bytes | LoadedKey) {
    this.#members = members;
    this.algorithm = algorithm;
    this.key = key;
  }

  /** `PyJWK(jwk, algorithm)`, or what it raises. */
  static from(jwk: PythonValue, algorithm: PythonValue = null): PyJwk | Raised {
    if (!isDict(jwk))
      return new Raised('AttributeError', `'${typeName(jwk)}' object has no attribute 'get'`, 'prefix');
    if (!isTruthy(jwk.get('kty'))) return refuse('ktyMissing');
    const row = findAlgorithm(jwk, algorithm);
    if (isRaised(row)) return row;
    const key = jwkReaders[row.kind](jwk);
    if (!isRaised(key)) return new PyJwk(jwk, row, key);
    const isWrapped = isRaised(key, 'TypeError') || isRaised(key, 'ValueError');
    return isWrapped ? refuse('jwkUnusable', { reason: key.message }) : key;
  }

  /** A member of the JWK; None where it is absent. */
  member(name: string): PythonValue {
    return this.#members.get(name) ?? null;
  }

  /** `key_id`: of any type, None where it is absent. */
  get keyId(): PythonValue {
    return this.member('kid');
  }

  get keyType(): PythonValue {
    return this.member('kty');
  }

  get publicKeyUse(): PythonValue {
    return this.member('use');
  }
}

/** The argument, else `alg`, else what the type of key suggests. */
function findAlgorithm(jwk: PythonDict, argument: PythonValue): PyjwtAlgorithm | Raised {
  const named = isTruthy(argument) ? argument : (jwk.get('alg') ?? null);
  const name = isTruthy(named) ? named : defaultAlgorithm(jwk);
  if (isRaised(name)) return name;
  if (!isHashable(name)) return new Raised('TypeError', `unhashable type: '${typeName(name)}'`, 'prefix');
  const row = typeof name === 'string' ? pyjwtAlgorithms.get(name) : undefined;
  return row ?? refuse('jwkAlgorithm');
}

/** Key type, and for EC and OKP the curve -> the algorithm taken where none is named. Ed448 has none. */
const defaultAlgorithms: ReadonlyMap<string, string | ReadonlyMap<string, string>> = new Map<
  string,
  string | ReadonlyMap<string, string>
>([
  ['RSA', 'RS256'],
  ['oct', 'HS256'],
  [
    'EC',
    new Map([
      ['P-256', 'ES256'],
      ['P-384', 'ES384'],
      ['P-521', 'ES512'],
      ['secp256k1', 'ES256K'],
    ]),
  ],
  ['OKP', new Map([['Ed25519', 'EdDSA']])],
]);

function defaultAlgorithm(jwk: PythonDict): string | Raised {
  const kty = jwk.get('kty') ?? null;
  const byType = typeof kty === 'string' ? defaultAlgorithms.get(kty) : undefined;
  if (byType === undefined) return refuse('ktyUnsupported', { kty: pythonStr(kty) });
  if (typeof byType === 'string') return byType;
  const crv = jwk.get('crv') ?? null;
  if (!isTruthy(crv)) return kty === 'EC' ? 'ES256' : refuse('crvMissing');
  const name = typeof crv === 'string' ? byType.get(crv) : undefined;
  return name ?? refuse('crvUnsupported', { crv: pythonStr(crv) });
}
