import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { runChild } from './children.mjs';
import { out } from './paths.mjs';

/**
 * Runs the npm that runs us, else the one on the PATH, with its cache in our own folder where HOME cannot be written.
 * Install scripts are never run: nothing here needs one, and so no compiler and no download beside the registry.
 * @param {string[]} args
 * @param {{ cwd: string, logFile: string, env?: Record<string, string> }} options
 */
export function npm(args, { cwd, logFile, env }) {
  const script = process.env['npm_execpath'];
  const isOwnNpm = script !== undefined && /npm-cli\.[cm]?js$/.test(script);
  const [command, before] = isOwnNpm ? [process.execPath, [script]] : ['npm', []];
  return runChild(
    command,
    [...before, ...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd,
      logFile,
      shell: !isOwnNpm && process.platform === 'win32',
      // npm hands its settings down in the environment; those of the outer call must not steer this one.
      env: {
        ...cacheSetting(),
        npm_config_production: undefined,
        npm_config_omit: '',
        NODE_ENV: undefined,
        ...env,
      },
      timeout: 540_000,
    },
  );
}

/** @returns {Record<string, string>} */
function cacheSetting() {
  const isUsable = canHold(process.env['npm_config_cache'] ?? join(homedir(), '.npm'));
  return isUsable ? {} : { npm_config_cache: join(out, 'npm-cache') };
}

/** Whether a folder can be written to, or made where it is not yet. @param {string} folder @returns {boolean} */
function canHold(folder) {
  if (!existsSync(folder)) return dirname(folder) !== folder && canHold(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
