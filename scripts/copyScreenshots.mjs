/** Takes the README's pictures from those that the UI tests took of the real thing. Run by `npm run screenshots`. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';

/** Picture in the README -> picture of the tests. */
const pictures = {
  'hover.png': 'hover-light.png',
  'inspector.png': 'inspector-dark.png',
  'why.png': 'failure-secret-base64.png',
  'tampered.png': 'failure-claims-edited.png',
  'keys.png': 'keys-dark.png',
};

const target = join(root, 'docs', 'images');
mkdirSync(target, { recursive: true });
for (const [name, source] of Object.entries(pictures)) {
  const taken = join(root, 'out', 'screenshots', source);
  if (!existsSync(taken)) throw new Error(`The UI tests took no picture ${source}. Run: npm run screenshots`);
  copyFileSync(taken, join(target, name));
  console.log(`docs/images/${name}`);
}
