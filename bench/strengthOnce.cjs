/**
 * A process that tries the words of a file as the secret of a token in as many workers as it is told, with the bundle the
 * extension ships, and prints the secret or nothing.
 */
const { readFileSync } = require('node:fs');
const { Worker } = require('node:worker_threads');

const [bundle, inputs, shares] = process.argv.slice(2);
const { target, words } = JSON.parse(readFileSync(inputs, 'utf8'));
const octets = (text) => new Uint8Array(Buffer.from(text, 'base64'));
const task = {
  target: { ...target, data: octets(target.data), signature: octets(target.signature) },
  lists: [{ source: 'wordList', thoroughness: 'asIs', words: new Uint8Array(readFileSync(words)) }],
};
const workers = Array.from({ length: Number(shares) }, () => new Worker(bundle));
let running = workers.length;
for (const [index, worker] of workers.entries())
  worker.on('message', ({ kind, result }) => {
    if (kind === 'ready') worker.postMessage({ ...task, share: { index, of: workers.length } });
    if (kind !== 'result') return;
    if (result.found) process.stdout.write(Buffer.from(result.found.octets).toString());
    if (result.found || --running === 0) process.exit();
  });
