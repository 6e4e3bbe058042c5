import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { TokenIndex, type LinedToken } from '../../../src/core/detect/tokenIndex';
import { LinedDocument } from '../../../src/host/documents/linedDocument';
import { TokenIndexes } from '../../../src/host/documents/tokenIndexes';
import { eventually, tutorial, untitled } from '../support';

const now = (): number => performance.now();

/** A text of about so many megabytes with a token in every thousandth line. */
function text(megabytes: number): string {
  const line = '2026-11-22T08:00:00Z INFO request served in 12 ms for /api/orders?page=7 from 10.0.0.1\n';
  const lines = Math.round((megabytes * 1_000_000) / line.length);
  return Array.from({ length: lines }, (_, n) => (n % 1000 === 500 ? `${tutorial.hs256}\n` : line)).join('');
}

async function known(indexes: TokenIndexes, document: vscode.TextDocument): Promise<readonly LinedToken[]> {
  return await eventually(() => Promise.resolve(indexes.tokensOf(document)));
}

async function replace(document: vscode.TextDocument, range: vscode.Range, by: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, by);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('the index of a document’s tokens', () => {
  let indexes: TokenIndexes;
  beforeEach(() => {
    indexes = new TokenIndexes(now);
  });
  afterEach(() => indexes.dispose());

  it('knows where they are, with either line end', async () => {
    for (const end of ['\n', '\r\n']) {
      const document = await untitled(['a', `b ${tutorial.hs256}`, '', tutorial.expired].join(end));
      const tokens = await known(indexes, document);
      const texts = tokens.map(({ line, character, endLine, endCharacter }) =>
        document.getText(new vscode.Range(line, character, endLine, endCharacter)),
      );
      assert.deepEqual(texts, [tutorial.hs256, tutorial.expired]);
    }
  });

  it('follows edits, undoing and all, and says so', async () => {
    const document = await untitled(`a\n${tutorial.hs256}\n`);
    assert.equal((await known(indexes, document)).length, 1);
    let told = 0;
    indexes.onDidChange(() => told++);
    await replace(document, new vscode.Range(0, 0, 0, 1), `x\n\n${tutorial.expired}\n`);
    assert.deepEqual(
      (await known(indexes, document)).map(({ line }) => line),
      [2, 4],
    );
    await replace(document, new vscode.Range(0, 0, 3, 0), '');
    assert.deepEqual(
      (await known(indexes, document)).map(({ line }) => line),
      [1],
    );
    assert.equal(told, 2);
  });

  it('leaves alone what tools wrote and what is too large, until it is no more', async () => {
    const generated = await untitled(`// @generated\n${tutorial.hs256}\n`);
    assert.deepEqual(indexes.tokensOf(generated), []);
    const small = new TokenIndexes(now, 1000);
    try {
      const large = await untitled(`${'x'.repeat(2000)}\n${tutorial.hs256}\n`);
      assert.deepEqual(small.tokensOf(large), []);
      await replace(large, new vscode.Range(0, 0, 1, 0), '');
      assert.equal((await known(small, large)).length, 1);
    } finally {
      small.dispose();
    }
  });

  it('scans in slices and follows an edit without reading the document', async function () {
    this.timeout(120_000);
    const large = new TokenIndexes(now, 50_000_000);
    const figures: string[] = [];
    const editTimes: number[] = [];
    try {
      for (const megabytes of [1, 10]) {
        const document = await untitled(text(megabytes));
        // Only the first call joins the lines: the text is kept until the next edit.
        const whole = medianOf(1, () => document.getText());
        const { total, longest, count } = scanOnce(document);
        assert.equal((await known(large, document)).length, count);
        const line = Math.floor(document.lineCount / 2);
        const event: vscode.TextDocumentChangeEvent = {
          document,
          reason: undefined,
          contentChanges: [
            { range: new vscode.Range(line, 3, line, 3), rangeOffset: 0, rangeLength: 0, text: 'x' },
          ],
        };
        const edit = medianOf(101, () => large.edit(event));
        editTimes.push(edit);
        figures.push(
          `${megabytes} MB: one getText() ${whole.toFixed(1)} ms; first scan ${total.toFixed(1)} ms of work, no step over ${longest.toFixed(1)} ms, ${count} tokens; an edit followed in ${(edit * 1000).toFixed(0)} µs`,
        );
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      }
    } finally {
      large.dispose();
    }
    console.log(`index: ${figures.join('; ')}`);
    // Far from the goals printed above, so that a busy machine does not fail it; a reading of the whole would.
    assert.ok(editTimes[1] < 5, `${editTimes[1]} ms`);
  });
});

/** The work of a first scan, step by step. */
function scanOnce(document: vscode.TextDocument): { total: number; longest: number; count: number } {
  const index = new TokenIndex();
  const lined = new LinedDocument(document);
  let total = 0;
  let longest = 0;
  while (!index.isComplete(lined)) {
    const begin = performance.now();
    index.step(lined);
    const time = performance.now() - begin;
    total += time;
    longest = Math.max(longest, time);
  }
  return { total, longest, count: index.tokens.length };
}

function medianOf(times: number, work: () => unknown): number {
  const measured = Array.from({ length: times }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
  return measured.sort((a, b) => a - b)[Math.floor(times / 2)];
}
