import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { runKeyFiles } from './keyFiles';
import type { CaseResult } from './runner';

const folder = fileURLToPath(new URL('../vectors/keys/', import.meta.url));
const entry = {
  file: 'files/p256/spki.pem',
  format: 'spki-pem',
  type: 'EC',
  curve: 'P-256',
  pair: 'p256',
  private: false,
  passphrase: null,
  alg: 'ES256',
  token: 'eyJhbGciOiJFUzI1NiJ9.e30.AAAA',
  expected: 'ok',
};
const run = async (changed: object): Promise<CaseResult> => {
  for await (const result of runKeyFiles({ entries: [{ ...entry, ...changed }] }, { folder })) return result;
  throw new Error('no case was run');
};

/** The runner itself: what should fail does. The vectors are run by `npm run conformance`. */
describe('runKeyFiles', () => {
  it('fails a key that does not verify the token', async () => {
    assert.equal((await run({})).passed, false);
  });
  it('fails an error that was read, and passes one that is refused in words', async () => {
    assert.equal((await run({ expected: 'error' })).passed, false);
    const refused = await run({ expected: 'error', file: 'malformed/truncated-no-end.pem' });
    assert.equal(refused.passed, true);
    assert.match(refused.got ?? '', /END PRIVATE KEY/);
  });
  it('leaves out what may be read or not', async () => {
    assert.ok((await run({ expected: 'either' })).leftOut);
  });
  it('passes a token that is never verified', async () => {
    assert.equal((await run({ expected: 'must-not-verify' })).passed, true);
  });
});
