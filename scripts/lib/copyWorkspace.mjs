import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { scratchFolder } from './scratchFolder.mjs';

/**
 * A copy of a folder to be opened and edited; it goes when this process ends.
 * @param {string} source
 * @returns {string} the copy's path
 */
export function copyWorkspace(source) {
  const copy = join(scratchFolder('workspace'), basename(source));
  cpSync(source, copy, { recursive: true });
  return copy;
}
