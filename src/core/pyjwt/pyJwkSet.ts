import { isRaised, Raised } from './exceptions';
import { PyJwk } from './pyJwk';
import { readPythonJson } from './python/pythonJsonRead';
import { pythonStr } from './python/pythonText';
import { equals, isDict, isList, isTruthy, typeName, type PythonValue } from './python/pythonValue';
import { refuse } from './refusals';

/** A `jwt.PyJWKSet`: the usable keys of a JWK Set, in its order. Holds key material. */
export class PyJwkSet {
  readonly keys: readonly PyJwk[];

  private constructor(keys: readonly PyJwk[]) {
    this.keys = keys;
  }

  /** `PyJWKSet.from_dict`. Members that are no objects, or that PyJWT refuses in words of its own, are passed over. */
  static fromDict(set: PythonValue): PyJwkSet | Raised {
    if (!isDict(set))
      return new Raised('AttributeError', `'${typeName(set)}' object has no attribute 'get'`, 'prefix');
    const members = set.get('keys') ?? null;
    if (!isTruthy(members)) return refuse('setEmpty');
    if (!isList(members)) return refuse('setNoList');
    const keys: PyJwk[] = [];
    for (const member of members) {
      const key = isDict(member) ? PyJwk.from(member) : undefined;
      if (isRaised(key) && !isRaised(key, 'PyJWTError')) return key;
      if (key instanceof PyJwk) keys.push(key);
    }
    return keys.length > 0 ? new PyJwkSet(keys) : refuse('setUnusable');
  }

  /** `PyJWKSet.from_json`. */
  static fromJson(json: string | Uint8Array): PyJwkSet | Raised {
    const set = readPythonJson(json);
    return isRaised(set) ? set : PyJwkSet.fromDict(set);
  }

  /** `set[kid]`: the first key whose `kid` is equal; None finds a key that has none. */
  find(kid: PythonValue): PyJwk | Raised {
    return (
      this.keys.find((key) => equals(key.keyId, kid)) ?? refuse('setKidUnknown', { kid: pythonStr(kid) })
    );
  }
}
