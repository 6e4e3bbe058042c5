import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { isRaised } from '../../../src/core/pyjwt/exceptions';
import { jwksClientConfig, type JwksClientArguments } from '../../../src/core/pyjwt/jwksClientConfig';
import { LruCache } from '../../../src/core/pyjwt/lruCache';
import { PyJwkClient, type JwksResponse } from '../../../src/core/pyjwt/pyJwkClient';
import type { PythonValue } from '../../../src/core/pyjwt/python/pythonValue';
import { py, raised, signed, value } from './pyjwtCalls';

const down: JwksResponse = { type: 'failure', reason: 'down' };
const body = (json: unknown): JwksResponse => ({ type: 'body', bytes: utf8Bytes(JSON.stringify(json)) });
const keys = (...kids: unknown[]): JwksResponse =>
  body({ keys: kids.map((kid) => ({ kty: 'oct', k: 'AAAA', ...(kid === undefined ? {} : { kid }) })) });

/** A client over these answers (the last repeats), a clock to set, and how often it asked. */
function aClient(
  given: Partial<JwksClientArguments>,
  ...responses: readonly JwksResponse[]
): { readonly client: PyJwkClient; readonly time: { now: number; fetches: number } } {
  const time = { now: 0, fetches: 0 };
  const surroundings = {
    fetch: () => Promise.resolve(responses[Math.min(time.fetches++, responses.length - 1)]),
    clock: () => time.now,
  };
  return { client: value(PyJwkClient.from({ uri: 'https://h/jwks', ...given }, surroundings)), time };
}

/** Plays steps of `moment, kid, what comes of it, fetches so far`. */
async function play(
  { client, time }: ReturnType<typeof aClient>,
  steps: readonly (readonly [at: number, kid: PythonValue, result: string, fetches: number])[],
): Promise<void> {
  for (const [at, kid, result, fetches] of steps) {
    time.now = at;
    const found = await client.getSigningKey(kid);
    assert.equal(isRaised(found) ? (found.code ?? found.exception) : 'found', result, `at ${at}`);
    assert.equal(time.fetches, fetches, `at ${at}`);
  }
}

describe('PyJwkClient', () => {
  it('keeps a set for its lifespan, the last second included', async () => {
    await play(aClient({}, keys('a')), [
      [0, 'a', 'found', 1],
      [300, 'a', 'found', 1],
      [300.001, 'a', 'found', 2],
      [600, 'a', 'found', 2],
    ]);
    await play(aClient({ lifespan: 10n }, keys('a')), [
      [5, 'a', 'found', 1],
      [15, 'a', 'found', 1],
      [16, 'a', 'found', 2],
    ]);
    await play(aClient({ lifespan: NaN }, keys('a')), [
      [0, 'a', 'found', 1],
      [1e9, 'a', 'found', 1],
    ]);
  });

  it('asks again for an unknown kid, but not within the cooldown of any fetch', async () => {
    await play(aClient({}, keys('a'), keys('a', 'b'), keys('c')), [
      [0, 'b', 'clientKidUnknown', 1],
      [29.9, 'b', 'clientKidUnknown', 1],
      [30, 'b', 'found', 2],
      [59, 'c', 'clientKidUnknown', 2],
      [60, 'c', 'found', 3],
    ]);
    await play(aClient({ cooldownDuration: 0n }, keys('a'), keys('b')), [[0, 'b', 'found', 2]]);
  });

  it('asks twice for an unknown kid where no set is kept', async () => {
    await play(aClient({ cacheJwkSet: false }, keys('a'), keys('a'), keys('b'), keys('a'), keys('c')), [
      [0, 'a', 'found', 1],
      [0, 'b', 'found', 3],
      [0, 'z', 'clientKidUnknown', 5],
    ]);
  });

  it('keeps what it has when a fetch fails, and starts no cooldown', async () => {
    await play(aClient({}, keys('a'), down, keys('a', 'b')), [
      [0, 'a', 'found', 1],
      [31, 'b', 'clientConnection', 2],
      [31, 'a', 'found', 2],
      [31, 'b', 'found', 3],
    ]);
    await play(aClient({}, down, keys('a')), [
      [0, 'a', 'clientConnection', 1],
      [0, 'a', 'found', 2],
    ]);
  });

  it('starts the cooldown anew after each refresh', async () => {
    await play(aClient({}, keys('a')), [
      [0, 'z', 'clientKidUnknown', 1],
      [40, 'z', 'clientKidUnknown', 2],
      [69, 'z', 'clientKidUnknown', 2],
      [70, 'z', 'clientKidUnknown', 3],
    ]);
  });

  it('remembers keys by kid for ever, and failures never', async () => {
    await play(aClient({ cacheKeys: true }, keys('a'), keys('b')), [
      [0, 'a', 'found', 1],
      [31, 'b', 'found', 2],
      [1e6, 'a', 'found', 2],
      [1e6, 'z', 'clientKidUnknown', 3],
    ]);
    await play(aClient({ cacheKeys: true, maxCachedKeys: 1n }, keys('a', 'b')), [
      [0, 'a', 'found', 1],
      [0, 'b', 'found', 1],
      [1000, 'b', 'found', 1],
      [1000, 'a', 'found', 2],
    ]);
    await play(aClient({ cacheKeys: true }, keys('a')), [[0, ['a'], 'TypeError', 0]]);
    await play(aClient({ cacheKeys: true, maxCachedKeys: 0n }, keys('a')), [
      [0, ['a'], 'clientKidUnknown', 1],
      [301, 'a', 'found', 2],
      [602, 'a', 'found', 3],
    ]);
  });

  it('signs with keys that have a kid and are not for something else', async () => {
    const set = body({
      keys: [
        { kty: 'oct', k: 'AAAA' },
        { kty: 'oct', k: 'AAAA', kid: '' },
        { kty: 'oct', k: 'AAAA', kid: 'a', use: 'enc' },
        { kty: 'oct', k: 'AAAA', kid: 'b', use: 'sig' },
        { kty: 'oct', k: 'AAAA', kid: 'c', use: null },
      ],
    });
    const { client } = aClient({}, set);
    assert.deepEqual(
      value(await client.getSigningKeys()).map(({ keyId }) => keyId),
      ['b', 'c'],
    );
    assert.equal(value(await client.getJwkSet()).keys.length, 5);
    await play(aClient({}, keys(undefined)), [[0, null, 'clientNoSigningKeys', 1]]);
  });

  it('fetches on demand, whatever it has', async () => {
    const { client, time } = aClient({}, keys('a'), keys('b'));
    await client.getJwkSet();
    await client.getJwkSet();
    assert.equal(time.fetches, 1);
    assert.equal(value(await client.getJwkSet(true)).keys[0].keyId, 'b');
    assert.equal(time.fetches, 2);
    await client.getSigningKeys(true);
    assert.equal(time.fetches, 3);
    assert.ok(value(await client.fetchData()).has('keys'));
    assert.equal(time.fetches, 4);
  });

  it('finds the key a token names, which nobody has verified', async () => {
    const { client } = aClient({}, keys('a'));
    assert.equal(
      value(await client.getSigningKeyFromJwt(await signed('{"kid":"a"}', '{"exp":0}'))).keyId,
      'a',
    );
    assert.equal(
      raised(await client.getSigningKeyFromJwt(await signed('{}', '{}'))),
      'PyJWKClientError: Unable to find a signing key that matches: "None"',
    );
    assert.equal(
      raised(await client.getSigningKeyFromJwt(await signed('{"kid":1}', '{}'))),
      'InvalidTokenError: Key ID header parameter must be a string',
    );
    assert.equal(raised(await client.getSigningKeyFromJwt('x')), 'DecodeError: Not enough segments');
  });

  for (const [response, says] of [
    [down, 'PyJWKClientConnectionError: Fail to fetch data from the url, err: "down"'],
    [body(null), 'PyJWKClientError: The JWKS endpoint did not return a JSON object'],
    [body([]), 'PyJWKClientError: The JWKS endpoint did not return a JSON object'],
    [body({}), 'PyJWKSetError: The JWK Set did not contain any keys'],
    [
      { type: 'body', bytes: utf8Bytes('<html>') },
      'JSONDecodeError: Expecting value: line 1 column 1 (char 0)',
    ],
    [body({ keys: [{ kty: 'oct' }] }), 'KeyError: k'],
  ] as const)
    it(`says ${says}, whether it keeps sets or not`, async () => {
      for (const cacheJwkSet of [true, false])
        assert.equal(raised(await aClient({ cacheJwkSet }, response).client.getJwkSet()), says);
    });
});

describe('jwksClientConfig', () => {
  const configured = (given: object): string => {
    const config = jwksClientConfig({ uri: 'https://h', ...given });
    return isRaised(config) ? raised(config) : JSON.stringify(config);
  };
  const usual = '{"cachesSet":true,"lifespan":300,"cooldown":30}';

  for (const [given, says] of [
    [{}, usual],
    [{ uri: 'HTTP://h' }, usual],
    [{ cacheKeys: true }, usual.replace('}', ',"cachedKeys":16}')],
    [{ cacheKeys: true, maxCachedKeys: 2n }, usual.replace('}', ',"cachedKeys":2}')],
    [{ cacheKeys: true, maxCachedKeys: true }, usual.replace('}', ',"cachedKeys":1}')],
    [{ cacheKeys: true, maxCachedKeys: null }, usual.replace('}', ',"cachedKeys":null}')],
    [{ cacheKeys: true, maxCachedKeys: -1n }, usual],
    [{ cacheKeys: false, maxCachedKeys: 'x' }, usual],
    [
      { cacheKeys: true, maxCachedKeys: 'x' },
      'TypeError: Expected first argument to be an integer, a callable, or None',
    ],
    [{ cacheJwkSet: null, lifespan: -1n }, '{"cachesSet":false,"lifespan":0,"cooldown":30}'],
    [
      { uri: 'file:///x' },
      "PyJWKClientError: Invalid JWKS URI scheme 'file': only 'http' and 'https' are supported.",
    ],
    [{ uri: 'h/x' }, "PyJWKClientError: Invalid JWKS URI scheme '': only 'http' and 'https' are supported."],
    [{ uri: null }, "PyJWKClientError: Invalid JWKS URI scheme b'': only 'http' and 'https' are supported."],
    [{ lifespan: 0n }, 'PyJWKClientError: Lifespan must be greater than 0, the input is "0"'],
    [{ lifespan: -0.5 }, 'PyJWKClientError: Lifespan must be greater than 0, the input is "-0.5"'],
    [{ lifespan: 'x' }, "TypeError: '<' not supported between instances of 'str' and 'int'"],
    [
      { cooldownDuration: -1n, lifespan: 0n },
      'PyJWKClientError: Cooldown duration must be greater than or equal to 0, the input is "-1"',
    ],
    [{ cooldownDuration: NaN }, 'PyJWKClientError: Cooldown duration must be finite, the input is "nan"'],
    [
      { cooldownDuration: Infinity },
      'PyJWKClientError: Cooldown duration must be finite, the input is "inf"',
    ],
    [{ cooldownDuration: null }, "TypeError: '<' not supported between instances of 'NoneType' and 'int'"],
    [{ cooldownDuration: false }, '{"cachesSet":true,"lifespan":300,"cooldown":0}'],
  ] as const)
    it(`says ${says}`, () => {
      assert.equal(configured(given), says);
    });

  it('raises what Python raises for a URI it cannot take apart', () => {
    assert.equal(configured({ uri: 'https://[h' }), 'ValueError: Invalid IPv6 URL');
    assert.equal(configured({ uri: py(5) }), "AttributeError: 'int' object has no attribute 'decode'");
  });
});

describe('LruCache', () => {
  it('forgets what was used longest ago', () => {
    const cache = new LruCache<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    assert.equal(cache.get('a'), 1);
    cache.set('c', 3);
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => cache.get(key)),
      [1, undefined, 3],
    );
  });

  it('has room for ever where its size is infinite', () => {
    const cache = new LruCache<number>(Infinity);
    for (let key = 0; key < 1000; key++) cache.set(String(key), key);
    assert.equal(cache.get('0'), 0);
  });
});
