import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';
import { jsonwebtokenVerdict } from '../../../src/core/backends/jsonwebtoken/jsonwebtokenVerdict';
import { hasMlDsa } from './fileKeys';
import { moment } from './madeTokens';
import { sameOutcome, thrownOutcome } from './outcomes';

const folder = join(import.meta.dirname, '..', '..', 'vectors', 'keys');
const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
  readonly entries: readonly { readonly file: string; readonly token?: string | null }[];
};

describe('key files as jsonwebtoken takes them', () => {
  it('answers to each key file of the vectors, handed over as a Buffer, as the library does', async function () {
    this.timeout(120_000);
    let tried = 0;
    for (const { file, token } of entries) {
      if (!token) continue;
      const octets = readFileSync(join(folder, file));
      const found = await jsonwebtokenVerdict({
        token,
        key: { given: 'buffer', octets: new Uint8Array(octets) },
        now: moment,
        runtime: { mlDsa: hasMlDsa },
      });
      try {
        jwt.verify(token, octets, { clockTimestamp: moment });
        assert.equal(found.status, 'accepted', file);
      } catch (thrown) {
        if (thrown instanceof assert.AssertionError) throw thrown;
        sameOutcome(found, thrownOutcome(thrown), file);
      }
      tried++;
    }
    assert.equal(tried, 358);
  });
});
