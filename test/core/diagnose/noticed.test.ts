import assert from 'node:assert/strict';
import { summarizeCause } from '../../../src/core/diagnose/causeSummary';
import { isMendedInPlace } from '../../../src/core/diagnose/codes';
import { readConfiguredKeys } from '../../../src/core/diagnose/configuredKeys';
import type { Cause, KeyConfiguration } from '../../../src/core/diagnose/diagnosis';
import { noticedOf } from '../../../src/core/diagnose/noticed';
import { readParts } from '../../../src/core/diagnose/parts';
import { env, secret } from './aCase';
import { b64 } from './signing';

const tokenOf = (header: object, signature: readonly number[] = []): string =>
  `${b64(JSON.stringify(header))}.e30.${b64(Uint8Array.from(signature))}`;
const noticed = async (text: string, ...keys: readonly KeyConfiguration[]): Promise<readonly string[]> =>
  noticedOf(readParts(text)[0], await readConfiguredKeys(keys));

describe('what is noticed of a token', () => {
  const long = Array.from({ length: 0x81 }, () => 7);
  for (const [what, alg, octets, isDer] of [
    ['as long as it says', 'ES256', [0x30, 3, 1, 2, 3], true],
    ['of more than 127 octets', 'ES512', [0x30, 0x81, long.length, ...long], true],
    ['with an octet too many', 'ES256', [0x30, 2, 1, 2, 3], false],
    ['with an octet too few', 'ES256', [0x30, 4, 1, 2, 3], false],
    ['of more than 127 octets, one too few', 'ES512', [0x30, 0x81, long.length + 1, ...long], false],
    ['that is no sequence', 'ES256', [0x31, 3, 1, 2, 3], false],
    ['of RSA', 'RS256', [0x30, 3, 1, 2, 3], false],
    ['that is missing', 'ES256', [], false],
    ['of one octet', 'ES256', [0x30], false],
  ] as const)
    it(`is ${isDer ? 'ASN.1' : 'nothing'} of a signature ${what}`, async () => {
      assert.deepEqual(await noticed(tokenOf({ alg }, octets)), isDer ? ['signatureLooksDer'] : []);
    });

  for (const [kid, isPath] of [
    ['../../dev/null', true],
    ['a/b', true],
    ['a\\b', true],
    ['a..b', true],
    ['a.b', false],
    ['key-1', false],
    [undefined, false],
  ] as const)
    it(`is ${isPath ? 'a path' : 'nothing'} in the key id ${kid}`, async () => {
      assert.deepEqual(await noticed(tokenOf({ alg: 'RS256', kid })), isPath ? ['kidLooksLikePath'] : []);
    });

  const [hexadecimal, base64] = ['0123456789abcdefABCDEF0123456789', 'c2VjcmV0c2VjcmV0c2VjcmV0'];
  for (const [what, text, expected] of [
    ['hexadecimal', hexadecimal, ['secretLooksHex']],
    ['short hexadecimal', hexadecimal.slice(2), []],
    ['the longest hexadecimal', 'aB'.repeat(64), ['secretLooksHex']],
    ['longer hexadecimal', 'aB'.repeat(65).slice(0, -1), []],
    ['odd hexadecimal', `${hexadecimal}0`, []],
    ['base64', base64, ['secretLooksBase64']],
    ['padded base64', 'c2VjcmV0c2VjcmV0c2VjcmU=', ['secretLooksBase64']],
    ['base64 with two paddings', 'c2VjcmV0c2VjcmV0c2Vjcg==', ['secretLooksBase64']],
    ['short base64', base64.slice(4), []],
    ['base64 of no whole groups', `${base64}c2V`, []],
    ['base64url', base64.replace('c2', '-_'), []],
    ['padding in front', `=${base64.slice(1)}`, []],
    ['three paddings', 'c2VjcmV0c2VjcmV0c2Vjc===', []],
    ['words', 'plain harbor umber forty one', []],
  ] as const)
    it(`is what a secret looks like: ${what}`, async () => {
      assert.deepEqual(await noticed(tokenOf({ alg: 'HS256' }), secret('s', text)), expected);
    });

  it('is nothing of secrets that are decoded already, nor for tokens no secret signs', async () => {
    assert.deepEqual(await noticed(tokenOf({ alg: 'HS256' }), secret('s', hexadecimal, 'hex')), []);
    assert.deepEqual(await noticed(tokenOf({ alg: 'RS256' }), secret('s', hexadecimal)), []);
    assert.deepEqual(await noticed(tokenOf({}), secret('s', hexadecimal)), []);
    assert.deepEqual(await noticed('no token', secret('s', hexadecimal)), []);
  });

  it('is told once of all secrets', async () => {
    const keys = [secret('a', hexadecimal), env('b', `"${hexadecimal}"`), secret('c', base64)];
    assert.deepEqual(await noticed(tokenOf({ alg: 'HS512', kid: 'a/b' }), ...keys), [
      ...['kidLooksLikePath', 'secretLooksHex', 'secretLooksBase64'],
    ]);
  });
});

describe('what is shown of a cause', () => {
  const shown = { code: 'secret-is-hex', also: [], evidence: 'verified', facts: { n: 1 } } as const;
  const cause: Cause = {
    ...{ status: 'cause', ...shown, noticed: [], key: 'secret:1' },
    ...{ repaired: 'a.b.c', secretOctets: Uint8Array.of(1), secretEncoding: 'hex' },
  };

  it('is nothing of a secret and no token', () => {
    assert.deepEqual(summarizeCause(cause, undefined), shown);
  });

  it('is its algorithm, its claims and the name of its key, where there are such', () => {
    const more = { alg: 'HS512', claims: ['sub'] };
    assert.deepEqual(summarizeCause({ ...cause, ...more }, 'JWT_SECRET'), {
      ...shown,
      ...more,
      key: 'JWT_SECRET',
    });
  });

  it('is mended in its place where the text of the token is at fault', () => {
    for (const code of [
      'token-escaped',
      'token-truncated',
      'signature-byte-layout',
      'json-reserialised',
    ] as const)
      assert.ok(isMendedInPlace(code), code);
    for (const code of ['signature-prehashed', 'secret-is-base64', 'payload-edited', 'nested-token'] as const)
      assert.ok(!isMendedInPlace(code), code);
  });
});
