/** The tests through mouse and keyboard, on the packaged extension as a user installs it. Started by `scripts/test.mjs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../lib/children.mjs';
import { copyWorkspace } from '../lib/copyWorkspace.mjs';
import { logs, root, samples, screenshots, tool } from '../lib/paths.mjs';
import { suiteMark } from '../lib/results.mjs';
import { scratchFolder } from '../lib/scratchFolder.mjs';
import { vsixFile } from '../lib/vsix.mjs';
import { installVsix, startVsCodeServer } from '../lib/vsCodeServer.mjs';

/** No wrapping, so that a line on screen is a line of the document; a short hover delay, see test/ui/support/hover.ts. */
const suiteSettings = {
  'editor.wordWrap': 'off',
  '[markdown]': { 'editor.wordWrap': 'off' },
  'editor.hover.delay': 10,
  'editor.hover.above': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'workbench.reduceMotion': 'on',
  'files.autoSave': 'off',
  'window.confirmBeforeClose': 'never',
};

const dataDir = scratchFolder('server');
const workspace = copyWorkspace(samples);
// There from the start, so that VS Code watches it: test/ui/support/workbench.ts changes settings in it.
mkdirSync(join(workspace, '.vscode'), { recursive: true });
writeFileSync(join(workspace, '.vscode', 'settings.json'), '{}');
await installVsix(vsixFile(), dataDir, join(logs, 'ui-install.log'));
const server = await startVsCodeServer({
  dataDir,
  logFile: join(logs, 'ui-server.log'),
  settings: suiteSettings,
  asksForTrust: true,
  env: { TZ: 'UTC' },
});
console.log(`VS Code Server ${server.version} on 127.0.0.1:${server.port} with ${vsixFile()} installed`);
const session = {
  url: server.urlOf(workspace),
  workspace,
  serverProcess: server.pid,
  logsFolder: join(dataDir, 'data', 'logs'),
  screenshots,
};
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
