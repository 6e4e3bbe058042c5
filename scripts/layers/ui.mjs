/** The tests through mouse and keyboard, on the packaged extension as a user installs it. Started by `scripts/test.mjs`. */
import { join } from 'node:path';
import { runChild } from '../lib/children.mjs';
import { root, tool } from '../lib/paths.mjs';
import { suiteMark } from '../lib/results.mjs';
import { startServedSession } from '../lib/servedSession.mjs';
import { vsixFile } from '../lib/vsix.mjs';

const { server, session } = await startServedSession({ name: 'ui' });
console.log(`VS Code Server ${server.version} on 127.0.0.1:${server.port} with ${vsixFile()} installed`);
const args = [tool.mocha, '--config', join(root, 'test', 'ui', '.mocharc.json'), ...process.argv.slice(2)];
const { code } = await runChild(process.execPath, args, {
  env: {
    CLAIMCHECK_UI: JSON.stringify(session),
    CLAIMCHECK_ABOUT: `served VS Code ${server.version} with the installed .vsix`,
  },
  onLine: (line) => console.log(/^\s+✔/.test(line) ? suiteMark + line.trim() : line),
});
process.exitCode = code;
await server.stop();
