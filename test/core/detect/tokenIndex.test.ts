import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanTokens } from '../../../src/core/detect/scan';
import { longestLine, TokenIndex, type LinedText, type LineEdit } from '../../../src/core/detect/tokenIndex';
import { encoded, hs256Signature, nearMisses } from './texts';

/** A text as an editor holds it, with how many characters were asked for. */
class Document implements LinedText {
  asked = 0;
  #lines: string[];

  constructor(text: string) {
    this.#lines = text.split('\n');
  }
  get lineCount(): number {
    return this.#lines.length;
  }
  get text(): string {
    return this.#lines.join('\n');
  }
  lineLength(line: number): number {
    return this.#lines[line].length;
  }
  lines(first: number, last: number): string {
    const text = this.#lines.slice(first, last + 1).join('\n');
    this.asked += text.length;
    return text;
  }
  blockEnd(line: number, characters: number): number {
    let end = line + 1;
    let sum = this.lineLength(line);
    while (end < this.lineCount && (sum += this.lineLength(end) + 1) <= characters) end++;
    return end;
  }

  /** Replaces lines, and says so as an editor does. */
  replaceLines(startLine: number, endLine: number, text: string): LineEdit {
    const lines = text.split('\n');
    this.#lines = this.#lines.slice(0, startLine).concat(lines, this.#lines.slice(endLine + 1));
    return { startLine, endLine, addedLines: lines.length - 1 };
  }
}

function scanned(document: Document): TokenIndex {
  const index = new TokenIndex();
  finish(index, document);
  return index;
}

function finish(index: TokenIndex, document: Document): void {
  for (let steps = 0; !index.isComplete(document); steps++) {
    assert.ok(steps < 10_000, 'each step goes on');
    index.step(document);
  }
}

const textsOf = (index: TokenIndex, document: Document): string[] =>
  index.tokens.map(({ line, character, endLine, endCharacter }) => {
    const lines = document.lines(line, endLine).split('\n');
    const before = lines.slice(0, -1).reduce((sum, one) => sum + one.length + 1, 0);
    return lines.join('\n').slice(character, before + endCharacter);
  });
const expected = (text: string): string[] => scanTokens(text).map(({ start, end }) => text.slice(start, end));

const token = `${encoded('{"alg":"HS256"}')}.${encoded('{"sub":"42"}')}.${hs256Signature}`;
const json = `{\n  "payload": "e30",\n  "protected": "${encoded('{"alg":"HS256"}')}",\n  "signature": "${hs256Signature}"\n}`;
const filler = (lines: number): string => Array.from({ length: lines }, (_, n) => `line ${n}`).join('\n');

describe('TokenIndex and several edits at once', () => {
  const lines = Array.from({ length: 60 }, (_, line) => (line % 10 === 5 ? token : `line ${line}`));
  for (const places of [
    [50, 3, 30],
    [3, 50, 30],
    [30, 50, 3],
    [30, 31, 29],
  ])
    it(`follows those at lines ${places.join(', ')}`, () => {
      const document = new Document(lines.join('\n'));
      const index = scanned(document);
      const edits = places.map((line, at) =>
        document.replaceLines(line, line + at, `${token}\n"changed", ${token}`),
      );
      index.edit(edits, document);
      finish(index, document);
      assert.deepEqual(textsOf(index, document), expected(document.text));
      // A step more than there are finds nothing more.
      index.step(document);
      assert.deepEqual(textsOf(index, document), expected(document.text));
    });
});

describe('TokenIndex', () => {
  it('finds what a scan of the whole text finds', () => {
    fc.assert(
      fc.property(fc.array(nearMisses, { maxLength: 8 }), (parts) => {
        const document = new Document(parts.join('\n'));
        assert.deepEqual(textsOf(scanned(document), document), expected(document.text));
      }),
      { numRuns: 300 },
    );
  });

  it('finds after any edits what a scan of the whole text finds', () => {
    const edit = fc.tuple(fc.nat(), fc.nat(3), fc.oneof(nearMisses, fc.constant(''), fc.constant(json)));
    fc.assert(
      fc.property(
        fc.array(nearMisses, { maxLength: 8 }),
        fc.array(edit, { maxLength: 8 }),
        (parts, edits) => {
          const document = new Document(parts.join('\n'));
          const index = scanned(document);
          for (const [at, length, text] of edits) {
            const start = at % document.lineCount;
            const end = Math.min(start + length, document.lineCount - 1);
            index.edit([document.replaceLines(start, end, text)], document);
            finish(index, document);
            assert.deepEqual(textsOf(index, document), expected(document.text));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('follows several edits of one event', () => {
    const document = new Document([token, 'a', token, 'b', token].join('\n'));
    const index = scanned(document);
    const edits = [
      document.replaceLines(4, 4, `x\ny ${token}`),
      document.replaceLines(2, 3, 'c'),
      document.replaceLines(0, 0, `\n\n${token}`),
    ];
    index.edit(edits, document);
    assert.deepEqual(
      index.tokens.map(({ line, character }) => [line, character]),
      [
        [2, 0],
        [6, 2],
      ],
    );
  });

  it('follows edits made before the first scan is done', () => {
    const document = new Document([filler(30_000), token, filler(30_000), token].join('\n'));
    const index = new TokenIndex();
    index.step(document);
    assert.ok(!index.isComplete(document));
    index.edit([document.replaceLines(10, 10, `${token}\n${token}`)], document);
    index.edit([document.replaceLines(document.lineCount - 3, document.lineCount - 2, token)], document);
    finish(index, document);
    assert.deepEqual(textsOf(index, document), expected(document.text));
    assert.equal(index.tokens.length, 5);
  });

  it('finds JSON serializations across the seams of its steps', () => {
    for (const lines of [16_000, 16_010, 14_350, 14_360, 14_370].flatMap((n) => [n, n + 2, n + 4])) {
      const document = new Document([filler(lines), json, filler(10)].join('\n'));
      assert.deepEqual(textsOf(scanned(document), document), [json]);
    }
    const all = new Document(`${filler(5)}\n${Array.from({ length: 3000 }, () => json).join(',\n')}`);
    assert.equal(scanned(all).tokens.length, 3000);
  });

  it('finds a JSON serialization that an edit completes, and the token in one that an edit breaks', () => {
    const document = new Document([filler(50), json.replace('"payload"', '"payload'), filler(50)].join('\n'));
    const index = scanned(document);
    assert.deepEqual(textsOf(index, document), []);
    index.edit([document.replaceLines(51, 51, '  "payload": "e30",')], document);
    assert.deepEqual(textsOf(index, document), [json]);
    index.edit([document.replaceLines(51, 51, `  "payload: ${token},`)], document);
    assert.deepEqual(textsOf(index, document), [token]);
  });

  it('asks after an edit for a bounded part of the text, whatever its size', () => {
    const asked = [1000, 100_000].map((lines) => {
      const document = new Document([filler(lines), token, filler(lines)].join('\n'));
      const index = scanned(document);
      document.asked = 0;
      index.edit([document.replaceLines(lines, lines, `${token} `)], document);
      return document.asked;
    });
    assert.ok(asked[1] < 10_000, String(asked));
    assert.ok(asked[1] <= asked[0] * 1.5, String(asked));
  });

  it('asks for nearly every character once in the first scan', () => {
    const document = new Document([filler(100_000), token].join('\n'));
    scanned(document);
    assert.ok(document.asked <= document.text.length, `${document.asked} of ${document.text.length}`);
  });

  it('leaves out lines that nobody wrote, and finds what stands between them', () => {
    const long = `${'x'.repeat(longestLine)} ${token}`;
    const document = new Document([long, token, long, `b ${token}`, long].join('\n'));
    const index = scanned(document);
    assert.deepEqual(
      index.tokens.map(({ line }) => line),
      [1, 3],
    );
    index.edit([document.replaceLines(1, 1, 'gone')], document);
    finish(index, document);
    assert.deepEqual(
      index.tokens.map(({ line }) => line),
      [3],
    );
  });

  it('takes a paste of any size without looking at all of it at once', () => {
    const document = new Document([token, 'a', token].join('\n'));
    const index = scanned(document);
    document.asked = 0;
    index.edit([document.replaceLines(1, 1, `${filler(200_000)}\n${token}`)], document);
    assert.ok(document.asked < 300_000);
    finish(index, document);
    assert.equal(index.tokens.length, 3);
  });

  it('begins anew where an event has more edits than are worth following', () => {
    const document = new Document(Array.from({ length: 1000 }, () => 'a').join('\n'));
    const index = scanned(document);
    const edits = Array.from({ length: 1000 }, (_, n) => document.replaceLines(999 - n, 999 - n, token));
    index.edit(edits, document);
    finish(index, document);
    assert.equal(index.tokens.length, 1000);
  });
});
