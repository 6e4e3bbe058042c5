import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchBrowser, unseenPage } from './browser.mjs';
import { logs } from './paths.mjs';
import { readResult, suiteMark } from './results.mjs';
import { scratchFolder } from './scratchFolder.mjs';
import { startVsCodeServer } from './vsCodeServer.mjs';

/**
 * Runs an extension's tests in the served VS Code.
 * @param {string[]} args as desktop VS Code takes them: the folder, `--extensionDevelopmentPath=…`, `--extensionTestsPath=…`
 * @returns {Promise<number>} the exit code
 */
export async function launchServed(args) {
  const result = process.env['CLAIMCHECK_RESULT'] ?? '';
  const folder = args.find((arg) => !arg.startsWith('-'));
  const payload = ['extensionDevelopmentPath', 'extensionTestsPath'].map((name) => [
    name,
    valueOf(args, name),
  ]);
  if (!result || !folder) throw new Error('Needs a folder to open, and CLAIMCHECK_RESULT.');

  const server = await startVsCodeServer({
    dataDir: scratchFolder('server'),
    logFile: join(logs, 'host-server.log'),
    takesPayload: true,
    asksForTrust: !args.includes('--disable-workspace-trust'),
  });
  const { browser, about } = await launchBrowser();
  try {
    console.log(`VS Code Server ${server.version} on 127.0.0.1:${server.port}, shown in ${about}`);
    const page = await browser.newPage(unseenPage);
    page.on('console', (message) => show(message.text()));
    page.on('pageerror', (error) => console.log(`[page] ${error.message}`));
    await page.goto(
      server.urlOf(
        folder,
        payload.map(([name = '', file = '']) => [name, server.uriOf(file)]),
      ),
    );
    const arrived = waitForFile(result);
    await Promise.race([
      arrived,
      server.ended.then((code) => Promise.reject(new Error(`The server ended with ${code}`))),
    ]);
    await sleep(500); // what the tests printed last is still on its way to the page
    return readResult(result)?.failed === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** @param {string[]} args @param {string} name */
function valueOf(args, name) {
  const start = `--${name}=`;
  const found = args.find((arg) => arg.startsWith(start));
  if (!found) throw new Error(`Needs ${start}…`);
  return found.slice(start.length);
}

/** @param {string} text of a console message: the suite's own, behind a prefix of VS Code's, or VS Code talking */
function show(text) {
  const at = text.indexOf(suiteMark);
  console.log(at < 0 ? `[page] ${text}` : text.slice(at));
}

/** The layer that started us ends us when its time is up, so this may wait for ever. @param {string} file */
async function waitForFile(file) {
  while (!existsSync(file)) await sleep(200);
}
