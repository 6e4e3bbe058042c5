import assert from 'node:assert/strict';
import {
  bodyLimit,
  httpGet,
  type Fetch,
  type FetchRequest,
  type FetchResponse,
} from '../../../src/host/remoteKeys/httpGet';
import type { BodyReader } from '../../../src/host/remoteKeys/readCapped';

const url = 'https://a.example/jwks';
const host = 'a.example';

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string | null;
}

function responseOf({ status = 200, type = 'basic', headers = {}, text = '{}' }: Answer): FetchResponse {
  const pieces = text === null ? [] : [new TextEncoder().encode(text)];
  const reader: BodyReader = {
    read: () => Promise.resolve(pieces.length > 0 ? { done: false, value: pieces.shift()! } : { done: true }),
    cancel: () => Promise.resolve(),
  };
  return {
    ...{ status, type },
    headers: { get: (name) => headers[name] ?? null },
    body: text === null ? null : { getReader: () => reader },
  };
}

/** A `fetch` that gives the answers in turn, and writes down what it was asked. */
function fetching(...answers: readonly Answer[]): {
  readonly fetch: Fetch;
  readonly asked: { readonly url: string; readonly request: FetchRequest }[];
} {
  const asked: { readonly url: string; readonly request: FetchRequest }[] = [];
  const fetch: Fetch = (to, request) =>
    Promise.resolve(responseOf(answers[asked.push({ url: to, request }) - 1]));
  return { fetch, asked };
}
const redirect = (location: string, status = 302): Answer => ({ status, headers: { location } });

describe('an address that is asked', () => {
  it('is sent nothing that tells who asks', async () => {
    const { fetch, asked } = fetching({});
    await httpGet(fetch, { url, allowLoopback: false });
    const [{ request, url: to }] = asked;
    const { signal, ...rest } = request;
    assert.equal(to, url);
    assert.ok(signal.aborted, 'an answer nobody reads on is ended');
    assert.deepEqual(rest, {
      ...{
        method: 'GET',
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      },
      headers: { accept: 'application/jwk-set+json, application/json;q=0.9, */*;q=0.1' },
    });
  });

  it('is told what it called its last answer', async () => {
    const { fetch, asked } = fetching({ status: 304 });
    assert.deepEqual(await httpGet(fetch, { url, etag: '"1"', allowLoopback: false }), {
      type: 'notModified',
    });
    assert.equal(asked[0].request.headers['if-none-match'], '"1"');
  });

  for (const [note, answer, expected] of [
    ['a body', { text: '{"keys":[]}' }, { bytes: '{"keys":[]}' }],
    ['no body', { text: null }, { bytes: '' }],
    ['a body with a name for it', { text: 'a', headers: { etag: 'W/"1"' } }, { bytes: 'a', etag: 'W/"1"' }],
    [
      'a body with a name as long as a name may be',
      { text: 'a', headers: { etag: 'x'.repeat(1024) } },
      { bytes: 'a', etag: 'x'.repeat(1024) },
    ],
    [
      'a body with a name that is too long',
      { text: 'a', headers: { etag: 'x'.repeat(1025) } },
      { bytes: 'a' },
    ],
    [
      'a body as long as a body may be',
      { text: 'a', headers: { 'content-length': String(bodyLimit) } },
      { bytes: 'a' },
    ],
  ] as const satisfies readonly (readonly [string, Answer, object])[])
    it(`may answer with ${note}`, async () => {
      const outcome = await httpGet(fetching(answer).fetch, { url, allowLoopback: false });
      assert.ok(outcome.type === 'body');
      const { bytes, type, ...rest } = outcome;
      assert.deepEqual({ bytes: new TextDecoder().decode(bytes), ...rest }, expected);
      assert.equal(type, 'body');
    });

  for (const [answers, code, facts] of [
    [[{ status: 404 }], 'remote.notFound', {}],
    [[{ status: 410 }], 'remote.notFound', {}],
    [[{ status: 500 }], 'remote.serverError', { status: 500 }],
    [[{ status: 599 }], 'remote.serverError', { status: 599 }],
    [[{ status: 499 }], 'remote.status', { status: 499 }],
    [[{ status: 204 }], 'remote.status', { status: 204 }],
    [[{ status: 304 }], 'remote.status', { status: 304 }],
    [[{ headers: { 'content-length': String(bodyLimit + 1) } }], 'remote.tooLarge', { limit: bodyLimit }],
    [[{ text: 'x'.repeat(bodyLimit + 1) }], 'remote.tooLarge', { limit: bodyLimit }],
    [[{ type: 'opaqueredirect', status: 0 }], 'remote.redirectHidden', {}],
    [[{ status: 302 }], 'remote.status', { status: 302 }],
    [[redirect('https://[')], 'remote.status', { status: 302 }],
    [[redirect('https://b.example/jwks')], 'remote.redirectElsewhere', { to: 'b.example' }],
    [[redirect('https://a.example:8443/jwks')], 'remote.redirectElsewhere', { to: 'a.example:8443' }],
    [[redirect('http://a.example/jwks')], 'remote.redirectElsewhere', { to: 'a.example' }],
    [[redirect('https://me:secret@a.example/jwks')], 'remote.credentials', {}],
    [[redirect('1'), redirect('2'), redirect('3'), redirect('4')], 'remote.tooManyRedirects', { limit: 3 }],
  ] as const satisfies readonly (readonly [readonly Answer[], string, object])[])
    it(`brings no keys: ${code} for ${JSON.stringify(answers).slice(0, 80)}`, async () => {
      const { fetch, asked } = fetching(...answers);
      const problem = { code, facts: { host, ...facts } };
      assert.deepEqual(await httpGet(fetch, { url, allowLoopback: false }), { type: 'failed', problem });
      assert.equal(asked.length, answers.length);
    });

  for (const status of [301, 302, 303, 307, 308])
    it(`is followed to another place of the same host by ${status}`, async () => {
      const { fetch, asked } = fetching(redirect('../keys', status), { text: 'a' });
      assert.equal((await httpGet(fetch, { url, allowLoopback: false })).type, 'body');
      assert.equal(asked[1].url, 'https://a.example/keys');
    });

  it('is followed three times', async () => {
    const { fetch } = fetching(redirect('1'), redirect('2'), redirect('3'), { text: 'a' });
    assert.equal((await httpGet(fetch, { url, allowLoopback: false })).type, 'body');
  });

  for (const [address, code, facts] of [
    ['no address', 'remote.notUrl', {}],
    ['http://a.example/jwks', 'remote.notHttps', { host }],
    ['https://10.0.0.1/jwks', 'remote.localAddress', { host: '10.0.0.1' }],
    ['https://localhost/jwks', 'remote.loopback', { host: 'localhost' }],
  ] as const)
    it(`is not asked at all: ${address}`, async () => {
      const { fetch, asked } = fetching({});
      const outcome = await httpGet(fetch, { url: address, allowLoopback: false });
      assert.deepEqual(outcome, { type: 'failed', problem: { code, facts } });
      assert.equal(asked.length, 0);
    });

  for (const [code, expected] of [
    ['CERT_HAS_EXPIRED', 'remote.certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'remote.certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'remote.certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'remote.certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'remote.certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'remote.certificate'],
    ['ECONNREFUSED', 'remote.unreachable'],
    ['ENOTFOUND', 'remote.unreachable'],
    [7, 'remote.unreachable'],
    [undefined, 'remote.unreachable'],
  ] as const)
    it(`fails with ${code ?? 'no reason'}: ${expected}`, async () => {
      const cause = code === undefined ? undefined : { code };
      const fetch: Fetch = () => Promise.reject(new TypeError('fetch failed', { cause }));
      const outcome = await httpGet(fetch, { url, allowLoopback: false });
      assert.deepEqual(outcome, { type: 'failed', problem: { code: expected, facts: { host } } });
    });

  it('is given up when its time is over', async () => {
    const fetch: Fetch = (_, { signal }) =>
      new Promise((_, reject) => {
        const listening = signal as unknown as EventTarget;
        listening.addEventListener('abort', () => reject(new Error('aborted')));
      });
    const outcome = await httpGet(fetch, { url, allowLoopback: false, timeLimit: 0.01 });
    const problem = { code: 'remote.timeout', facts: { host, seconds: 0.01 } };
    assert.deepEqual(outcome, { type: 'failed', problem });
  });
});
