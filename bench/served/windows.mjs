import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { logs, root } from '../../scripts/lib/paths.mjs';
import { startVsCodeServer } from '../../scripts/lib/vsCodeServer.mjs';
import { tinyExtension } from './extensions.mjs';

/** A window that is not in front is measured too: it must run as fast as the one that is. */
const awake = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

const settings = {
  'editor.wordWrap': 'off',
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
  'files.autoSave': 'off',
  'window.confirmBeforeClose': 'never',
};

/**
 * A VS Code Server and a browser for the length of `work`, which is given `open`. Windows of it hold the extensions that are
 * `installed` and one that they name themselves (VS Code in a browser takes no second one), and a probe in their extension host: `ask(name, params)` runs one of its tasks (`probe.mjs`) and answers with what
 * that answers. Answers what `work` answers.
 */
export async function withServedVsCode({ folder, installed = [] }, work) {
  const home = join(folder, `server-${Date.now()}`);
  mkdirSync(home);
  const probe = await bundleProbe(home);
  // VS Code runs what is given as tests only beside an extension under development.
  const bystander = tinyExtension(home, 'bystander', 'exports.activate = () => undefined;\n');
  // Folders that are there before its first start are what VS Code takes for installed.
  for (const path of installed) {
    const { publisher, name, version } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    cpSync(path, join(home, 'data', 'extensions', `${publisher}.${name}-${version}`), { recursive: true });
  }
  const server = await startVsCodeServer({
    dataDir: join(home, 'data'),
    logFile: join(logs, 'bench-server.log'),
    takesPayload: true,
    settings,
  });
  const { browser, about } = await launchBrowser(awake);
  let opened = 0;
  const open = async ({ workspace, extension = bystander, init }) => {
    const place = join(home, `window-${opened++}`);
    mkdirSync(place);
    copyFileSync(probe, join(place, 'index.js'));
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
    if (init) await context.addInitScript(init);
    const page = await context.newPage();
    let said = '';
    page.on('console', (message) => (said = `${said}\n${message.text()}`.slice(-2000)));
    page.setDefaultTimeout(60_000);
    await page.goto(
      server.urlOf(workspace, [
        ['extensionDevelopmentPath', server.uriOf(extension)],
        ['extensionTestsPath', server.uriOf(join(place, 'index.js'))],
      ]),
    );
    const { port, secret } = await arrived(join(place, 'port.json'), () => said);
    const ask = (name, params = {}) => asked(port, { secret, name, params });
    return { page, ask, close: () => context.close() };
  };
  try {
    return await work({ open, browser, about, version: server.version });
  } finally {
    await browser.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function bundleProbe(home) {
  const outfile = join(home, 'probe.js');
  await build({
    entryPoints: [join(root, 'bench', 'served', 'probe.mjs')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2023',
    external: ['vscode'],
    minify: true,
    logLevel: 'error',
  });
  return outfile;
}

/** What the probe writes when it listens. */
async function arrived(file, said) {
  for (let waited = 0; waited < 120_000; waited += 50) {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
    await sleep(50);
  }
  throw new Error(`The probe in the extension host never came to listen. The window said:${said()}`);
}

async function asked(port, body) {
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify(body) });
  const { result, error } = await response.json();
  if (error !== undefined) throw new Error(`The probe failed at ${body.name}: ${error}`);
  return result;
}
