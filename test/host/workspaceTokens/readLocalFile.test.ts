import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLocalFile } from '../../../src/host/workspaceTokens/readLocalFile';

describe('a file of this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-'));
  const file = join(folder, 'a.txt');
  before(() => writeFileSync(file, 'abc'));
  after(() => rmSync(folder, { recursive: true }));

  it('is read whole, up to its limit', async () => {
    assert.deepEqual(await readLocalFile(file, 3), new Uint8Array([97, 98, 99]));
  });

  for (const [note, path, largest] of [
    ['it is larger', file, 2],
    ['it is a folder', folder, 1e9],
    ['it is not there', join(folder, 'b.txt'), 3],
  ] as const)
    it(`is not read where ${note}`, async () => {
      assert.equal(await readLocalFile(path, largest), undefined);
    });
});
