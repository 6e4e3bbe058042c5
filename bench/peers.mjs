import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);

/** Installs the peers into the bench's own folder, once. Without a registry the bench runs on with those that are there. */
export function installPeers(say) {
  const { dependencies } = require('./package.json');
  if (Object.keys(dependencies).every(hasPackage)) return;
  say('Installing the peers (once) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' };
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], options);
  if (status !== 0) say('The peers could not be installed; what is missing is skipped, and said so.');
}

/** The path of the ripgrep VS Code ships; undefined where it is not installed. */
export function ripgrep() {
  const name = `@vscode/ripgrep-${process.platform}-${process.arch}/bin/rg${process.platform === 'win32' ? '.exe' : ''}`;
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
}

/** Whether a peer's package is installed. */
export function hasPackage(name) {
  return existsSync(new URL(`node_modules/${name}/package.json`, import.meta.url));
}

/** First line of what a program says of its version. */
export function versionOf(program) {
  return spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.split('\n')[0];
}
