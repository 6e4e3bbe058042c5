import assert from 'node:assert/strict';
import { parseToken } from '../../../src/core/jose/parseToken';
import { checkKeyBinding, type KeyBindingReport } from '../../../src/core/sdJwt/keyBinding';
import { processSdJwt } from '../../../src/core/sdJwt/processSdJwt';
import { aCompactJws } from '../../support/aToken';
import { aDisclosure, anSdJwt, digestOf } from '../../support/anSdJwt';

const disclosure = aDisclosure('salt', 'a', 1);
const payload = { _sd: [digestOf(disclosure)], cnf: { jwk: { kty: 'EC' } } };
const bound = anSdJwt(payload, [disclosure]).text;
const header = { alg: 'ES256', typ: 'kb+jwt' };
const claims = { iat: 1, aud: 'https://verifier', nonce: 'n', sd_hash: digestOf(bound) };

async function check(keyBinding: string, signed: object = payload): Promise<KeyBindingReport> {
  const report = await checkKeyBinding(anSdJwt(signed, [disclosure], keyBinding));
  assert.ok(report);
  return report;
}
const failed = ({ checks }: KeyBindingReport): string[] =>
  checks.filter(({ passed }) => !passed).map(({ code }) => code);

describe('checkKeyBinding', () => {
  it('is nothing to an SD-JWT without key binding', async () => {
    assert.equal(await checkKeyBinding(anSdJwt(payload, [disclosure])), undefined);
  });

  it('passes what RFC 9901 §4.3 asks for, and gives the holder’s key', async () => {
    const report = await check(aCompactJws(header, claims));
    assert.deepEqual(failed(report), []);
    assert.equal(report.checks.length, 7);
    assert.equal(report.token?.text, aCompactJws(header, claims));
    assert.equal(report.holderKey?.members[0]?.name, 'kty');
  });

  const cases: readonly (readonly [
    note: string,
    header: object,
    claims: object,
    failed: readonly string[],
  ])[] = [
    ['typ in another case and in full', { ...header, typ: 'application/KB+JWT' }, claims, []],
    ['another typ', { ...header, typ: 'JWT' }, claims, ['kb.type']],
    ['no typ', { alg: 'ES256' }, claims, ['kb.type']],
    ['alg none', { ...header, alg: 'none' }, claims, ['kb.algorithm']],
    ['a MAC', { ...header, alg: 'HS256' }, claims, ['kb.algorithm']],
    ['an alg nobody knows', { ...header, alg: 'XX1' }, claims, ['kb.algorithm']],
    ['iat as text', header, { ...claims, iat: '1' }, ['kb.issuedAt']],
    ['several audiences', header, { ...claims, aud: ['a', 'b'] }, ['kb.audience']],
    ['a nonce that is a number', header, { ...claims, nonce: 5 }, ['kb.nonce']],
    ['no claims', header, {}, ['kb.issuedAt', 'kb.audience', 'kb.nonce', 'kb.hash']],
    [
      'a payload that is no claims set',
      header,
      [],
      ['kb.wellFormed', 'kb.issuedAt', 'kb.audience', 'kb.nonce', 'kb.hash'],
    ],
    [
      'the hash without the last tilde',
      header,
      { ...claims, sd_hash: digestOf(bound.slice(0, -1)) },
      ['kb.hash'],
    ],
    ['the hash in another alphabet', header, { ...claims, sd_hash: `${digestOf(bound)}=` }, ['kb.hash']],
    ['the hash of another algorithm', header, { ...claims, sd_hash: digestOf(bound, 'sha512') }, ['kb.hash']],
  ];
  for (const [note, jose, set, codes] of cases)
    it(`judges ${note}`, async () => assert.deepEqual(failed(await check(aCompactJws(jose, set))), codes));

  it('tells a disclosure that was left out or put in by its hash', async () => {
    const other = aDisclosure('salt', 'b', 2);
    const report = await checkKeyBinding(anSdJwt(payload, [disclosure, other], aCompactJws(header, claims)));
    assert.ok(report);
    assert.deepEqual(failed(report), ['kb.hash']);
  });

  it('takes the hash the payload names', async () => {
    const signed = { ...payload, _sd_alg: 'sha-512', _sd: [digestOf(disclosure, 'sha512')] };
    const hash = digestOf(anSdJwt(signed, [disclosure]).text, 'sha512');
    const report = await check(aCompactJws(header, { ...claims, sd_hash: hash }), signed);
    assert.deepEqual(failed(report), []);
    const unknown = await check(aCompactJws(header, claims), { _sd_alg: 'md5' });
    assert.deepEqual(failed(unknown), ['kb.hash']);
  });

  it('finds the holder’s key in a claim that is itself disclosed', async () => {
    const cnf = aDisclosure('salt', 'cnf', { jwk: { kty: 'OKP' } });
    const token = anSdJwt({ _sd: [digestOf(cnf)] }, [cnf], aCompactJws(header, claims));
    const processed = await processSdJwt(token);
    assert.equal((await checkKeyBinding(token))?.holderKey, undefined);
    assert.ok((await checkKeyBinding(token, processed?.payload))?.holderKey);
  });

  it('says of what is no JWS that it is none', async () => {
    const report = await check('disclosure-without-tilde');
    assert.equal(report.token, undefined);
    assert.deepEqual(failed(report), ['kb.wellFormed']);
  });

  it('puts the compact text together for the hash of one in JSON', async () => {
    const compact = anSdJwt(payload, [disclosure]);
    const [protectedHeader, body, signature] = bound.split('~')[0]?.split('.') ?? [];
    const keyBinding = aCompactJws(header, { ...claims, sd_hash: digestOf(compact.text) });
    const text = JSON.stringify({
      payload: body,
      protected: protectedHeader,
      header: { disclosures: [disclosure], kb_jwt: keyBinding },
      signature,
    });
    const token = parseToken(text);
    assert.ok(token.kind === 'jws');
    const report = await checkKeyBinding(token);
    assert.ok(report);
    assert.deepEqual(failed(report), []);
  });
});
