import { conformance } from './conformance';

/** `npm run conformance -- [FILE…]`: without a file, every vector file of a known format below `test/vectors`. */
const files = process.argv.slice(2);
void conformance({
  files: files.length > 0 ? files : undefined,
  folder: new URL('../vectors/', import.meta.url),
  print: (line) => console.log(line),
}).then((isPassed) => {
  process.exitCode = isPassed ? 0 : 1;
});
