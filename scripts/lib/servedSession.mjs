import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyWorkspace } from './copyWorkspace.mjs';
import { logs, samples, screenshots } from './paths.mjs';
import { scratchFolder } from './scratchFolder.mjs';
import { vsixFile } from './vsix.mjs';
import { installVsix, startVsCodeServer } from './vsCodeServer.mjs';

/** No wrapping, so that a line on screen is a line of the document; a short hover delay, see test/ui/support/hover.ts. */
const settings = {
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

/**
 * A served VS Code with the packaged extension, and a workspace of its own that is a copy of the samples.
 * @param {object} options
 * @param {string} options.name for its logs
 * @param {string[]} [options.beside] further packaged extensions
 * @param {string} [options.logLevel]
 * @param {Record<string, string>} [options.env] laid over ours, for the server and its extension host
 */
export async function startServedSession({ name, beside = [], logLevel, env }) {
  const dataDir = scratchFolder('server');
  const workspace = copyWorkspace(samples);
  // There from the start, so that VS Code watches it: test/ui/support/workbench.ts changes settings in it.
  mkdirSync(join(workspace, '.vscode'), { recursive: true });
  writeFileSync(join(workspace, '.vscode', 'settings.json'), '{}');
  for (const vsix of [vsixFile(), ...beside])
    await installVsix(vsix, dataDir, join(logs, `${name}-install.log`));
  const server = await startVsCodeServer({
    dataDir,
    logFile: join(logs, `${name}-server.log`),
    settings,
    asksForTrust: true,
    ...(logLevel === undefined ? {} : { logLevel }),
    env: { TZ: 'UTC', ...env },
  });
  const session = {
    url: server.urlOf(workspace),
    workspace,
    serverProcess: Number(server.pid),
    logsFolder: join(dataDir, 'data', 'logs'),
    screenshots,
  };
  return { server, session, dataDir };
}
