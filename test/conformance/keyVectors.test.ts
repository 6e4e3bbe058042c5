import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runKeyFiles } from './keyFiles';
import type { CaseResult } from './runner';

const folder = new URL('../vectors/keys/', import.meta.url);
const { entries } = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as {
  readonly entries: readonly Entry[];
};
interface Entry {
  readonly file: string;
  readonly pair?: string | null;
  readonly private: boolean | null;
  readonly passphrase: string | null;
}

/** One test for each file, so that it is seen which file reaches what. Those with a passphrase take long: `npm run conformance` opens them. */
describe('the key files of the vectors', () => {
  const open = entries.filter(({ passphrase }) => passphrase === null);
  for (const [index, entry] of open.entries())
    it(`${index + 1}: ${entry.file} is read as it should be`, async () => {
      // What was encrypted to a public key, its private half has to open.
      const others = open.filter(({ pair, private: isPrivate }) => pair === entry.pair && isPrivate);
      const results = runKeyFiles({ entries: [entry, ...others] }, { folder: fileURLToPath(folder) });
      const { value } = (await results.next()) as { readonly value: CaseResult };
      const { passed, leftOut, expected = '', got = '' } = value;
      assert.ok(passed || leftOut, `expected ${expected}; got ${got}`);
    });
});
