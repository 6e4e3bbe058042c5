import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crashFolder, fuzz, targets, tried, type Crash } from '../fuzz/fuzz';

/** Runs of each target, a few seconds' worth; `npm run fuzz` makes millions. */
const runs: Readonly<Record<string, number>> = {
  ...{ detect: 500, parse: 1000, inspect: 500, verify: 200, keys: 300, messages: 1000, settings: 2000 },
};

describe('the core under fuzzing', () => {
  for (const target of targets.keys()) {
    it(`keeps every promise of ${target} for the inputs of one seed`, async () => {
      const { crashes } = await fuzz({ target, runs: runs[target], seed: 2024 });
      assert.deepEqual(crashes, []);
    });
  }

  const cases = existsSync(crashFolder) ? readdirSync(crashFolder) : [];
  for (const file of cases.filter((name) => name.endsWith('.json'))) {
    it(`no longer breaks on ${file}`, async () => {
      const { target, text } = JSON.parse(readFileSync(join(crashFolder, file), 'utf8')) as Crash;
      const found = targets.get(target);
      assert.ok(found);
      assert.equal(await tried(found, text, 1), undefined);
    });
  }
});

/** Keeps the processor at work for so many milliseconds of its time. */
function work(milliseconds: number): void {
  const begun = process.cpuUsage().user;
  while (process.cpuUsage().user - begun < milliseconds * 1000);
}

describe('the fuzzer', () => {
  it('makes the same inputs of the same seed', async () => {
    const [first, again, other] = [7, 7, 8].map((seed) => fuzz({ target: 'parse', runs: 50, seed }));
    assert.equal((await first).characters, (await again).characters);
    assert.notEqual((await first).characters, (await other).characters);
  });

  it('tells of what throws and of what takes too long', async () => {
    const fails = { make: () => '', run: () => assert.fail('broken promise') };
    assert.equal(await tried(fails, 'x', 1), 'broken promise');
    const rejects = { make: () => '', run: () => Promise.reject(new Error('rejected')) };
    assert.equal(await tried(rejects, 'x', 1), 'rejected');
    const slow = {
      make: () => '',
      run: () => {
        work(5);
      },
    };
    assert.match((await tried(slow, 'x', 1, 1)) ?? '', /^took \d+ ms for 1 characters$/);
    const fine = { make: () => '', run: () => undefined };
    assert.equal(await tried(fine, 'x', 1), undefined);
  });

  it('names a target it does not have', async () => {
    await assert.rejects(fuzz({ target: 'nothing', runs: 1, seed: 1 }), /no target nothing/);
  });
});
