import assert from 'node:assert/strict';
import cookbook from '../vectors/jose/cookbook.json';
import rfc from '../vectors/jose/rfc.json';
import { runJoseVectors } from './joseVectors';
import type { CaseResult } from './runner';

interface Vectors {
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

const files: Readonly<Record<'cookbook' | 'rfc', Vectors>> = { cookbook, rfc };

async function run(records: Vectors['records']): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for await (const result of runJoseVectors({ records })) results.push(result);
  return results;
}

/** The first record of a type that is expected to be valid. */
function first(type: string): Readonly<Record<string, unknown>> {
  const found = files.rfc.records.find((record) => record.type === type && record.expected === 'valid');
  assert.ok(found);
  return found;
}

describe('runJoseVectors', () => {
  for (const name of ['cookbook', 'rfc'] as const)
    it(`passes every record of ${name}`, async () => {
      const results = await run(files[name].records);
      assert.ok(results.length > 50);
      assert.deepEqual(
        results.filter(({ passed }) => !passed),
        [],
      );
    });

  it('fails a valid record called invalid, and the reverse', async () => {
    for (const type of ['jws', 'jwe', 'jwk', 'sd-jwt']) {
      const [called] = await run([{ ...first(type), expected: 'invalid' }]);
      assert.equal(called.passed, false, type);
      const [refused] = await run([{ ...first(type), key: { kty: 'oct', k: 'AAAA!' } }]);
      assert.equal(refused.passed, false, type);
    }
  });

  it('fails what verifies or decrypts to something else', async () => {
    const others: readonly Readonly<Record<string, unknown>>[] = [
      { ...first('jws'), payload: 'another' },
      { ...first('jwe'), plaintext: 'another' },
      { ...first('sd-jwt'), expected_payload: { another: true } },
      { ...first('jwk'), thumbprint_sha256: 'another' },
    ];
    for (const result of await run(others)) assert.equal(result.passed, false, result.id);
  });

  it('fails a type or an expectation it does not know, and leaves out what is acceptable', async () => {
    const [type, expectation, acceptable] = await run([
      { ...first('jws'), type: 'jwx' },
      { ...first('jws'), expected: 'perhaps' },
      { ...first('jws'), expected: 'acceptable' },
    ]);
    assert.equal(type.passed, false);
    assert.equal(expectation.passed, false);
    assert.ok(acceptable.leftOut !== undefined);
  });

  it('fails a record that breaks the run, and goes on', async () => {
    const broken = {
      ...first('jws'),
      get token(): unknown {
        throw new Error('unreadable');
      },
    };
    const [thrown, next] = await run([broken, first('jws')]);
    assert.deepEqual([thrown.passed, next.passed], [false, true]);
  });

  it('passes a record with a policy only when it is refused, or verified with a warning', async () => {
    const jws = first('jws');
    // HS256 over an empty claims set with the secret `short`.
    const token = 'eyJhbGciOiJIUzI1NiJ9.e30.ytlc6wI-hY60S_-012-XvCMYeLFNDf34jQTlZsOvQ10';
    const [silent, refused, warned] = await run([
      { ...jws, policy: 'none that this record breaks' },
      { ...jws, policy: 'right key', key: { kty: 'oct', k: 'AAAA' } },
      { ...jws, policy: 'length of the key', token, key: { kty: 'oct', k: 'c2hvcnQ' } },
    ]);
    assert.equal(silent.passed, false);
    assert.equal(refused.passed, true);
    assert.equal(warned.passed, true);
  });
});
