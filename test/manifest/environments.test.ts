import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const read = (file: string): string => readFileSync(file, 'utf8');

/** The files with tests below some folders. */
function suites(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(folder, name)),
  );
}

/** Those, and the suites they take over from elsewhere. */
function withTakenOver(files: readonly string[]): readonly string[] {
  const taken = files.flatMap((file) =>
    [...read(file).matchAll(/^import '(.*\.test)';$/gm)].map(([, name]) => join(dirname(file), `${name}.ts`)),
  );
  return [...files, ...taken];
}

/** Where the tests of each column of the table run, in its order. */
const columns: readonly (readonly [name: string, files: readonly string[]])[] = [
  ['Node host', suites('test/host', 'test/ui')],
  ['web host, virtual', withTakenOver(suites('test/web'))],
  ['remote', suites('test/ui')],
  [
    'untrusted',
    ['test/ui/restricted.test.ts', ...suites('test/host/languageModelTool', 'test/host/remoteKeys')],
  ],
  ['plain http', suites('test/ui').filter((file) => file.endsWith('plainHttp.test.ts'))],
];

/** The titles of the tests in some files, as they stand in the sources. */
function titles(files: readonly string[]): readonly string[] {
  return files.flatMap((file) =>
    [...read(file).matchAll(/\bit\(\s*(['`])((?:[^\\]|\\.)*?)\1/g)].map(([, , title]) => title),
  );
}

describe('the table of docs/environments.md', () => {
  const rows = read('docs/environments.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const [head, ...features] = rows;

  it('has the environments for its columns, and every feature for a row', () => {
    assert.deepEqual(
      head.slice(1),
      columns.map(([name]) => name),
    );
    assert.ok(features.length >= 16);
  });

  for (const [index, [name, files]] of columns.entries())
    it(`names tests that run there: ${name}`, () => {
      const known = titles(files);
      for (const cells of features) {
        const cell = cells[index + 1];
        const named = [...cell.matchAll(/“([^”]+)”/g)].map(([, title]) => title);
        if (named.length === 0) assert.ok(index >= 1, `${cells[0]} has no test in the Node host`);
        for (const title of named)
          assert.ok(
            known.some((one) => one.includes(title)),
            `${cells[0]}, ${name}: ${title}`,
          );
      }
    });
});
