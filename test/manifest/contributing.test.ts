import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

/** Every path below `src`, `test` or `docs` that a text names; of `a/{b,c}.ts` each. */
function pathsIn(text: string): readonly string[] {
  return [...text.matchAll(/`((?:src|test|docs)\/[^`]+)`/g)].flatMap(([, path]) => {
    const [whole, names] = /\{([^}]+)\}/.exec(path) ?? ['', ''];
    return whole === '' ? [path] : names.split(',').map((name) => path.replace(whole, name));
  });
}

describe('the guide for contributors', () => {
  it('names no file that is not there', () => {
    const paths = pathsIn(readFileSync('CONTRIBUTING.md', 'utf8'));
    assert.ok(paths.length > 20, `${paths.length} paths`);
    const gone = paths.filter((path) => !existsSync(path));
    assert.deepEqual(gone, []);
  });
});
