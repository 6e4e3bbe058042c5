import assert from 'node:assert/strict';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { checkStrength, type StrengthPort } from '../../../src/core/strength/checkStrength';
import type { StrengthTarget } from '../../../src/core/strength/strengthTarget';
import type { WordList } from '../../../src/core/strength/words';

const data = utf8Bytes('eyJhbGciOiJIUzI1NiJ9.e30');
const keyedWith = (secret: string): StrengthTarget => ({
  alg: 'HS256',
  hash: 'SHA-256',
  data,
  signature: new Uint8Array(hmac(sha256, utf8Bytes(secret), data)),
});
const port = (rest: Partial<StrengthPort> = {}): StrengthPort => ({
  digest: sha256,
  elapsed: () => Date.now(),
  isCancelled: () => false,
  pause: () => Promise.resolve(),
  ...rest,
});
const names: WordList = { source: 'folderNames', thoroughness: 'usual', words: ['shop', 'acme', 'billing'] };
const list = (words: readonly string[]): WordList => ({ source: 'wordList', thoroughness: 'asIs', words });
const many = Array.from({ length: 4_000 }, (_, index) => `word-${index}`);

describe('the check of a secret', () => {
  it('finds it, and says where it stands in which list and what was changed', async () => {
    const { found, isCut, tried } = await checkStrength(
      { target: keyedWith('ACME!'), lists: [list(['a', 'b']), names] },
      port(),
    );
    assert.deepEqual(found, {
      octets: utf8Bytes('ACME!'),
      source: 'folderNames',
      position: 2,
      rule: 'ending',
    });
    assert.ok(!isCut && tried > 3 && tried < 300);
  });

  it('finds the empty secret where a list holds an empty line', async () => {
    const { found } = await checkStrength({ target: keyedWith(''), lists: [list(['x', ''])] }, port());
    assert.equal(found?.position, 2);
  });

  it('counts every secret it tried in vain', async () => {
    const result = await checkStrength({ target: keyedWith('not in the list'), lists: [list(many)] }, port());
    assert.deepEqual([result.tried, result.found, result.isCut], [4_000, undefined, false]);
  });

  it('shares a list among workers, so that each word is tried by one of them', async () => {
    const target = keyedWith('word-777');
    const results = await Promise.all(
      [0, 1, 2].map((index) =>
        checkStrength({ target, lists: [list(many)], share: { index, of: 3 } }, port()),
      ),
    );
    assert.deepEqual(
      results.map(({ found }) => found?.position),
      [778, undefined, undefined],
    );
    assert.deepEqual(
      results.slice(1).map(({ tried }) => tried),
      [1333, 1333],
    );
  });

  it('pauses every eight milliseconds, telling how many it tried, and stops when it is told to', async () => {
    let now = 0;
    const told: number[] = [];
    const result = await checkStrength(
      { target: keyedWith('not in the list'), lists: [list(many)] },
      port({
        elapsed: () => (now += 8),
        pause: (tried) => Promise.resolve(void told.push(tried)),
        isCancelled: () => told.length === 3,
      }),
    );
    assert.equal(told.length, 3);
    assert.ok(told.every((tried, index) => tried > (told[index - 1] ?? 0)));
    assert.deepEqual([result.isCut, result.tried, result.found], [true, told[2], undefined]);
  });

  it('finds what a word decodes to, and tells its octets', async () => {
    const octets = Uint8Array.of(0xff, 0xfe, 0xfd, 0xfc, 0xfb, 0xfa);
    const target = { ...keyedWith(''), signature: new Uint8Array(hmac(sha256, octets, data)) };
    const usual: WordList = { ...names, words: [Buffer.from(octets).toString('base64')] };
    const { found } = await checkStrength({ target, lists: [usual] }, port());
    assert.deepEqual(found && [found.octets, found.rule], [octets, 'base64']);
  });

  it('reads words of a file, one a line', async () => {
    const file = (text: string): WordList => ({ ...list([]), words: utf8Bytes(text) });
    for (const text of ['a\nword\n', 'a\r\nword', 'a\nword\r\n']) {
      const { found, tried } = await checkStrength(
        { target: keyedWith('word'), lists: [file(text)] },
        port(),
      );
      assert.deepEqual([found?.position, tried], [2, 2]);
    }
    const { tried } = await checkStrength({ target: keyedWith('word'), lists: [file('a\n\nb\n')] }, port());
    assert.equal(tried, 3);
  });

  it('ends behind two million words, those of other threads counted', async () => {
    const few = Array.from({ length: 2_000_001 }, () => 'x');
    const share = { index: 0, of: 1_000_000 };
    const result = await checkStrength({ target: keyedWith('no'), lists: [list(few)], share }, port());
    assert.deepEqual([result.isCut, result.tried, result.found], [true, 2, undefined]);
  });

  it('passes over texts too long to be a secret', async () => {
    const long = 'x'.repeat(5000);
    const result = await checkStrength({ target: keyedWith(long), lists: [list([long, 'y'])] }, port());
    assert.deepEqual([result.found, result.tried], [undefined, 1]);
  });
});
