import { encodeBase64url } from '../../src/core/encoding/base64url';
import { utf8Bytes } from '../../src/core/encoding/bytes';
import { pyjwtAlgorithms } from '../../src/core/pyjwt/algorithms';
import { pyjwtDecode, pyjwtGetUnverifiedHeader } from '../../src/core/pyjwt/decode';
import type { PyjwtDecodeRequest } from '../../src/core/pyjwt/decodeRequest';
import { pyjwtEncode } from '../../src/core/pyjwt/encode';
import { isRaised, type Raised } from '../../src/core/pyjwt/exceptions';
import { isLoadedKey, prepareKey } from '../../src/core/pyjwt/prepareKey';
import { PyJwk } from '../../src/core/pyjwt/pyJwk';
import { PyJwkClient, type JwksResponse } from '../../src/core/pyjwt/pyJwkClient';
import { PyJwkSet } from '../../src/core/pyjwt/pyJwkSet';
import { readPythonJson } from '../../src/core/pyjwt/python/pythonJsonRead';
import { writePythonJson } from '../../src/core/pyjwt/python/pythonJsonWrite';
import {
  isBytes,
  isDict,
  isTruthy,
  type PythonDict,
  type PythonValue,
} from '../../src/core/pyjwt/python/pythonValue';
import { toPyjwtJwk } from '../../src/core/pyjwt/toPyjwtJwk';
import { refusalOf, type PyjwtRefusal, type PyjwtWarning } from '../../src/core/pyjwt/verdict';
import { pyjwtKey, pythonValue, untagged, type VectorKey } from './pyjwtValues';

/** One case of a `pyjwt-conformance/1` file: its operation's arguments, by name. An absent one is not passed. */
export interface PyjwtCase {
  readonly id: string;
  readonly op: string;
  /** The same case as Python reads it: members in their order, whole floats apart from integers. */
  readonly exact?: PythonDict;
  readonly [argument: string]: unknown;
}

/** What our engine says to a case: refused, or the members the file may ask for. */
export type Answer = PyjwtRefusal | { readonly accepted: true; readonly members: Members };
export interface Members {
  readonly [name: string]: unknown;
  readonly warnings?: readonly PyjwtWarning[];
}

/** Operation -> our answer. */
export const answers: ReadonlyMap<string, (vector: PyjwtCase) => Promise<Answer>> = new Map([
  ['decode', decode],
  ['get_unverified_header', unverifiedHeader],
  ['encode', encode],
  ['jwk', jwk],
  ['jwks', jwks],
  ['to_jwk', toJwk],
  ['jwks_client', jwksClient],
  ['algorithms', algorithms],
] satisfies [string, (vector: PyjwtCase) => Promise<Answer>][]);

const accept = (members: Members): Answer => ({ accepted: true, members });

/** The value where JavaScript can hold it, and its JSON text. */
function described(name: string, value: PythonValue): Members {
  return { [name]: plain(value), [`${name}_json`]: jsonText(value) };
}

/** JSON in which equal dicts are the same text. */
function jsonText(value: PythonValue): string {
  const text = writePythonJson(value, { sortKeys: true });
  return isRaised(text) ? text.message : text;
}

/** Text of a file's JSON as `jsonText` would write it. */
export function sameJsonText(text: unknown): unknown {
  const value = readPythonJson(String(text));
  return isRaised(value) ? text : jsonText(value);
}

function plain(value: PythonValue): unknown {
  const text = writePythonJson(value);
  try {
    return isRaised(text) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The arguments a case passes, under our names, as Python values. */
function passed(vector: PyjwtCase, names: Readonly<Record<string, string>>): Record<string, PythonValue> {
  const given = Object.entries(names).filter(([name]) => name in vector);
  return Object.fromEntries(given.map(([name, ours]) => [ours, argument(vector, name)]));
}

/** One argument of a case; None where it is absent. */
function argument({ exact, ...vector }: PyjwtCase, name: string): PythonValue {
  return exact ? untagged(exact.get(name) ?? null) : pythonValue(vector[name]);
}

/** The arguments of a decode case; what making its PyJWK raises, where that fails. */
export function decodeRequest(vector: PyjwtCase): PyjwtDecodeRequest | Raised {
  const key = 'key' in vector ? pyjwtKey(vector['key'] as VectorKey) : undefined;
  if (isRaised(key)) return key;
  return {
    token: argument(vector, 'token'),
    now: Number(vector['now'] ?? 0),
    ...(key !== undefined && { key }),
    ...('extra_kwargs' in vector && { extraArguments: Object.keys(vector['extra_kwargs'] as object) }),
    ...passed(vector, {
      algorithms: 'algorithms',
      options: 'options',
      audience: 'audience',
      issuer: 'issuer',
      subject: 'subject',
      leeway: 'leeway',
      detached_payload: 'detachedPayload',
      verify: 'verify',
      instance_options: 'instanceOptions',
    }),
  };
}

async function decode(vector: PyjwtCase): Promise<Answer> {
  const request = decodeRequest(vector);
  if (isRaised(request)) return refusalOf(request);
  const verdict = await pyjwtDecode(request);
  if (!verdict.accepted) return verdict;
  return accept({
    ...described('payload', verdict.payload),
    ...described('header', verdict.header),
    signature: encodeBase64url(verdict.signature),
    warnings: verdict.warnings,
  });
}

async function unverifiedHeader(vector: PyjwtCase): Promise<Answer> {
  const read = pyjwtGetUnverifiedHeader(argument(vector, 'token'));
  return Promise.resolve(read.accepted ? accept(described('header', read.header)) : read);
}

async function encode(vector: PyjwtCase): Promise<Answer> {
  const key = pyjwtKey(vector['key'] as VectorKey);
  if (isRaised(key)) return refusalOf(key);
  const names = { algorithm: 'algorithm', headers: 'headers', sort_headers: 'sortHeaders' };
  const payload = argument(vector, 'payload');
  const more = passed(vector, { ...names, instance_options: 'instanceOptions' });
  const encoded = await pyjwtEncode({ payload, key, ...more });
  if (!encoded.accepted) return encoded;
  const { token, headerText, payloadText, warnings } = encoded;
  const lastDot = token.lastIndexOf('.');
  return accept({
    token,
    header_text: headerText,
    ...(!token.includes('..') && { payload_text: payloadText }),
    signing_input: token.slice(0, lastDot),
    signature_length: Buffer.from(token.slice(lastDot + 1), 'base64url').length,
    detached: token.includes('..') ? payloadText : undefined,
    warnings,
  });
}

/** Every check of claims off: what remains is the signature. */
const signatureOnly = new Map(
  ['exp', 'nbf', 'iat', 'aud', 'iss', 'sub', 'jti'].map((claim) => [`verify_${claim}`, false]),
);

/** Whether a token that cannot be the same twice verifies, and holds the payload. */
export async function verifies(
  token: string,
  detached: string | undefined,
  roundtrip: object,
): Promise<Answer> {
  const vector = { id: '', op: 'decode', ...roundtrip } as PyjwtCase;
  const key = pyjwtKey(vector['verify_key'] as VectorKey);
  if (isRaised(key)) return refusalOf(key);
  const verdict = await pyjwtDecode({
    token,
    key,
    algorithms: pythonValue(vector['algorithms']),
    options: signatureOnly,
    now: 0,
    ...(detached !== undefined && { detachedPayload: utf8Bytes(detached) }),
  });
  return verdict.accepted ? accept(described('payload', verdict.payload)) : verdict;
}

async function jwk(vector: PyjwtCase): Promise<Answer> {
  const key = PyJwk.from(argument(vector, 'jwk'), argument(vector, 'algorithm'));
  if (isRaised(key)) return Promise.resolve(refusalOf(key));
  return Promise.resolve(
    accept({
      algorithm_name: key.algorithm.name,
      key_type: plain(key.keyType),
      key_id: plain(key.keyId),
      public_key_use: plain(key.publicKeyUse),
      is_private: isLoadedKey(key.key) && key.key.isPrivate,
    }),
  );
}

async function jwks(vector: PyjwtCase): Promise<Answer> {
  const text = argument(vector, 'text');
  const isText = typeof text === 'string' || isBytes(text);
  const set = isText ? PyJwkSet.fromJson(text) : PyJwkSet.fromDict(argument(vector, 'jwks'));
  if (isRaised(set)) return Promise.resolve(refusalOf(set));
  const keys = set.keys.map((key) => ({
    kid: plain(key.keyId),
    alg: key.algorithm.name,
    kty: plain(key.keyType),
    use: plain(key.publicKeyUse),
  }));
  const lookup = ((vector['lookup'] ?? []) as unknown[]).map((kid) => {
    const found = set.find(pythonValue(kid));
    return isRaised(found)
      ? { kid, ok: false, exception: found.exception, message: found.message }
      : { kid, ok: true, alg: found.algorithm.name };
  });
  return Promise.resolve(accept({ keys, lookup }));
}

async function toJwk(vector: PyjwtCase): Promise<Answer> {
  const algorithm = pyjwtAlgorithms.get(String(vector['algorithm']));
  const key = pyjwtKey(vector['key'] as VectorKey);
  if (isRaised(key)) return Promise.resolve(refusalOf(key));
  if (!algorithm) throw new Error(`${vector.id}: no such algorithm`);
  const prepared = prepareKey(algorithm, key instanceof PyJwk ? key.key : key);
  const members = isRaised(prepared) ? prepared : toPyjwtJwk(algorithm, prepared);
  return Promise.resolve(isRaised(members) ? refusalOf(members) : accept({ jwk: members }));
}

async function algorithms(): Promise<Answer> {
  return Promise.resolve(accept({ algorithms: [...pyjwtAlgorithms.keys()] }));
}

interface VectorResponse {
  readonly type: 'json' | 'raw' | 'http_error' | 'url_error' | 'timeout' | 'incomplete';
  readonly body?: unknown;
  readonly status?: number;
  readonly reason?: string;
}
interface VectorStep {
  readonly at: number;
  readonly call: string;
  readonly args?: readonly unknown[];
}

/** Plays the steps over the answers given; the last answer repeats. */
async function jwksClient(vector: PyjwtCase): Promise<Answer> {
  const responses = vector['responses'] as readonly VectorResponse[];
  let fetches = 0;
  let now = 0;
  const config = (vector['config'] ?? {}) as Record<string, unknown>;
  const exact = vector.exact?.get('config');
  const client = PyJwkClient.from(
    {
      uri: pythonValue(vector['uri']),
      ...passed(
        { ...config, id: '', op: '', ...(isDict(exact) && { exact }) },
        {
          cache_keys: 'cacheKeys',
          max_cached_keys: 'maxCachedKeys',
          cache_jwk_set: 'cacheJwkSet',
          lifespan: 'lifespan',
          cooldown_duration: 'cooldownDuration',
        },
      ),
    },
    {
      fetch: () => Promise.resolve(response(responses[Math.min(fetches++, responses.length - 1)])),
      clock: () => now,
    },
  );
  if (isRaised(client)) return refusalOf(client);
  const steps: unknown[] = [];
  for (const { at, call, args = [] } of vector['steps'] as readonly VectorStep[]) {
    now = at;
    const result = await clientCalls.get(call)?.(client, pythonValue(args[0] ?? null));
    steps.push({ ...stepResult(result), fetches });
  }
  return accept({ steps });
}

type CallResult = Promise<PyJwk | PyJwkSet | readonly PyJwk[] | PythonValue | Raised>;

/** Method of the client -> its call with its first argument, None where there is none. */
const clientCalls: ReadonlyMap<string, (client: PyJwkClient, argument: PythonValue) => CallResult> = new Map<
  string,
  (client: PyJwkClient, argument: PythonValue) => CallResult
>([
  ['get_signing_key', (client, kid) => client.getSigningKey(kid)],
  ['get_signing_key_from_jwt', (client, token) => client.getSigningKeyFromJwt(token)],
  ['get_signing_keys', (client, refresh) => client.getSigningKeys(isTruthy(refresh))],
  ['get_jwk_set', (client, refresh) => client.getJwkSet(isTruthy(refresh))],
  ['fetch_data', (client) => client.fetchData()],
]);

function stepResult(result: Awaited<CallResult> | undefined): object {
  if (result === undefined) throw new Error('no such call of the client');
  if (isRaised(result)) return { ok: false, refusal: refusalOf(result) };
  if (result instanceof PyJwk) return { ok: true, kid: plain(result.keyId), alg: result.algorithm.name };
  const keys = result instanceof PyJwkSet ? result.keys : result;
  const isKeys = Array.isArray(keys) && keys.every((key) => key instanceof PyJwk);
  return { ok: true, ...(isKeys && { kids: keys.map((key) => plain(key.keyId)) }) };
}

function response({ type, body, status = 0, reason = '' }: VectorResponse): JwksResponse {
  const failures = {
    http_error: `HTTP Error ${status}: ${reason}`,
    url_error: `<urlopen error ${reason}>`,
    timeout: reason,
    incomplete: 'IncompleteRead(1 bytes read)',
  } as const;
  if (type !== 'json' && type !== 'raw') return { type: 'failure', reason: failures[type] };
  const value = type === 'json' ? writePythonJson(pythonValue(body)) : pythonValue(body);
  if (isBytes(value)) return { type: 'body', bytes: value };
  return { type: 'body', bytes: utf8Bytes(typeof value === 'string' ? value : '') };
}
