import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Opens an address in the person's browser.
 * @param {string} url
 * @returns {boolean} false where there is no desktop to open one on
 */
export function openInBrowser(url) {
  const opener = openerOf(process.platform);
  if (!opener) return false;
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  child.once('error', () => console.log('The browser could not be opened: open the address yourself.'));
  child.unref();
  return true;
}

/** @param {NodeJS.Platform} platform */
function openerOf(platform) {
  if (platform === 'darwin') return 'open';
  const hasDisplay = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (platform === 'win32' || !hasDisplay) return undefined;
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'xdg-open'))
    .find((file) => existsSync(file));
}
