import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeTexts, eventually, hs256, untitled } from '../support';

describe('JWT: Compare Tokens', () => {
  afterEach(closeTexts);

  it('shows the tokens of two cursors side by side, decoded and sorted, with dates', async () => {
    const tokens = await Promise.all([
      hs256({ sub: 'a', exp: 1_516_239_022 }, 'one'),
      hs256({ exp: 1_516_325_422, sub: 'a' }, 'two'),
    ]);
    const document = await untitled(tokens.map((token) => `token: ${token}\n`).join(''));
    const editor = await vscode.window.showTextDocument(document);
    editor.selections = [0, 1].map((line) => new vscode.Selection(line, 10, line, 10));
    await vscode.commands.executeCommand('claimcheck.compareTokens');
    const { original, modified } = await eventually(() => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return Promise.resolve(input instanceof vscode.TabInputTextDiff ? input : undefined);
    });
    const [left, right] = await Promise.all(
      [original, modified].map((uri) => vscode.workspace.openTextDocument(uri)),
    );
    assert.match(left.getText(), /"exp": 1516239022, \/\/ .*2018.*\n {4}"sub": "a"/);
    assert.match(right.getText(), /"exp": 1516325422, \/\/ .*2018.*\n {4}"sub": "a"/);
    for (const uri of [original, modified])
      for (const token of tokens)
        for (const segment of token.split('.'))
          assert.ok(!decodeURIComponent(uri.toString()).includes(segment), uri.toString());
  });
});
