import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import type { RemoteProblemCode } from '../../../src/core/keys/remote/remoteProblem';
import { discoverKeys } from '../../../src/host/remoteKeys/discoverKeys';
import { bodyLimit, type Fetch } from '../../../src/host/remoteKeys/httpGet';
import type { NetworkRules } from '../../../src/host/remoteKeys/networkRules';
import { RemoteSets, type RemotePorts, type RemoteSet } from '../../../src/host/remoteKeys/remoteSets';
import { KeyServer } from './keyServer';

const jwk = (kid: string): object => ({
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
  kid,
});
const kids = (set: RemoteSet | undefined): unknown =>
  set?.memory.answer?.value.keys.map(({ labels }) => labels.kid);

describe('sets of keys on the network', () => {
  const server = new KeyServer();
  const elsewhere = new KeyServer();
  const rules: NetworkRules = {
    isWorkspaceTrusted: true,
    allowsLoopback: true,
    isAllowed: (host) => host === server.host,
    remember: () => Promise.resolve(),
  };
  let moment = 1_700_000_000;
  // The platform's own `fetch`: its type says more than we use.
  const platformFetch: Fetch = async (...request) =>
    (await fetch(...request)) as unknown as Awaited<ReturnType<Fetch>>;
  const ports: RemotePorts = { fetch: platformFetch, now: () => moment, rules };
  const newSets = (timeLimit?: number): RemoteSets =>
    new RemoteSets(timeLimit === undefined ? ports : { ...ports, timeLimit });

  before(async () => {
    await Promise.all([server.listen(), elsewhere.listen()]);
  });
  after(async () => {
    await Promise.all([server.close(), elsewhere.close()]);
  });
  beforeEach(() => {
    server.answers.clear();
    server.requests.length = 0;
    elsewhere.requests.length = 0;
  });

  it('are read, with nothing sent that a server does not need', async () => {
    server.json('/jwks', { keys: [jwk('one'), jwk('two')] });
    assert.deepEqual(kids(await newSets().fetchSet(server.url('/jwks'))), ['one', 'two']);
    const [{ headers }] = server.requests;
    assert.equal(headers.cookie, undefined);
    assert.equal(headers.referer, undefined);
    assert.equal(headers.authorization, undefined);
  });

  it('are read whatever the content type says, provided they are JSON', async () => {
    server.json('/jwks', { keys: [jwk('one')] }, { 'content-type': 'text/html' });
    assert.deepEqual(kids(await newSets().fetchSet(server.url('/jwks'))), ['one']);
  });

  it('are asked for by their tag, and kept where nothing changed', async () => {
    const sets = newSets();
    server.answers.set('/jwks', (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"' }).end(JSON.stringify({ keys: [jwk('one')] }));
    });
    await sets.fetchSet(server.url('/jwks'));
    moment += 1000;
    assert.ok(await sets.wants(server.url('/jwks'), { why: 'verify', moment }));
    assert.deepEqual(kids(await sets.fetchSet(server.url('/jwks'))), ['one']);
    assert.equal(server.requests[1].headers['if-none-match'], '"v1"');
    assert.equal(await sets.wants(server.url('/jwks'), { why: 'verify', moment: moment + 300 }), false);
  });

  it('are replaced as a whole when the issuer changes its keys', async () => {
    const sets = newSets();
    server.json('/jwks', { keys: [jwk('old')] });
    await sets.fetchSet(server.url('/jwks'));
    server.json('/jwks', { keys: [jwk('new')] });
    const occasion = { why: 'verify', isKidUnknown: true } as const;
    assert.equal(await sets.wants(server.url('/jwks'), { ...occasion, moment: moment + 59 }), false);
    assert.equal(await sets.wants(server.url('/jwks'), { ...occasion, moment: moment + 60 }), true);
    assert.deepEqual(kids(await sets.fetchSet(server.url('/jwks'))), ['new']);
  });

  it('keep what they had when the server fails', async () => {
    const sets = newSets();
    server.json('/jwks', { keys: [jwk('one')] });
    await sets.fetchSet(server.url('/jwks'));
    server.status('/jwks', 500);
    const set = await sets.fetchSet(server.url('/jwks'));
    assert.deepEqual(kids(set), ['one']);
    assert.deepEqual(set.problem, { code: 'remote.serverError', facts: { host: server.host, status: 500 } });
  });

  it('are asked for once, however many want them at the same time', async () => {
    const sets = newSets();
    server.json('/jwks', { keys: [jwk('one')] });
    await Promise.all([1, 2, 3].map(() => sets.fetchSet(server.url('/jwks'))));
    assert.equal(server.requests.length, 1);
  });

  const failures: readonly (readonly [string, RemoteProblemCode, () => void])[] = [
    ['a page that is not there', 'remote.notFound', () => undefined],
    ['a server that fails', 'remote.serverError', () => server.status('/jwks', 503)],
    ['a server that refuses', 'remote.status', () => server.status('/jwks', 401)],
    ['“not modified” nobody asked for', 'remote.status', () => server.status('/jwks', 304)],
    [
      'a web page',
      'remote.notJson',
      () => server.answers.set('/jwks', (_, response) => response.end('<!doctype html><p>Sign in</p>')),
    ],
    ['JSON without a key', 'remote.noKeys', () => server.json('/jwks', { keys: [] })],
    [
      'a body that says it is too large',
      'remote.tooLarge',
      () =>
        server.answers.set('/jwks', (_, response) =>
          response.writeHead(200, { 'content-length': bodyLimit + 1 }).write('{'),
        ),
    ],
    [
      'a body without end',
      'remote.tooLarge',
      () =>
        server.answers.set('/jwks', (_, response) => {
          const more = (): void => {
            if (!response.destroyed) response.write(' '.repeat(65_536), () => setImmediate(more));
          };
          more();
        }),
    ],
    [
      'a redirect to another port',
      'remote.redirectElsewhere',
      () => server.status('/jwks', 302, { location: elsewhere.url('/jwks') }),
    ],
    [
      'a redirect to another host',
      'remote.redirectElsewhere',
      () => server.status('/jwks', 301, { location: 'https://other.example/jwks' }),
    ],
    [
      'a redirect to another scheme',
      'remote.redirectElsewhere',
      () => server.status('/jwks', 308, { location: 'file:///etc/passwd' }),
    ],
    [
      'a redirect in a circle',
      'remote.tooManyRedirects',
      () => server.status('/jwks', 302, { location: '/jwks' }),
    ],
    ['a redirect to nowhere', 'remote.status', () => server.status('/jwks', 302)],
  ];
  for (const [name, code, prepare] of failures)
    it(`tell of ${name} by ${code}`, async () => {
      prepare();
      const set = await newSets().fetchSet(server.url('/jwks'));
      assert.equal(set.problem?.code, code);
      assert.equal(kids(set), undefined);
      assert.equal(elsewhere.requests.length, 0);
    });

  it('follow redirects on the same host, up to three', async () => {
    for (const step of [1, 2, 3]) server.status(`/${step}`, 302, { location: `/${step + 1}` });
    server.json('/4', { keys: [jwk('one')] });
    assert.deepEqual(kids(await newSets().fetchSet(server.url('/1'))), ['one']);
    server.status('/0', 307, { location: '/1' });
    assert.equal((await newSets().fetchSet(server.url('/0'))).problem?.code, 'remote.tooManyRedirects');
  });

  it('tell of a server that takes too long, for its first word or for its last', async () => {
    server.answers.set('/silent', () => undefined);
    server.answers.set('/slow', (_, response) => response.writeHead(200).write('{"keys":['));
    for (const path of ['/silent', '/slow']) {
      const { problem } = await newSets(0.3).fetchSet(server.url(path));
      assert.deepEqual(problem, { code: 'remote.timeout', facts: { host: server.host, seconds: 0.3 } });
    }
  });

  it('tell of a server that is not there, and of a certificate that is not trusted', async () => {
    const closed = new KeyServer();
    await closed.listen();
    const url = closed.url('/jwks');
    await closed.close();
    assert.equal((await newSets().fetchSet(url)).problem?.code, 'remote.unreachable');
    const untrusted: Fetch = () =>
      Promise.reject(new TypeError('fetch failed', { cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } }));
    const sets = new RemoteSets({ ...ports, fetch: untrusted });
    assert.equal((await sets.fetchSet('https://a.example/jwks')).problem?.code, 'remote.certificate');
  });

  it('are not asked for at addresses of this machine or a private network, unless allowed', async () => {
    const strict = new RemoteSets({ ...ports, rules: { ...rules, allowsLoopback: false } });
    assert.equal((await strict.fetchSet(server.url('/jwks'))).problem?.code, 'remote.loopback');
    const inside = await newSets().fetchSet('https://169.254.169.254/latest/meta-data');
    assert.equal(inside.problem?.code, 'remote.localAddress');
    assert.equal(server.requests.length, 0);
  });

  it('are not wanted of hosts nobody allowed, nor in a workspace nobody trusts', async () => {
    const occasion = { why: 'asked', moment } as const;
    assert.equal(await newSets().wants(server.url('/jwks'), occasion), true);
    assert.equal(await newSets().wants(elsewhere.url('/jwks'), occasion), false);
    const untrusted = new RemoteSets({ ...ports, rules: { ...rules, isWorkspaceTrusted: false } });
    assert.equal(await untrusted.wants(server.url('/jwks'), occasion), false);
    const openToAll = new RemoteSets({ ...ports, rules: { ...rules, isAllowed: () => true } });
    assert.equal(await openToAll.wants('http://a.example/jwks', occasion), false);
  });

  it('are known by their address, until they are forgotten', async () => {
    const sets = newSets();
    const url = server.url('/jwks');
    assert.equal(sets.get(url), undefined);
    server.json('/jwks', { keys: [jwk('one')] });
    await sets.fetchSet(url);
    assert.deepEqual(kids(sets.get(url)), ['one']);
    assert.deepEqual(sets.urls, [url]);
    assert.equal(sets.forget(url), true);
    assert.equal(sets.forget(url), false);
    assert.deepEqual(sets.urls, []);
  });

  it('name the host whose answer was no set', async () => {
    server.json('/jwks', { keys: [] });
    const { problem } = await newSets().fetchSet(server.url('/jwks'));
    assert.deepEqual(problem, { code: 'remote.noKeys', facts: { host: server.host } });
  });

  describe('found by discovery', () => {
    const asked: (readonly string[])[] = [];
    const discover = (issuer: string): ReturnType<typeof discoverKeys> => {
      const sets = newSets();
      return discoverKeys(issuer, {
        getDocument: (url) => sets.getDocument(url),
        agree: (urls) => {
          assert.equal(server.requests.length, 0, 'nothing is asked before the user agreed');
          asked.push(urls);
          return Promise.resolve();
        },
        judge: (url) => sets.judge(url),
      });
    };
    const paths = (): string[] => server.requests.map(({ path }) => path);

    it('are where the metadata says, after the user saw every address', async () => {
      const issuer = server.url('/tenant');
      server.json('/tenant/.well-known/openid-configuration', { issuer, jwks_uri: server.url('/keys') });
      assert.deepEqual(await discover(issuer), { jwksUri: server.url('/keys') });
      assert.deepEqual(asked.at(-1), [
        server.url('/tenant/.well-known/openid-configuration'),
        server.url('/.well-known/oauth-authorization-server/tenant'),
        server.url('/.well-known/openid-configuration/tenant'),
      ]);
      assert.deepEqual(paths(), ['/tenant/.well-known/openid-configuration']);
    });

    it('may be told by an authorization server’s metadata instead', async () => {
      const issuer = server.url('/tenant');
      server.json('/.well-known/oauth-authorization-server/tenant', {
        issuer,
        jwks_uri: 'https://k.example/',
      });
      assert.deepEqual(await discover(issuer), { jwksUri: 'https://k.example/' });
    });

    it('are not taken from the metadata of another issuer', async () => {
      const metadata = { issuer: 'https://evil.example', jwks_uri: server.url('/keys') };
      server.json('/.well-known/openid-configuration', metadata);
      const found = await discover(server.url(''));
      assert.equal('code' in found && found.code, 'remote.issuerDiffers');
    });

    it('are not looked for further when the server fails', async () => {
      server.status('/.well-known/openid-configuration', 500);
      const found = await discover(server.url(''));
      assert.equal('code' in found && found.code, 'remote.serverError');
      assert.equal(server.requests.length, 1);
    });

    it('are nowhere where no place has metadata', async () => {
      const found = await discover(server.url('/tenant'));
      assert.equal('code' in found && found.code, 'remote.noMetadata');
      assert.equal(server.requests.length, 3);
    });

    it('are not looked for at all at a refused address', async () => {
      const before = asked.length;
      const found = await discover('https://10.0.0.1/');
      assert.equal('code' in found && found.code, 'remote.localAddress');
      assert.equal(asked.length, before);
    });
  });
});
