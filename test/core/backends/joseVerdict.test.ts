import assert from 'node:assert/strict';
import { joseVerdict } from '../../../src/core/backends/jose/joseVerdict';
import type { JoseKey, JoseOptions } from '../../../src/core/backends/jose/options';
import { keyNames, privateKeys, publicKey, type KeyName } from './fileKeys';
import { realJose } from './libraries';
import { madeToken, moment, type MadeToken } from './madeTokens';
import { sameOutcome } from './outcomes';
import { Random } from './random';

function jwkOf(random: Random, name: KeyName, alg: unknown): JoseKey {
  const half = random.chance(0.06) ? privateKeys[name] : publicKey(name);
  return {
    ...half.export({ format: 'jwk' }),
    ...random.some(0.3, { kid: ['k1'], alg: [alg, alg, alg, 'RS256', 'ES256'] }),
    ...random.some(0.12, {
      use: ['sig', 'sig', 'enc', 1],
      key_ops: [
        ['verify'],
        ['verify'],
        ['verify', 'sign'],
        ['sign'],
        [],
        'verify',
        ['verify', 'verify'],
        [1],
      ],
      ext: [true, false, 'true'],
    }),
  };
}

const oddKeys: readonly (JoseKey | undefined)[] = [
  undefined,
  new Uint8Array(),
  {},
  { kty: 'oct' },
  { kty: 'oct', k: '' },
  { kty: 'oct', k: '!' },
  { kty: 'oct', k: 'AAAA', use: 'enc' },
  { kty: 5 },
  { kty: 'RSA' },
  { kty: 'EC', crv: 'P-256' },
  { kty: 'EC', crv: 'P-999', x: 'AA', y: 'AA' },
  { kty: 'OKP', crv: 'Ed25519' },
  { kty: 'XX' },
  { keys: [] },
];

function givenKey(random: Random, { signer, alg, isSound }: MadeToken): JoseKey | undefined {
  if (isSound && typeof signer === 'string' && signer !== 'pssRsa') return jwkOf(random, signer, alg);
  if (random.chance(0.06)) return random.pick(oddKeys);
  const named = keyNames.filter((name) => name !== 'pssRsa');
  if (random.chance(0.12)) return jwkOf(random, random.pick(named), alg);
  if (typeof signer === 'string') return jwkOf(random, signer === 'pssRsa' ? 'rsa' : signer, alg);
  const octets = Buffer.from(random.chance(0.1) ? 'another' : signer.secret);
  if (random.chance(0.6)) return new Uint8Array(octets);
  return {
    kty: 'oct',
    k: octets.toString('base64url'),
    ...random.some(0.2, { alg: [alg, 'HS256'], use: ['sig', 'enc'], key_ops: [['verify'], ['sign']] }),
  };
}

function madeOptions(random: Random, { alg, isSound }: MadeToken): JoseOptions {
  if (isSound && random.chance(0.4)) return {};
  const named = typeof alg === 'string' ? alg : 'HS256';
  return {
    ...random.some(0.3, { algorithms: [[named], ['HS256', 'RS256', named], ['RS256'], []] }),
    ...random.some(0.2, {
      audience: ['api', 'api', ['api', 'other'], 'nobody', []],
      issuer: ['https://a.example', ['https://a.example', 'x'], 'nobody', []],
      subject: ['1', '1', 'nobody'],
      clockTolerance: [
        0,
        1,
        60,
        300,
        '1m',
        '5 minutes',
        '+ 1 h',
        '-5s',
        '1 hour ago',
        'soon',
        '',
        -1,
        '1 day from now',
        '1.5 mins',
      ],
      maxTokenAge: [60, 300, 1e7, 0, -1, '1m', '5 minutes', '2.5 hrs', '1y', 'soon', '1 year ago', '60'],
    }),
    ...random.some(0.1, {
      typ: ['JWT', 'jwt', 'at+jwt', 'application/at+jwt'],
      requiredClaims: [['exp'], ['exp', 'name'], ['jti', 'sub', 'iss'], [], ['toString']],
      crit: [{ known: true }, { known: false, exp: true }, {}],
    }),
  };
}

describe('what jose would say', () => {
  it('is what it says, of 1000 tokens, keys and options', async function () {
    this.timeout(120_000);
    const random = new Random(20261);
    const seen = new Map<string, number>();
    let exact = 0;
    for (let index = 0; index < 1000; index++) {
      const made = madeToken(random);
      const key = givenKey(random, made);
      const options = madeOptions(random, made);
      const expected = await realJose('jwtVerify', made.token, key, options);
      const request = { token: made.token, key, options, now: moment + 0.9, runtime: { mlDsa: false } };
      const found = await joseVerdict(request);
      const about = `case ${index}: ${JSON.stringify({ key, ...made, options })}`;
      sameOutcome(found, expected, about);
      const kind = expected.status === 'accepted' ? 'accepted' : expected.message;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      if (found.status === 'accepted' || found.messageKind === 'exact') exact++;
    }
    // Words that are not jose's own are the exception.
    assert.ok(exact > 950, `only ${exact} exact`);
    assert.ok((seen.get('accepted') ?? 0) > 150);
    assert.ok(seen.size > 50, `only ${seen.size} kinds of outcomes`);
  });
});
