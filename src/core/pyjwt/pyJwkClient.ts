import { pyjwtDecode } from './decode';
import { isRaised, Raised } from './exceptions';
import { jwksClientConfig, type JwksClientArguments, type JwksClientConfig } from './jwksClientConfig';
import { LruCache } from './lruCache';
import type { PyJwk } from './pyJwk';
import { PyJwkSet } from './pyJwkSet';
import { readPythonJson } from './python/pythonJsonRead';
import { pythonRepr, pythonStr } from './python/pythonText';
import {
  equals,
  isDict,
  isHashable,
  isTruthy,
  typeName,
  type PythonDict,
  type PythonValue,
} from './python/pythonValue';
import { refuse } from './refusals';

/** What came of one HTTP request: the body of an answer, or the words of Python's error. Redirects count as errors. */
export type JwksResponse =
  | { readonly type: 'body'; readonly bytes: Uint8Array }
  | { readonly type: 'failure'; readonly reason: string };

/** What the client has of the world; the clock counts seconds and never goes back. */
export interface JwksSurroundings {
  readonly fetch: () => Promise<JwksResponse>;
  readonly clock: () => number;
}

/**
 * `jwt.PyJWKClient` of 2.15.1, played over given answers and a given clock: which call fetches, which is served from
 * memory, and what each gives or raises. Holds key material.
 */
export class PyJwkClient {
  readonly #config: JwksClientConfig;
  readonly #surroundings: JwksSurroundings;
  readonly #keys: LruCache<PyJwk> | undefined;
  #set: { readonly keys: PyJwkSet; readonly at: number } | undefined;
  #lastFetch: number | undefined;

  private constructor(config: JwksClientConfig, surroundings: JwksSurroundings) {
    this.#config = config;
    this.#surroundings = surroundings;
    this.#keys = config.cachedKeys === undefined ? undefined : new LruCache(config.cachedKeys);
  }

  /** The constructor, or what it raises. */
  static from(given: JwksClientArguments, surroundings: JwksSurroundings): PyJwkClient | Raised {
    const config = jwksClientConfig(given);
    return isRaised(config) ? config : new PyJwkClient(config, surroundings);
  }

  /** `fetch_data()`: always asks; a set that can be read is remembered, and a failure leaves what was. */
  async fetchData(): Promise<PythonDict | Raised> {
    const response = await this.#surroundings.fetch();
    if (response.type === 'failure') return refuse('clientConnection', { reason: response.reason });
    const data = readPythonJson(response.bytes);
    if (isRaised(data)) return data;
    if (!isDict(data)) return refuse('clientNoObject');
    const refusal = this.#config.cachesSet ? this.#remember(PyJwkSet.fromDict(data)) : undefined;
    if (refusal) return refusal;
    this.#lastFetch = this.#surroundings.clock();
    return data;
  }

  /** `get_jwk_set(refresh)`. */
  async getJwkSet(refresh = false): Promise<PyJwkSet | Raised> {
    const known = refresh ? undefined : this.#current();
    if (known) return known;
    const data = await this.fetchData();
    if (isRaised(data)) return data;
    return this.#set?.keys && this.#config.cachesSet ? this.#set.keys : PyJwkSet.fromDict(data);
  }

  /** `get_signing_keys(refresh)`: those with a `kid` that are not marked for something else. */
  async getSigningKeys(refresh = false): Promise<readonly PyJwk[] | Raised> {
    const set = await this.getJwkSet(refresh);
    if (isRaised(set)) return set;
    const keys = set.keys.filter(
      ({ publicKeyUse, keyId }) => (publicKeyUse === null || publicKeyUse === 'sig') && isTruthy(keyId),
    );
    return keys.length > 0 ? keys : refuse('clientNoSigningKeys');
  }

  /** `get_signing_key(kid)`: an unknown one asks once more, unless the last answer is younger than the cooldown. */
  async getSigningKey(kid: PythonValue): Promise<PyJwk | Raised> {
    if (!this.#keys) return this.#findSigningKey(kid);
    if (!isHashable(kid)) return new Raised('TypeError', `unhashable type: '${typeName(kid)}'`, 'prefix');
    const known = this.#keys.get(pythonRepr(kid));
    if (known) return known;
    const found = await this.#findSigningKey(kid);
    if (!isRaised(found)) this.#keys.set(pythonRepr(kid), found);
    return found;
  }

  /** `get_signing_key_from_jwt(token)`: by the `kid` of a token that nobody has verified yet. */
  async getSigningKeyFromJwt(token: PythonValue): Promise<PyJwk | Raised> {
    const options = new Map([['verify_signature', false]]);
    const verdict = await pyjwtDecode({ token, options, now: 0 });
    if (verdict.accepted) return this.getSigningKey(verdict.header.get('kid') ?? null);
    return new Raised(verdict.exception, verdict.message, verdict.messageKind, verdict.code);
  }

  async #findSigningKey(kid: PythonValue): Promise<PyJwk | Raised> {
    const keys = await this.getSigningKeys();
    if (isRaised(keys)) return keys;
    const found = match(keys, kid) ?? (this.#isCoolingDown() ? undefined : await this.#findAfterRefresh(kid));
    return found ?? refuse('clientKidUnknown', { kid: pythonStr(kid) });
  }

  async #findAfterRefresh(kid: PythonValue): Promise<PyJwk | Raised | undefined> {
    const keys = await this.getSigningKeys(true);
    if (isRaised(keys)) return keys;
    this.#lastFetch = this.#surroundings.clock();
    return match(keys, kid);
  }

  #isCoolingDown(): boolean {
    const { cachesSet, cooldown } = this.#config;
    return (
      cachesSet && this.#lastFetch !== undefined && this.#surroundings.clock() - this.#lastFetch < cooldown
    );
  }

  /** The remembered set, in its last second of life too. */
  #current(): PyJwkSet | undefined {
    if (!this.#set) return undefined;
    return this.#surroundings.clock() > this.#set.at + this.#config.lifespan ? undefined : this.#set.keys;
  }

  #remember(keys: PyJwkSet | Raised): Raised | undefined {
    if (isRaised(keys)) return keys;
    this.#set = { keys, at: this.#surroundings.clock() };
    return undefined;
  }
}

function match(keys: readonly PyJwk[], kid: PythonValue): PyJwk | undefined {
  return keys.find((key) => equals(key.keyId, kid));
}
