import { join } from 'node:path';
import { isInstalled } from './isInstalled.mjs';
import { npm } from './npm.mjs';
import { logs, root } from './paths.mjs';
import { saying } from './say.mjs';

/**
 * Installs the project's development dependencies unless they are there as the lock file says.
 * @returns {Promise<void>} rejects with npm's own words where it failed
 */
export async function ensureInstalled() {
  if (isInstalled(root)) return;
  await saying('Installing development dependencies (npm ci)', () => npmCi(root, 'install'));
}

/**
 * @param {string} folder holding package.json and package-lock.json
 * @param {string} name of the log
 */
export async function npmCi(folder, name) {
  const logFile = join(logs, `${name}.log`);
  const { code, output } = await npm(['ci', '--include=dev', '--include=optional'], { cwd: folder, logFile });
  if (code !== 0) throw new Error(`npm ci failed in ${folder} (code ${code}):\n${output.trim()}`);
}
