import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readKeys } from '../../src/core/keys/readKeys';
import { summarizeKey } from '../../src/core/keys/summarizeKey';
import { keyOutputs, writeKey } from '../../src/core/keys/write/writeKey';
import { changed } from './mutate';
import type { Random } from './random.mjs';
import type { Target } from './target';

const moment = 1_700_000_000;
/** Larger files take long to read, and say nothing that a smaller one of the same format does not. */
const largest = 6000;

const index = new URL('../vectors/keys/index.json', import.meta.url);
const { entries } = JSON.parse(readFileSync(index, 'utf8')) as {
  readonly entries: readonly { readonly file: string }[];
};
/** Key files of every format, an octet to a character. */
const files = entries
  .map(({ file }) => readFileSync(new URL(file, index)).toString('latin1'))
  .filter((text) => text.length <= largest);

/** Changes an octet or a few of what is inside a text: a length, a tag, an object identifier, a number. */
function changedOctets(octets: string, random: Random): string {
  let text = octets;
  for (let times = 1 + random.below(3); times > 0; times--) {
    const at = random.below(text.length + 1);
    const removed = random.below(4) === 0 ? random.below(4) : 1;
    const inserted = random.below(5) === 0 ? '' : String.fromCharCode(random.below(256));
    text = text.slice(0, at) + inserted + text.slice(at + removed);
  }
  return text;
}

/** Opens one run of base64, changes the octets, and closes it again in lines as long as those before. */
function changedInside(text: string, random: Random): string {
  const runs = [...text.matchAll(/[A-Za-z\d+/]{16,}(?:\r?\n[A-Za-z\d+/]+)*={0,2}|[\w-]{16,}/g)];
  if (runs.length === 0) return changedOctets(text, random);
  const { index: at, 0: run } = random.pick(runs);
  const isUrl = /[-_]/.test(run) || !/[+/=\n]/.test(run);
  const octets = changedOctets(Buffer.from(run, 'base64').toString('latin1'), random);
  const written = Buffer.from(octets, 'latin1').toString(isUrl ? 'base64url' : 'base64');
  const lines = isUrl ? written : written.replace(/.{64}(?=.)/g, '$&\n');
  return text.slice(0, at) + lines + text.slice(at + run.length);
}

/** Key files are read whatever was done to them, and what is read of them can be shown and written. */
export const keysTarget: Target = {
  make: (random) => {
    const file = random.pick(files);
    const kind = random.below(8);
    if (kind < 5) return changedInside(file, random);
    if (kind === 5) return changedOctets(file, random);
    if (kind === 6) return changed(file, random);
    const other = random.pick(files);
    return file.slice(0, random.below(file.length + 1)) + other.slice(random.below(other.length + 1));
  },
  run: async (text, random) => {
    const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
    const { keys, problems } = await readKeys({ bytes });
    assert.ok(keys.length + problems.length > 0, 'neither key nor problem');
    assert.ok(problems.length <= 100 && keys.length <= 1000);
    for (const { code } of problems) assert.match(code, /^[\w.-]+$/);
    if (keys.length === 0) return;
    const key = random.pick(keys);
    const origin = { from: 'file', path: 'key.pem', uri: 'file:///key.pem' } as const;
    const summary = await summarizeKey({ id: 'key', key, origin }, moment);
    assert.ok(summary.bits >= 0);
    const output = random.pick(keyOutputs(key));
    const written = await writeKey(key, output);
    assert.ok(typeof written === 'string', `${output} was offered, and cannot be written`);
    const again = await readKeys({ bytes: new Uint8Array(Buffer.from(written)) });
    assert.equal(again.keys.length, 1, `${output} was written, and cannot be read`);
  },
};
