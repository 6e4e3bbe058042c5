import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseResult } from './runner';
import { runTokenDetection } from './tokenDetection';

const token = 'eyJhbGciOiJIUzI1NiJ9.e30.RujHBA1Pb6aOiegDYyvgq62xmdxunLSDow2Xl90IU6o';
const text = `first ${token} second ${token}`;
const first = {
  id: 'first',
  start: 6,
  end: 6 + token.length,
  expect: 'detect',
  kind: 'jws-compact',
  level: 'core',
};
const second = { ...first, id: 'second', start: text.lastIndexOf(token), end: text.length };

describe('runTokenDetection', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'detection-'));
    await writeFile(join(folder, 'a.txt'), text);
  });
  after(() => rm(folder, { recursive: true }));

  const judged = async (...items: readonly object[]): Promise<Record<string, boolean | string>> => {
    const results: CaseResult[] = [];
    const file = { format: 'token-detection/1', files: [{ file: 'a.txt', items }] };
    for await (const result of runTokenDetection(file, { folder })) results.push(result);
    return Object.fromEntries(results.map(({ id, passed, leftOut }) => [id, leftOut ?? passed]));
  };

  it('passes tokens found with their span and kind', async () => {
    assert.deepEqual(await judged(first, second), { first: true, second: true, 'a.txt#unlisted': true });
  });

  it('fails a token found elsewhere, as something else, or not at all', async () => {
    const wrong = [
      { ...first, start: 5 },
      { ...first, end: first.end + 1 },
      { ...first, kind: 'jws-detached' },
    ];
    for (const item of wrong) assert.equal((await judged(item, second)).first, false);
    const missing = { ...first, id: 'missing', start: 0, end: 5 };
    assert.equal((await judged(missing, first, second)).missing, false);
  });

  it('fails a look-alike that is found, and one that overlaps what is found', async () => {
    assert.equal((await judged({ ...first, expect: 'ignore' }, second)).first, false);
    const near = { ...first, id: 'near', start: 0, end: 7, expect: 'ignore' };
    assert.equal((await judged(near, first, second)).near, false);
    const apart = { ...first, id: 'apart', start: 0, end: 6, expect: 'ignore' };
    assert.equal((await judged(apart, first, second)).apart, true);
  });

  it('fails what is found where nothing is listed', async () => {
    assert.equal((await judged(first))['a.txt#unlisted'], false);
  });

  it('leaves out either and extended', async () => {
    const results = await judged({ ...first, expect: 'either' }, { ...second, level: 'extended' });
    assert.deepEqual(results, {
      first: 'either answer will do',
      second: 'extended: detect',
      'a.txt#unlisted': true,
    });
  });
});
