import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { overPlainHttp } from '../web/plainHttp';

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
  // The Node host of the VS Code that npm has is on a server as well.
  ['remote', [...suites('test/ui'), ...suites('test/host/languageModelTool')]],
  [
    'untrusted',
    ['test/ui/restricted.test.ts', ...suites('test/host/languageModelTool', 'test/host/remoteKeys')],
  ],
  ['plain http', ['test/ui/plainHttp.test.ts']],
];

/** The titles of the tests in some files, as they stand in the sources. */
function titles(files: readonly string[]): readonly string[] {
  return files.flatMap((file) =>
    [...read(file).matchAll(/\bit\(\s*(['`])((?:[^\\]|\\.)*?)\1/g)].map(([, , title]) => title),
  );
}

/** Titles of tests that run somewhere besides all those of its files. */
const chosen: Readonly<Record<string, readonly string[]>> = { 'plain http': overPlainHttp };

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

  it('names tests of the web host that run over plain http', () => {
    const known = titles(withTakenOver(suites('test/web')));
    for (const title of overPlainHttp)
      assert.ok(
        known.some((one) => one.includes(title)),
        title,
      );
  });

  for (const [index, [name, files]] of columns.entries())
    it(`names tests that run there: ${name}`, () => {
      const known = [...titles(files), ...(chosen[name] ?? [])];
      for (const cells of features) {
        const cell = cells[index + 1];
        const named = [...cell.matchAll(/“([^”]+)”/g)].map(([, title]) => title);
        assert.notEqual(named.length, 0, `${cells[0]}, ${name}: no test`);
        for (const title of named)
          assert.ok(
            known.some((one) => one.includes(title)),
            `${cells[0]}, ${name}: ${title}`,
          );
      }
    });
});
