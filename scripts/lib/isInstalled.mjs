import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether a package's `node_modules` holds exactly the versions its lock file names. npm notes what it installed in
 * `node_modules/.package-lock.json`, last of all, so an interrupted install counts as none. Optional packages (those
 * of other systems) may be absent.
 * @param {string} folder of the package
 * @param {string} [lockName]
 */
export function isInstalled(folder, lockName = 'package-lock.json') {
  const note = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const wanted = packagesOf(join(folder, lockName));
  const present = packagesOf(note);
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '' || entry.link) return true;
    const found = present[place];
    return found ? found.version === entry.version : isOptional(entry);
  });
}

/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, dev?: boolean, devOptional?: boolean, peer?: boolean }} LockEntry
 * @param {string} file
 * @returns {Record<string, LockEntry>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/** @param {LockEntry} entry */
const isOptional = (entry) => Boolean(entry.optional ?? entry.devOptional ?? entry.peer);
