import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { scanTokens } from '../../../src/core/detect/scan';
import { scanWrapped } from '../../../src/core/detect/wrapped';
import { expanded } from './marked';

interface Vectors {
  readonly files: readonly {
    readonly file: string;
    readonly items: readonly {
      start: number;
      end: number;
      kind: string;
      level: string;
      token?: string;
      note?: string;
    }[];
  }[];
}
const folder = new URL('../../vectors/detect/', import.meta.url);
const vectors = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as Vectors;

/** A token broken in three places. */
function broken(seam: string): string {
  return expanded('<H>.<P>.<S>').replace(/^(.{30})(.{20})(.{20})/, `$1${seam}$2${seam}$3${seam}`);
}

describe('scanWrapped', () => {
  it('finds the wrapped tokens of the vectors with their places and texts', () => {
    for (const { file, items } of vectors.files.filter(({ file }) => /wrapped/.test(file))) {
      const text = readFileSync(new URL(file, folder), 'utf8');
      const expected = items.map(({ start, end, kind, token }) => ({ start, end, kind, text: token }));
      assert.ok(expected.length > 0);
      assert.deepEqual(scanWrapped(text), expected);
    }
  });

  it('finds none in the other vectors but tokens in concatenated strings', () => {
    for (const { file } of vectors.files) {
      if (/wrapped|concat/.test(file)) continue;
      assert.deepEqual(scanWrapped(readFileSync(new URL(file, folder), 'utf8')), [], file);
    }
  });

  it('joins lines with indentation, quote marks, continuations and the seams of string literals', () => {
    const token = expanded('<H>.<P>.<S>');
    for (const seam of ['\n', '\r\n', '\n    ', '\n> ', '\n>> ', '\\\n', '" +\n  "', "'\n  + '", "' .\n'"]) {
      const text = `t = "${broken(seam)}"\n\nnext`;
      const [found, ...others] = scanWrapped(text);
      assert.deepEqual(others, []);
      assert.deepEqual(found, {
        start: 5,
        end: text.indexOf('"\n\nnext'),
        kind: 'jws-compact',
        text: token,
      });
    }
  });

  it('takes no whole token with a word below it for a wrapped one', () => {
    for (const text of ['<H>.<P>.<S>\nabcd', '<H>.<P>.<S>\n<H>.<P>.<S>', '<X>..<i>.YQ.<t>\nabcd'])
      assert.deepEqual(scanWrapped(expanded(text)), []);
  });

  it('finds nothing where the lines make no token', () => {
    for (const text of [
      '<H>.\nabc',
      '<H>\n.<P>\n.abc',
      '<H>.<P>.\n\n<S>',
      '<H>.<P>.\nnot <S>',
      '"signature"\n<P>',
      '',
    ])
      assert.deepEqual(scanWrapped(expanded(text)), []);
  });

  it('gets through megabytes of first lines', () => {
    const text = expanded('<H>.<P>.\n').repeat(50_000);
    assert.deepEqual(scanWrapped(text), []);
    assert.deepEqual(scanTokens(text), []);
  });
});
