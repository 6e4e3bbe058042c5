import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { bundle } from './bundles.mjs';
import { contest, ratios, summary } from './contest.mjs';
import { hasPackage } from './peers.mjs';
import { randomFrom } from '../test/fuzz/random.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const wordCount = 100_000;

/** Words as lists have them, from the seed; the secret is the last. */
function wordsOf(seed, count) {
  const random = randomFrom(seed);
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789-_';
  const word = () =>
    Array.from({ length: 6 + random.below(14) }, () => letters[random.below(letters.length)]).join('');
  return Array.from({ length: count }, word);
}

/** Goal 11: a fresh process finds the secret of an HS256 token at the end of a list of 100,000 words. */
export async function raceStrength({ folder, rounds, seed }) {
  const words = wordsOf(seed, wordCount);
  const secret = words.at(-1);
  const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded({ sub: '42', name: 'Jess', iat: 1516239022 })}`;
  const signature = createHmac('sha256', secret).update(input).digest();
  const token = `${input}.${signature.toString('base64url')}`;
  const list = join(folder, 'words.txt');
  const inputs = join(folder, 'strength.json');
  const target = {
    alg: 'HS256',
    hash: 'SHA-256',
    data: Buffer.from(input).toString('base64'),
    signature: signature.toString('base64'),
  };
  writeFileSync(list, `${words.join('\n')}\n`);
  writeFileSync(inputs, JSON.stringify({ target, words: list }));
  const { path } = await bundle('strength.mjs', folder);
  // As the extension has it: two workers where that leaves the editor a core.
  const shares = cpus().length > 2 ? 2 : 1;
  const ours = () =>
    timed(process.execPath, [here('strengthOnce.cjs'), path, inputs, String(shares)], secret);
  const cracker = here('node_modules/jwt-cracker/src/index.js');
  const python = process.platform === 'win32' ? 'python' : 'python3';
  const runs = {
    ours,
    'ours again': ours,
    ...(spawnSync(python, ['--version']).status === 0
      ? { 'jwt_tool’s loop': () => timed(python, [here('strengthLoop.py'), token, list], secret) }
      : {}),
    ...(hasPackage('jwt-cracker')
      ? { 'jwt-cracker': () => timed(process.execPath, [cracker, '-t', token, '-d', list], secret) }
      : {}),
  };
  const times = await contest(runs, rounds);
  const peers = Object.keys(runs).filter((name) => !name.startsWith('ours'));
  return {
    shares,
    control: ratios(times, 'ours', 'ours again'),
    milliseconds: Object.fromEntries(Object.keys(runs).map((name) => [name, summary(times[name])])),
    // How many times as fast as a peer.
    speed: Object.fromEntries(peers.map((name) => [name, ratios(times, 'ours', name)])),
    cancel: summary(await cancellations(path, target, rounds)),
  };
}

/** Milliseconds a program takes from start to end; it must print the secret. */
function timed(program, parameters, secret) {
  const begun = performance.now();
  const { stdout } = spawnSync(program, parameters, { encoding: 'utf8' });
  const took = performance.now() - begun;
  if (!stdout.includes(secret)) throw new Error(`${program} ${parameters[0]} did not find the secret.`);
  return took;
}

/** Milliseconds from the wish to stop until the worker, in the middle of its work, is no more. */
async function cancellations(path, { alg, hash, data, signature }, rounds) {
  const endless = new TextEncoder().encode('not the secret\n'.repeat(600_000));
  const octets = (text) => new Uint8Array(Buffer.from(text, 'base64'));
  const target = { alg, hash, data: octets(data), signature: octets(signature) };
  const lists = [{ source: 'wordList', thoroughness: 'asIs', words: endless }];
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const worker = new Worker(path);
    await new Promise((resolve) =>
      worker.on('message', ({ kind }) => {
        if (kind === 'ready') worker.postMessage({ target, lists });
        if (kind === 'progress') resolve();
      }),
    );
    const begun = performance.now();
    await worker.terminate();
    times.push(performance.now() - begun);
  }
  return times;
}
