import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { runChild, startChild } from './children.mjs';
import { copyWorkspace } from './copyWorkspace.mjs';
import { desktopCode } from './desktopCode.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';
import { openInBrowser } from './openInBrowser.mjs';
import { logs, root, samples } from './paths.mjs';
import { scratchFolder } from './scratchFolder.mjs';
import { bold, say, saying } from './say.mjs';
import { ensureServedVsCode, servesHere } from './servedVsCode.mjs';
import { buildVsix } from './vsix.mjs';

const help = `npm start                        VS Code with the extension, on a copy of the sample workspace
npm start -- --served            the served VS Code, in a browser, though a desktop one is installed
npm start -- --no-open           do not open a browser
npm start -- --restricted        keep Workspace Trust on: the workspace is not trusted until you say so
npm start -- --port 8080         the served VS Code's port on 127.0.0.1`;

/**
 * Installs, builds, and shows the extension: in the desktop VS Code where `code` is on the PATH, else in a served one.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code, after VS Code was closed or Ctrl+C was pressed
 */
export async function startVsCode(args) {
  const { values } = parseArgs({
    args,
    options: {
      served: { type: 'boolean' },
      'no-open': { type: 'boolean' },
      restricted: { type: 'boolean' },
      port: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    say(help);
    return 0;
  }
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`No port: ${values.port}`);
  await ensureInstalled();
  const code = values.served ? undefined : desktopCode();
  if (!code && !servesHere) {
    say(
      "Install VS Code (https://code.visualstudio.com/) with its command 'code' on the PATH, then run npm start again.",
    );
    say('The VS Code that comes from the npm registry does not run on Windows.');
    return 1;
  }
  const scratch = scratchFolder('vscode');
  const workspace = copyWorkspace(samples);
  const asksForTrust = values.restricted ?? false;
  return code
    ? startDesktop(code, scratch, workspace, asksForTrust)
    : startServed(scratch, workspace, {
        port,
        opens: !values['no-open'],
        asksForTrust,
      });
}

/** @param {string} code @param {string} scratch @param {string} folder @param {boolean} asksForTrust */
async function startDesktop(code, scratch, folder, asksForTrust) {
  await saying('Building the extension', build);
  say(
    bold(
      'Opening VS Code on a copy of the sample workspace. Close its window, or press Ctrl+C here, to end.',
    ),
  );
  const args = [
    ...['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, `--user-data-dir=${scratch}`],
    ...[`--extensions-dir=${join(scratch, 'extensions')}`, folder],
    ...(asksForTrust ? [] : ['--disable-workspace-trust']),
  ];
  const child = startChild(code, args, {
    shell: process.platform === 'win32',
    logFile: join(logs, 'start.log'),
  });
  return new Promise((resolve) => child.once('close', (exitCode) => resolve(exitCode ?? 1)));
}

/**
 * The packaged extension is installed as a user would install it, so that the plain address is all it needs.
 * @param {string} scratch
 * @param {string} folder
 * @param {{ port: number, opens: boolean, asksForTrust: boolean }} options
 */
async function startServed(scratch, folder, { port, opens, asksForTrust }) {
  await ensureServedVsCode();
  const { installVsix, startVsCodeServer } = await import('./vsCodeServer.mjs');
  const vsix = await saying('Building and packaging the extension', buildVsix);
  await saying('Installing it into a fresh VS Code', () =>
    installVsix(vsix, scratch, join(logs, 'start-install.log')),
  );
  const server = await startVsCodeServer({
    dataDir: scratch,
    logFile: join(logs, 'start.log'),
    port,
    asksForTrust,
  });
  const url = server.urlOf(folder);
  say('');
  say(bold(`VS Code ${server.version} with Claimcheck is ready at\n\n    ${url}\n`));
  say('It shows a copy of the sample workspace, and answers on this machine only. Press Ctrl+C to end it.');
  if (opens && !openInBrowser(url)) say('No browser was found here: open the address yourself.');
  return server.ended;
}

async function build() {
  const { code, output } = await runChild(process.execPath, [join(root, 'esbuild.js')]);
  if (code !== 0) throw new Error(`The build failed (code ${code}):\n${output}`);
}
