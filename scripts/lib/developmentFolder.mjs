import { readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { scratchFolder } from './scratchFolder.mjs';

/**
 * The extension's folder, for a VS Code of some version: ours. One that is older than the manifest promises would refuse it,
 * and gets a folder that differs in that promise alone, to see whether the extension would run there all the same.
 * @param {string} version of VS Code
 */
export function developmentFolder(version) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const oldest = manifest.engines.vscode.replace('^', '');
  if (minor(version) >= minor(oldest)) return root;
  const folder = scratchFolder('extension');
  for (const entry of readdirSync(root))
    if (entry !== 'package.json') symlinkSync(join(root, entry), join(folder, entry), 'junction');
  manifest.engines.vscode = `^${version}`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2));
  return folder;
}

/** @param {string} version such as `1.101.0` */
const minor = (version) => Number(version.split('.')[1]);
