import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CancellationToken } from 'vscode';
import { runRipgrep } from '../../../src/host/workspaceTokens/runRipgrep';

/** A wish to stop that can be uttered. */
class Stop {
  isCancellationRequested = false;
  disposals = 0;
  utter: () => void = () => undefined;
  readonly onCancellationRequested = (listener: () => void): { dispose: () => unknown } => {
    this.utter = listener;
    return { dispose: () => (this.disposals += 1) };
  };
}

describe('the names ripgrep finds', function () {
  // Programs in the place of ripgrep are scripts of a shell here; with ripgrep itself, all systems try it in workspaceTokens.test.ts.
  if (process.platform === 'win32') return;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'claimcheck-')));
  after(() => rmSync(folder, { recursive: true }));

  async function run(script: string, stop = new Stop()): Promise<readonly string[] | undefined> {
    const program = join(folder, 'rg');
    writeFileSync(program, `#!/bin/sh\n${script}\n`);
    chmodSync(program, 0o755);
    const request = {
      program,
      folder,
      literals: ['eyJ', '-x'],
      leftOut: ['.git', 'node_modules'],
      largest: 1000,
    };
    return await runRipgrep(request, stop as unknown as CancellationToken);
  }

  const names = String.raw`printf 'a.txt\0b/c d.txt\0'`;
  for (const [note, script, expected] of [
    ['are those it says', names, ['a.txt', 'b/c d.txt']],
    ['are none where it finds nothing', 'exit 1', []],
    ['are unknown where it fails', `${names}; exit 3`, undefined],
    ['are unknown where it is killed', `${names}; kill -9 $$`, undefined],
    [
      'stand where single files could not be read',
      `${names}; echo 'rg: ./a: Permission denied' >&2; exit 2`,
      ['a.txt', 'b/c d.txt'],
    ],
    [
      'stand where links go in a circle',
      `${names}; echo 'rg: File system loop found: ./a points to an ancestor ./' >&2; exit 2`,
      ['a.txt', 'b/c d.txt'],
    ],
    ['are unknown where it complains of itself', `${names}; echo 'rg: unknown flag' >&2; exit 2`, undefined],
    [
      'are unknown where it complains of itself among files',
      `${names}; printf 'rg: ./a: no\nerror: ./b\n' >&2; exit 2`,
      undefined,
    ],
    ['are unknown where it complains without end', `while :; do echo 'rg: ./a: no'; done >&2`, undefined],
  ] as const)
    it(note, async () => {
      const stop = new Stop();
      assert.deepEqual(await run(script, stop), expected);
      assert.equal(stop.disposals, 1);
    });

  it('are asked for in the folder, with nothing of the environment', async () => {
    assert.deepEqual(await run(String.raw`printf '%s\0' "$@" > asked; env > environment; pwd > where`), []);
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    assert.deepEqual(read('asked').split('\0').slice(0, -1), [
      ...['--no-config', '--files-with-matches', '--null', '--fixed-strings', '--text'],
      ...['--no-ignore', '--hidden', '--follow', '--max-filesize=1000'],
      ...['--glob=!**/.git/**', '--glob=!**/node_modules/**', '--regexp=eyJ', '--regexp=-x', '--', '.'],
    ]);
    assert.equal(read('where').trim(), folder);
    // What the shell sets by itself.
    assert.deepEqual(
      read('environment')
        .split('\n')
        .filter((line) => !/^(PWD=|OLDPWD=|_=|SHLVL=|$)/.test(line)),
      [],
    );
  });

  it('are unknown where there is no such program', async () => {
    const request = { program: join(folder, 'none'), folder, literals: [], leftOut: [], largest: 1 };
    assert.equal(await runRipgrep(request, new Stop() as unknown as CancellationToken), undefined);
  });

  it('are not asked for where that was cancelled before', async () => {
    const stop = new Stop();
    stop.isCancellationRequested = true;
    assert.equal(await run('touch ran', stop), undefined);
    assert.throws(() => readFileSync(join(folder, 'ran')), { code: 'ENOENT' });
  });

  it('are unknown once it is cancelled, and ripgrep is ended', async () => {
    const stop = new Stop();
    const found = run('exec sleep 60', stop);
    const ask = setInterval(() => stop.utter(), 1);
    assert.equal(await found, undefined);
    clearInterval(ask);
  });
});
