import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './children.mjs'; // whose own farewell must come first: what still runs still writes

/** @type {string[]} */
const folders = [];

/**
 * A fresh folder for the length of this process; it is removed however the process ends, short of being killed outright.
 * @param {string} purpose a word for its name
 */
export function scratchFolder(purpose) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `claimcheck-${purpose}-`));
  folders.push(folder);
  return folder;
}

process.on('exit', () => {
  for (const folder of folders) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // A program that has not quite gone yet wrote into it; the system's own cleaning takes the rest.
    }
  }
});
