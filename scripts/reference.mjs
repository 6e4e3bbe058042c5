/** `npm run reference`: docs/reference.md, every command, setting, colour and tool, as package.json contributes them. `--check` fails where it is not up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { referenceText } from './lib/referenceText.mjs';

const target = join(root, 'docs', 'reference.md');
const json = (/** @type {string} */ name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const text = referenceText(json('package.json'), json('package.nls.json'));
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('docs/reference.md is not up to date. Run: npm run reference');
  process.exit(1);
}
