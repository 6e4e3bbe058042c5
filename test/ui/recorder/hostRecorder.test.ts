import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecord, type Deed } from './recorder';

const preloaded = join(import.meta.dirname, 'hostRecorder.cjs');

describe('the recorder of processes', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'claimcheck-recorder-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What is recorded of a program, as `kind what`. `{folder}` in it is a folder of its own. */
  function recordOf(program: string, name = 'program.mjs'): readonly Deed[] {
    const record = join(folder, 'record.jsonl');
    const file = join(folder, name);
    writeFileSync(file, program.replaceAll('{folder}', folder));
    execFileSync(process.execPath, ['--require', preloaded, file], {
      env: { ...process.env, CLAIMCHECK_RECORD: record },
    });
    return readRecord(record);
  }
  const said = (deeds: readonly Deed[]): readonly string[] =>
    deeds.map(({ kind, what }) => `${kind} ${what.replace(folder, '')}`);

  const cases: readonly (readonly [title: string, program: string, expected: string])[] = [
    ['fetch', "await fetch('http://127.0.0.1:9999/').catch(() => 0);", 'connect 127.0.0.1:9999'],
    ['a look-up', "await fetch('http://stray.invalid/').catch(() => 0);", 'lookup stray.invalid'],
    [
      'a request over https',
      "import { get } from 'node:https'; get('https://127.0.0.1:9999/').on('error', () => 0);",
      'connect 127.0.0.1:9999',
    ],
    [
      'a datagram',
      "import { createSocket } from 'node:dgram'; const socket = createSocket('udp4'); socket.send('x', 9999, '127.0.0.1', () => socket.close());",
      'datagram send 9999 127.0.0.1',
    ],
    [
      'a child process',
      "import { execFile } from 'node:child_process'; execFile(process.execPath, ['--version']);",
      `spawn ${process.execPath} --version`,
    ],
    [
      'a request of a thread that gets no environment',
      "import { Worker } from 'node:worker_threads'; new Worker(`fetch('http://127.0.0.1:9999/').catch(() => 0)`, { eval: true, env: {}, execArgv: [] });",
      'connect 127.0.0.1:9999',
    ],
    [
      'a file, written whole',
      "import { writeFile } from 'node:fs/promises'; await writeFile('{folder}/stray', 'x');",
      'write /stray',
    ],
    [
      'a file, written as a stream',
      "import { createWriteStream } from 'node:fs'; createWriteStream('{folder}/stray').end('x');",
      'write /stray',
    ],
    [
      'a file, written and then renamed',
      "import { renameSync, writeFileSync } from 'node:fs'; writeFileSync('{folder}/a', ''); renameSync('{folder}/a', '{folder}/stray');",
      'write /stray',
    ],
    [
      'what a child process does',
      "import { fork } from 'node:child_process'; if (!process.argv[2]) fork(process.argv[1], ['again'], { env: {} }); else await fetch('http://127.0.0.1:9999/').catch(() => 0);",
      'connect 127.0.0.1:9999',
    ],
  ];
  for (const [title, program, expected] of cases)
    it(`notes ${title}`, () => {
      const deeds = said(recordOf(program));
      assert.ok(deeds.includes(expected), deeds.join('\n'));
    });

  it('notes nothing of a file that is only read', () => {
    assert.deepEqual(
      said(recordOf("import { readFileSync } from 'node:fs'; readFileSync(process.argv[1]);")),
      [],
    );
  });
});
