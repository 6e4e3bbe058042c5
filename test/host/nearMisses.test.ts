import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { tokenAtPosition } from '../../src/host/documents/documentTokens';
import { TokenIndexes } from '../../src/host/documents/tokenIndexes';
import { terminalLinkProvider } from '../../src/host/terminalLinks/terminalLinks';
import { told, untilCodes, withSetting } from './remarks';
import { eventually, hoverAt, hoverOver, sample, tutorial, untitled } from './support';

describe('texts that only look like tokens', function () {
  this.timeout(180_000);
  let document: vscode.TextDocument;
  /** The same with one token behind them, so that it is known when all were looked at. */
  let followed: vscode.TextDocument;

  before(async () => {
    document = await vscode.workspace.openTextDocument(sample('near-misses.txt'));
    followed = await untitled(`${document.getText()}\n${tutorial.expired}`);
  });

  const lines = (): readonly vscode.TextLine[] =>
    Array.from({ length: document.lineCount }, (_, line) => document.lineAt(line)).filter(
      ({ text }) => text !== '' && !text.startsWith('# '),
    );

  it('are two hundred', () => {
    assert.equal(lines().length, 200);
  });

  it('are no problem', async () => {
    await untilCodes(followed, 'expired');
    assert.deepEqual(told(document), []);
  });

  it('have no hover and no menu, wherever the pointer is', async () => {
    assert.ok(await hoverOver(followed, tutorial.expired));
    for (const { lineNumber, text } of lines()) {
      for (let at = 0; at <= text.length; at += 3)
        assert.equal(tokenAtPosition(document, new vscode.Position(lineNumber, at)), undefined, text);
      const middle = new vscode.Position(lineNumber, Math.floor(text.length / 2));
      assert.equal(await hoverAt(document, middle), undefined, text);
    }
  });

  it('have no lens and no hint, when those are on', async () => {
    await vscode.window.showTextDocument(followed);
    const lenses = async (of: vscode.TextDocument): Promise<number> =>
      (
        await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', of.uri, 500)
      ).filter(({ command }) => command?.command.startsWith('claimcheck.')).length;
    const hints = async (of: vscode.TextDocument): Promise<number> =>
      (
        await vscode.commands.executeCommand<vscode.InlayHint[]>(
          'vscode.executeInlayHintProvider',
          of.uri,
          new vscode.Range(0, 0, of.lineCount, 0),
        )
      ).length;
    await withSetting('codeLens.enabled', true, async () => {
      await eventually(async () => ((await lenses(followed)) === 2 ? true : undefined));
      assert.equal(await lenses(document), 0);
    });
    await withSetting('inlayHints.enabled', true, async () => {
      await eventually(async () => ((await hints(followed)) === 1 ? true : undefined));
      assert.equal(await hints(document), 0);
    });
  });

  it('have no colour, which only what the index holds is given', async () => {
    const indexes = new TokenIndexes(() => Date.now());
    try {
      const count = async (of: vscode.TextDocument): Promise<number> =>
        await eventually(() => Promise.resolve(indexes.tokensOf(of)?.length));
      assert.deepEqual([await count(document), await count(followed)], [0, 1]);
    } finally {
      indexes.dispose();
    }
  });

  it('are no links in the terminal', async () => {
    const provider = terminalLinkProvider({ now: () => 0, inspector: { show: () => Promise.resolve() } });
    const { token } = new vscode.CancellationTokenSource();
    for (const { text } of lines())
      assert.deepEqual(
        await provider.provideTerminalLinks({ line: text } as vscode.TerminalLinkContext, token),
        [],
        text,
      );
  });
});
