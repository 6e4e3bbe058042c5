/**
 * `node animate.mjs TARGET FRAMES`: makes a .gif of pictures. FRAMES is JSON: a list of `{ file, milliseconds }`, each picture
 * with how long it is shown.
 */
import { basename } from 'node:path';
import sharp from 'sharp';

/** Pixels. Wide enough to read what is in the editor, small enough to be loaded by a README. */
const width = 1000;

const [target = '', list = '[]'] = process.argv.slice(2);
const frames = JSON.parse(list);
if (target === '' || frames.length === 0) throw new Error('Say where to, and of which pictures.');
const pictures = await Promise.all(
  frames.map(({ file }) => sharp(file).resize({ width }).flatten().png().toBuffer()),
);
const { size } = await sharp(pictures, { join: { animated: true } })
  .gif({
    delay: frames.map(({ milliseconds }) => milliseconds),
    loop: 0,
    colours: 128,
    dither: 0,
    effort: 10,
  })
  .toFile(target);
console.log(`${basename(target)}: ${frames.length} pictures, ${Math.round(size / 1024)} KB`);
