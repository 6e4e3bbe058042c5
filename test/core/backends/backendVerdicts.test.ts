import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHmac, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CompactEncrypt } from 'jose';
import type { BackendVerdict } from '../../../src/core/backends/backendVerdict';
import { backendVerdicts } from '../../../src/core/backends/backendVerdicts';
import { readKeys } from '../../../src/core/keys/readKeys';
import type { Key } from '../../../src/core/keys/key';
import type { Policy } from '../../../src/core/verify/policy';
import { keyFile, privateKeys, publicKey } from './fileKeys';

const now = 1_800_000_000;
const secret = 'umber-cedar-harbor-dcd0 of thirty-two octets';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function hs256(claims: object, header: object = { alg: 'HS256', typ: 'JWT' }): string {
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

function es256(claims: object): string {
  const input = `${encode({ alg: 'ES256', typ: 'JWT' })}.${encode(claims)}`;
  const key = { key: privateKeys.p256, dsaEncoding: 'ieee-p1363' } as const;
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

function jwe(claims: object): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A128GCM' })
    .encrypt(publicKey('p256'));
}

async function keyOf(text: string): Promise<Key> {
  const { keys } = await readKeys({ bytes: new Uint8Array(Buffer.from(text)) }, { secretEncoding: 'utf8' });
  assert.ok(keys[0]);
  return keys[0];
}

async function answers(token: string, key: Key, expected: Policy = {}): Promise<readonly string[]> {
  const verdicts = await backendVerdicts(token, key, expected, now);
  return verdicts.map(({ outcome }) =>
    outcome.status === 'accepted' ? 'accepted' : `${outcome.className}: ${outcome.message}`,
  );
}

describe('what each backend would say', () => {
  it('answers for PyJWT, jsonwebtoken and jose, in this order', async () => {
    const verdicts = await backendVerdicts(hs256({ exp: now + 60 }), await keyOf(secret), {}, now);
    assert.deepEqual(
      verdicts.map(({ backend, version, outcome }) => [backend, version, outcome.status]),
      [
        ['pyjwt', '2.15.1', 'accepted'],
        ['jsonwebtoken', '9.0.3', 'accepted'],
        ['jose', '6.2.17', 'accepted'],
      ],
    );
  });

  it('tells each library’s own class and words of a token that expired', async () => {
    assert.deepEqual(await answers(hs256({ exp: now - 1 }), await keyOf(secret)), [
      'ExpiredSignatureError: Signature has expired',
      'TokenExpiredError: jwt expired',
      'JWTExpired: "exp" claim timestamp check failed',
    ]);
  });

  it('tells where they differ: an audience that nobody asked for', async () => {
    assert.deepEqual(await answers(hs256({ aud: 'api' }), await keyOf(secret)), [
      'InvalidAudienceError: Invalid audience',
      'accepted',
      'accepted',
    ]);
  });

  it('puts what is expected to each in its own way', async () => {
    const expected: Policy = {
      audience: ['web', 'other'],
      issuer: 'https://a.example',
      algorithms: ['HS256'],
      leeway: 30,
    };
    assert.deepEqual(
      await answers(
        hs256({ aud: 'api', iss: 'https://a.example', exp: now - 20 }),
        await keyOf(secret),
        expected,
      ),
      [
        "InvalidAudienceError: Audience doesn't match",
        'JsonWebTokenError: jwt audience invalid. expected: web or other',
        'JWTClaimValidationFailed: unexpected "aud" claim value',
      ],
    );
  });

  it('takes the public half of a private key, and says so', async () => {
    const key = await keyOf(keyFile('p256/sec1.pem'));
    const verdicts = await backendVerdicts(es256({ sub: '1' }), key, {}, now);
    assert.ok(verdicts.every(({ outcome }) => outcome.status === 'accepted'));
    assert.deepEqual(codes(verdicts[2]), ['publicHalf']);
  });

  it('refuses algorithm confusion everywhere', async () => {
    const key = await keyOf(keyFile('p256/spki.pem'));
    assert.deepEqual(await answers(hs256({ sub: '1' }), key), [
      'InvalidAlgorithmError: The specified alg value is not allowed',
      'JsonWebTokenError: invalid algorithm',
      'TypeError: JSON Web Key for symmetric algorithms must have JWK "kty" (Key Type) equal to "oct" and the JWK "k" (Key Value) present',
    ]);
  });

  it('says what a library has no option for', async () => {
    const expected: Policy = { required: ['exp'], type: 'at+jwt', maxAge: 60 };
    const [pyjwt, jsonwebtoken, jose] = await backendVerdicts(
      hs256({ iat: now }),
      await keyOf(secret),
      expected,
      now,
    );
    const named = (verdict: BackendVerdict | undefined): readonly (string | undefined)[] | undefined =>
      verdict?.notes
        .filter(({ code }) => code === 'expectationUnchecked')
        .map(({ facts }) => facts['expectation']);
    assert.deepEqual(named(pyjwt), ['type', 'maxAge']);
    assert.deepEqual(named(jsonwebtoken), ['required', 'type']);
    assert.deepEqual(named(jose), []);
  });

  it('asks jose to decrypt what is encrypted, with the private key, and says who cannot', async () => {
    const expected: Policy = { issuer: 'https://a.example' };
    const token = await jwe({ iss: 'https://a.example' });
    const verdicts = await backendVerdicts(token, await keyOf(keyFile('p256/sec1.pem')), expected, now);
    assert.deepEqual(
      verdicts.map(({ outcome }) => outcome.status),
      ['refused', 'refused', 'accepted'],
    );
    assert.deepEqual(verdicts.map(codes).slice(1), [['encryptedUnread'], []]);
    assert.match(verdicts[2]?.reproduce ?? '', /createPrivateKey\(.*await jwtDecrypt\(/s);
  });

  it('tells of every kind of key what a reader should know, and how a program comes by it', async () => {
    const ed25519 = (await keyOf(keyFile('ed25519/pkcs8.pem'))).material;
    const rows: readonly (readonly [what: string, key: Key, notes: readonly string[], reads: RegExp])[] = [
      ['SSH', await keyOf(keyFile('p384/openssh.pub')), ['', 'keyAsPem', 'keyAsPem'], /load_ssh_public_key/],
      [
        'ML-DSA',
        await keyOf(keyFile('mldsa65/spki.pem')),
        ['', ...Array<string>(2).fill('runtimeDependent')],
        /KEY_FILE/,
      ],
      [
        'a file of octets',
        { material: ed25519, labels: {}, format: 'pkcs8' },
        Array<string>(3).fill('keyAsPem'),
        /load_pem_public_key/,
      ],
      [
        'octets that are no text',
        { material: { kty: 'oct', k: Uint8Array.of(0xff, 0) }, labels: {}, format: 'secret' },
        ['', '', ''],
        /JWT_SECRET_BASE64/,
      ],
      [
        'a text with NUL',
        { material: { kty: 'oct', k: Uint8Array.of(97, 0, 98) }, labels: {}, format: 'secret' },
        ['', '', ''],
        /JWT_SECRET_BASE64/,
      ],
      ['a secret JWK', await keyOf('{"kty":"oct","k":"AAAA"}'), ['', '', ''], /HMACAlgorithm.from_jwk/],
    ];
    for (const [what, key, notes, reads] of rows) {
      const verdicts = await backendVerdicts(hs256({}), key, { algorithms: ['HS256', 'EdDSA'] }, now);
      const own = verdicts.map(({ notes: said }) =>
        said
          .map(({ code }) => code)
          .filter((code) => /^(keyAsPem|runtimeDependent)$/.test(code))
          .join(),
      );
      assert.deepEqual(own, notes, what);
      assert.match(verdicts[0]?.reproduce ?? '', reads, what);
    }
  });

  it('lets PyJWT have the algorithms of the key’s type and curve, where none are named', async () => {
    const rows: readonly (readonly [string, RegExp])[] = [
      ['p384/openssh.pub', /algorithms=\["ES384"\]/],
      ['p521/private-pretty-full.jwk.json', /algorithms=\["ES512"\]/],
      ['secp256k1/private-pretty-full.jwk.json', /algorithms=\["ES256K"\]/],
      ['ed25519/pkcs8.pem', /algorithms=\["EdDSA"\]/],
      ['rsa2048/pkcs8.pem', /algorithms=\["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"\]/],
      ['mldsa65/spki.pem', /algorithms=\["ML-DSA-65"\]/],
    ];
    for (const [file, named] of rows) {
      const [pyjwt] = await backendVerdicts(hs256({}), await keyOf(keyFile(file)), {}, now);
      assert.match(pyjwt.reproduce, named, file);
    }
  });

  it('asks jose to decrypt with the algorithms that are expected, and no others', async () => {
    const key = await keyOf(keyFile('p256/sec1.pem'));
    const said = async (algorithm: string): Promise<string | undefined> =>
      (await answers(await jwe({ sub: '1' }), key, { algorithms: [algorithm] })).at(2);
    assert.equal(await said('ECDH-ES'), 'accepted');
    assert.match((await said('A128KW')) ?? '', /^JOSEAlgNotAllowed/);
  });

  it('never throws for texts that are no tokens', async () => {
    const key = await keyOf(secret);
    for (const text of [
      '',
      '.',
      '..',
      '...',
      'a.b.c',
      '{"payload":"","signatures":[]}',
      '\ud800.\ud800.\ud800',
      '🔑',
    ])
      assert.ok(!(await answers(text, key)).includes('accepted'), text);
  });
});

function codes(verdict: BackendVerdict | undefined): readonly string[] | undefined {
  return verdict?.notes.map(({ code }) => code);
}

describe('the code that reproduces an answer', () => {
  it('holds neither token nor secret nor key', async () => {
    const keys = [secret, ...['p256/sec1.pem', 'p256/public.jwk.json', 'rsa2048/cert-leaf.pem'].map(keyFile)];
    for (const text of keys) {
      const token = hs256({ sub: '1', exp: now + 60 });
      for (const { reproduce } of await backendVerdicts(token, await keyOf(text), { audience: 'api' }, now)) {
        assert.ok(!reproduce.includes(secret));
        for (const part of token.split('.')) assert.ok(!reproduce.includes(part));
        for (const line of text.split('\n').filter((one) => one.length > 30))
          assert.ok(!reproduce.includes(line));
        assert.match(reproduce, /"api"/);
      }
    }
  });

  it('writes out what is expected as a literal that nothing ends', async () => {
    const hostile = '"); import("node:child_process");\n//\u2028\u202e';
    const verdicts = await backendVerdicts(
      hs256({}),
      await keyOf(secret),
      { audience: hostile, subject: hostile },
      now,
    );
    for (const { reproduce } of verdicts) {
      assert.equal(reproduce.match(/^.*child_process.*$/gm)?.length, 1);
      assert.doesNotMatch(reproduce, /[\u2028\u202e]/);
    }
  });

  it('gives the answer when it is run, whatever the key’s file', async function () {
    this.timeout(120_000);
    // Below the project, where the libraries are found, and where nobody looks for sources.
    const out = join(import.meta.dirname, '..', '..', '..', 'out');
    mkdirSync(out, { recursive: true });
    const folder = mkdtempSync(join(out, 'backends-'));
    try {
      for (const [token, source, expected] of runs) await assertRun(folder, token, source, expected);
      for (const file of ['p256/sec1.pem', 'p256/private-pretty-full.jwk.json', 'p256/spki.pem'])
        await assertRun(folder, await jwe({ sub: '1' }), file, {});
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const later = Math.floor(Date.now() / 1000) + 100_000;

/** Token, the file of its key or undefined for the secret, and what is expected of it. */
const runs: readonly (readonly [token: string, file: string | undefined, expected: Policy])[] = [
  [hs256({ exp: later }), undefined, {}],
  [hs256({ exp: 1 }), undefined, { leeway: 5 }],
  [es256({ aud: 'api' }), 'p256/spki.pem', { audience: ['web'], algorithms: ['ES256'] }],
  [es256({ aud: 'api' }), 'p256/sec1.pem', { audience: 'api' }],
  [es256({ iss: 'x' }), 'p256/public.jwk.json', { issuer: 'y' }],
  [es256({ iss: 'x' }), 'p256/private-pretty-full.jwk.json', { issuer: ['y', 'x'] }],
  [es256({}), 'rsa2048/cert-leaf.pem', {}],
];

/** Runs the two programs for Node.js as a user would, and holds what they print against what was said. */
async function assertRun(
  folder: string,
  token: string,
  file: string | undefined,
  expected: Policy,
): Promise<void> {
  const text = file === undefined ? secret : keyFile(file);
  const keyPath = join(folder, 'key');
  writeFileSync(keyPath, text);
  const verdicts = await backendVerdicts(token, await keyOf(text), expected, Date.now() / 1000);
  for (const { backend, outcome, reproduce } of verdicts.slice(1)) {
    const program = join(folder, 'check.mjs');
    writeFileSync(program, reproduce);
    const env = { ...process.env, NODE_OPTIONS: '', JWT: token, JWT_SECRET: secret, KEY_FILE: keyPath };
    const said = await promisify(execFile)(process.execPath, [program], { env }).then(
      () => 'accepted',
      (failure: unknown) => String(Reflect.get(Object(failure), 'stderr')),
    );
    const about = `${backend}, ${file ?? 'secret'}:\n${reproduce}\n${said}`;
    if (outcome.status === 'accepted') assert.equal(said, 'accepted', about);
    else
      assert.ok(
        said.includes(`${outcome.className}: ${outcome.message}`) || said.includes(`: ${outcome.message}`),
        about,
      );
  }
}
