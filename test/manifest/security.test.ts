import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The titles of all tests, as they stand in the sources. */
function titles(): readonly string[] {
  const places = ['core', 'protocol', 'inspector', 'host', 'web', 'ui', 'manifest', 'hostile'];
  return places.flatMap((place) =>
    readdirSync(join('test', place), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .flatMap((name) => {
        const source = readFileSync(join('test', place, name), 'utf8');
        return [...source.matchAll(/\bit\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, title]) => title);
      }),
  );
}

describe('the threat model in SECURITY.md', () => {
  it('names a test that exists for each promise', () => {
    const rows = readFileSync('SECURITY.md', 'utf8')
      .split('\n')
      .filter((line) => /^\| (?!cannot|---)/.test(line));
    assert.ok(rows.length > 10);
    const known = titles();
    for (const row of rows) {
      const named = [...row.matchAll(/“([^”]+)”/g)].map(([, title]) => title);
      assert.ok(named.length > 0, row);
      for (const title of named)
        assert.ok(
          known.some((one) => one.includes(title)),
          title,
        );
    }
  });
});
