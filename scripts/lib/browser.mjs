import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { servedPackage } from './paths.mjs';

/** A name that is this machine to our browser alone; over http, only 127.0.0.1 and its like are secure contexts. */
export const insecureHost = 'insecure.test';
/** The switch that makes it so. */
export const asInsecureHost = `--host-resolver-rules=MAP ${insecureHost} 127.0.0.1`;

/** A page that nobody looks at: drawing one as large as a screen takes a quarter of the time that tests inside VS Code have. */
export const unseenPage = { viewport: { width: 480, height: 320 } };

/** Keeps a browser on this machine: no updates, no look-ups, no sandbox (there may be no user namespaces here). */
const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--force-color-profile=srgb'],
];

/**
 * @typedef {{ about: string, find: () => Promise<import('playwright-core').LaunchOptions | undefined> }} Candidate
 * @type {Candidate[]} in the order they are tried; the first two need nothing installed by hand
 */
const candidates = [
  {
    about: 'the browser named by CLAIMCHECK_BROWSER',
    find: async () => named(process.env['CLAIMCHECK_BROWSER']),
  },
  { about: 'Chromium from the npm registry (@sparticuz/chromium)', find: fromRegistry },
  {
    about: 'Chromium of this machine',
    find: async () => named(onPath(['chromium', 'chromium-browser', 'google-chrome'])),
  },
  { about: 'Google Chrome', find: async () => ({ channel: 'chrome' }) },
  { about: 'Microsoft Edge', find: async () => ({ channel: 'msedge' }) },
];

/**
 * Opens a headless browser: the one from the registry where it runs (Linux, x64), else one that is installed.
 * @param {string[]} [switches] for its command line, beside our own
 * @returns {Promise<{ browser: import('playwright-core').Browser, about: string }>}
 */
export async function launchBrowser(switches = []) {
  const refusals = [];
  for (const { about, find } of candidates) {
    try {
      const options = await find();
      if (!options) continue;
      const browser = await chromium.launch({ args: [...quiet, ...switches], timeout: 60_000, ...options });
      return { browser, about: `${about}, ${browser.version()}` };
    } catch (error) {
      refusals.push(`- ${about}: ${String(error).split('\n')[0]}`);
    }
  }
  throw new Error(
    `No browser to show VS Code in. Install Chrome or Chromium, or name one in CLAIMCHECK_BROWSER.\n${refusals.join('\n')}`,
  );
}

/** @param {string | undefined} executablePath */
function named(executablePath) {
  return executablePath ? { executablePath } : undefined;
}

/** @param {string[]} names */
function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}

async function fromRegistry() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  /** @type {Record<string, string>} */
  const env = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  if (lacksLibraries(executablePath)) env['LD_LIBRARY_PATH'] = join(folder, 'al2023', 'lib');
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = join(folder, 'fonts');
  return { executablePath, env };
}

/** Unpacks the browser once into a folder of its own; another run, or an interrupted one, never sees it half done. */
async function unpacked() {
  const require = createRequire(join(servedPackage, 'package.json'));
  const entry = require.resolve('@sparticuz/chromium');
  const packageFile = join(servedPackage, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8'));
  const folder = join(servedPackage, '.browser', version);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const { default: packed, inflate } = await import(pathToFileURL(entry).href);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = partial; // where the package unpacks to
  try {
    await packed.executablePath();
    await inflate(join(servedPackage, 'node_modules', '@sparticuz', 'chromium', 'bin', 'al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another run was quicker
  }
  return folder;
}

/** @param {string} executablePath */
function lacksLibraries(executablePath) {
  try {
    return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
  } catch {
    return false;
  }
}
