/**
 * Takes the README's pictures from those that the UI tests took of the real thing, and makes the animated one of them. Run by
 * `npm run screenshots`.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { npmCi } from './lib/ensureInstalled.mjs';
import { isInstalled } from './lib/isInstalled.mjs';
import { root } from './lib/paths.mjs';

/** Picture in the README -> picture of the tests. */
const pictures = {
  'hover.png': 'hover-light.png',
  'inspector.png': 'inspector-dark.png',
  'why.png': 'failure-secret-base64.png',
  'tampered.png': 'failure-claims-edited.png',
  'keys.png': 'keys-dark.png',
};

/** The pictures of the animated one, in their order, each with the milliseconds it is shown. */
const tour = [
  { source: 'tour-hover.png', milliseconds: 2600 },
  { source: 'tour-inspect.png', milliseconds: 2600 },
  { source: 'tour-edit.png', milliseconds: 2200 },
  { source: 'tour-change.png', milliseconds: 1800 },
  { source: 'tour-signed.png', milliseconds: 3200 },
];

const target = join(root, 'docs', 'images');
mkdirSync(target, { recursive: true });

/** @param {string} source */
function taken(source) {
  const file = join(root, 'out', 'screenshots', source);
  if (!existsSync(file)) throw new Error(`The UI tests took no picture ${source}. Run: npm run screenshots`);
  return file;
}

for (const [name, source] of Object.entries(pictures)) {
  copyFileSync(taken(source), join(target, name));
  console.log(`docs/images/${name}`);
}

const animation = join(root, 'scripts', 'pictures');
if (!isInstalled(animation)) await npmCi(animation, 'pictures');
const frames = tour.map(({ source, milliseconds }) => ({ file: taken(source), milliseconds }));
// A program of its own, as its package is one of its own.
const args = [join(animation, 'animate.mjs'), join(target, 'tour.gif'), JSON.stringify(frames)];
execFileSync(process.execPath, args, { stdio: 'inherit' });
