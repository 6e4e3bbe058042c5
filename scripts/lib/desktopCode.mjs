import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The desktop VS Code's command, where it is on the PATH. In a terminal of a remote or served VS Code `code` is another
 * program, which knows nothing of extension development; it does not count.
 * @returns {string | undefined}
 */
export function desktopCode() {
  if (process.env['VSCODE_IPC_HOOK_CLI']) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
  return found && process.platform === 'win32' ? `"${found}"` : found;
}
