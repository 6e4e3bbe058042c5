import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endChild, runChild, startChild } from './children.mjs';
import { serverPackage } from './paths.mjs';
import { serverNode, servedVersion } from './servedVsCode.mjs';
import { quietSettings } from './vsCodeSettings.mjs';

const main = join(serverPackage, 'out', 'server-main.js');

/**
 * @typedef {object} VsCodeServer
 * @property {string} version of VS Code
 * @property {number} port on 127.0.0.1
 * @property {number | undefined} pid of its process, whose children are the extension hosts
 * @property {(folder: string, payload?: [string, string][]) => string} urlOf the address that opens a folder
 * @property {(file: string) => string} uriOf a file of this machine, as the page names it
 * @property {() => Promise<void>} stop
 * @property {Promise<number>} ended resolves with the exit code when the server ends
 */

/**
 * Starts VS Code Server on 127.0.0.1, reachable only with a token that stands in its address.
 * @param {object} options
 * @param {string} options.dataDir a folder of its own; left-overs of an earlier run would bring back dirty editors
 * @param {string} options.logFile
 * @param {number} [options.port] any free one when absent
 * @param {boolean} [options.takesPayload] lets the address carry `extensionDevelopmentPath` and `extensionTestsPath`
 * @param {boolean} [options.asksForTrust] keeps Workspace Trust on
 * @param {Record<string, unknown>} [options.settings] laid over the quiet ones
 * @param {string} [options.logLevel] of VS Code and of every extension; `info` when absent
 * @param {Record<string, string>} [options.env] laid over ours, for the server and its extension host
 * @returns {Promise<VsCodeServer>}
 */
export async function startVsCodeServer({
  dataDir,
  logFile,
  port = 0,
  takesPayload,
  asksForTrust,
  settings,
  logLevel = 'info',
  env,
}) {
  const settingsFile = join(dataDir, 'data', 'User', 'settings.json');
  mkdirSync(join(dataDir, 'data', 'User'), { recursive: true });
  writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(dataDir, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });

  let said = '';
  const listening = deferred();
  const child = startChild(
    serverNode(),
    [
      ...[main, '--host', '127.0.0.1', '--port', String(port), '--connection-token-file', tokenFile],
      ...['--accept-server-license-terms', '--telemetry-level', 'off', '--server-data-dir', dataDir],
      ...['--log', logLevel],
      ...(takesPayload ? ['--enable-smoke-test-driver'] : []),
      ...(asksForTrust ? [] : ['--disable-workspace-trust']),
    ],
    {
      logFile,
      env: env ?? {},
      onLine: (line) => {
        said = `${said}\n${line}`.slice(-4000);
        const match = /listening on (\d+)/.exec(line);
        if (match) listening.resolve(Number(match[1]));
      },
    },
  );
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  void ended.then((code) => listening.reject(new Error(`VS Code Server ended with code ${code}:${said}`)));
  const timer = setTimeout(
    () => listening.reject(new Error(`VS Code Server did not listen after 60 s:${said}`)),
    60_000,
  );
  child.once('error', listening.reject);
  try {
    const actualPort = await listening.promise;
    return {
      version: servedVersion(),
      port: actualPort,
      pid: child.pid,
      ended,
      stop: () => endChild(child),
      uriOf: (file) => `vscode-remote://127.0.0.1:${actualPort}${encodeURI(file)}`,
      urlOf: (folder, payload) => {
        const query = new URLSearchParams({ tkn: token, folder });
        if (payload) query.set('payload', JSON.stringify(payload));
        return `http://127.0.0.1:${actualPort}/?${query}`;
      },
    };
  } catch (error) {
    await endChild(child);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Installs a packaged extension into a server's folder, the way a user's VS Code would.
 * @param {string} vsix @param {string} dataDir @param {string} logFile
 */
export async function installVsix(vsix, dataDir, logFile) {
  const args = [
    main,
    '--accept-server-license-terms',
    '--server-data-dir',
    dataDir,
    '--install-extension',
    vsix,
  ];
  const { code, output } = await runChild(serverNode(), args, { logFile, timeout: 120_000 });
  if (code !== 0 || !/successfully installed/i.test(output))
    throw new Error(`VS Code refused ${vsix}:\n${output}`);
}

function deferred() {
  /** @type {(port: number) => void} */
  let resolve = () => undefined;
  /** @type {(error: unknown) => void} */
  let reject = () => undefined;
  /** @type {Promise<number>} */
  const promise = new Promise((onResolve, onReject) => ((resolve = onResolve), (reject = onReject)));
  return { promise, resolve, reject };
}
