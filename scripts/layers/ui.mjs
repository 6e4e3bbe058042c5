/** The tests through mouse and keyboard, on the packaged extension as a user installs it. Started by `scripts/test.mjs`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../lib/children.mjs';
import { root, tool } from '../lib/paths.mjs';
import { suiteMark } from '../lib/results.mjs';
import { scratchFolder } from '../lib/scratchFolder.mjs';
import { startServedSession } from '../lib/servedSession.mjs';
import { vsixFile } from '../lib/vsix.mjs';

/** Where a run is recorded: what is preloaded into each process of VS Code, and where it writes. */
function recorded() {
  // Everything a program may write to without being told where is this run’s own, to be looked through at its end.
  const places = scratchFolder('places');
  const home = join(places, 'home');
  const tmp = join(places, 'tmp');
  for (const folder of [home, tmp]) mkdirSync(folder);
  const record = join(scratchFolder('record'), 'host.jsonl');
  const recorder = join(root, 'test', 'ui', 'recorder', 'hostRecorder.cjs');
  const preload = `--require ${JSON.stringify(recorder)}`;
  return {
    recording: { record, places },
    logLevel: 'trace',
    env: { HOME: home, TMPDIR: tmp, NODE_OPTIONS: preload, CLAIMCHECK_RECORD: record },
  };
}

const { recording, ...options } = process.env['CLAIMCHECK_RECORDED'] === '1' ? recorded() : {};
const { server, session } = await startServedSession({ name: 'ui', ...options });
console.log(`VS Code Server ${server.version} on 127.0.0.1:${server.port} with ${vsixFile()} installed`);
const args = [tool.mocha, '--config', join(root, 'test', 'ui', '.mocharc.json'), ...process.argv.slice(2)];
const { code } = await runChild(process.execPath, args, {
  env: {
    CLAIMCHECK_UI: JSON.stringify({ ...session, recording }),
    CLAIMCHECK_ABOUT: `served VS Code ${server.version} with the installed .vsix`,
  },
  // As long as the layer has (scripts/lib/runLayer.mjs).
  ...(recording ? { timeout: 30 * 60_000 } : {}),
  onLine: (line) => console.log(/^\s+✔/.test(line) ? suiteMark + line.trim() : line),
});
process.exitCode = code;
await server.stop();
