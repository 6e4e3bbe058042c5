import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { out, root } from './paths.mjs';

/** Where the packaged extension lies. */
export function vsixFile() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(out, `${name}-${version}.vsix`);
}
