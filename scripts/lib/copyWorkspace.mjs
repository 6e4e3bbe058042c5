import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * A copy of a folder to be opened, edited and thrown away.
 * @param {string} source
 * @returns {{ folder: string, remove: () => void }}
 */
export function copyWorkspace(source) {
  const parent = mkdtempSync(join(realpathSync(tmpdir()), 'claimcheck-'));
  const folder = join(parent, basename(source));
  cpSync(source, folder, { recursive: true });
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 3 }) };
}
