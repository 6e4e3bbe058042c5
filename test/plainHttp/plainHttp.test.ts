import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverOver, sample, shownText, tutorial, untitled } from '../host/support';

describe('in the web-worker host of a page of plain http', function () {
  this.timeout(60_000);

  it('there is no WebCrypto', () => {
    assert.equal((globalThis as { isSecureContext?: boolean }).isSecureContext, false);
    assert.equal((crypto as Partial<Crypto>).subtle, undefined);
  });

  it('the hover decodes and explains', async () => {
    const document = await vscode.workspace.openTextDocument(sample('README.md'));
    const token = /eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9\.[\w.-]+/.exec(document.getText())![0];
    const { text, hoveredText } = (await hoverOver(document, token))!;
    console.log(text);
    assert.equal(hoveredText, token);
    assert.match(text, /RS256/);
    assert.match(text, /Jessica Temporal/);
  });

  it('the text of a token says the same, at length', async () => {
    const document = await untitled(`t = "${tutorial.expired}"`, 'python');
    const shown = await shownText('claimcheck.showTokenAsText', {
      uri: document.uri.toString(),
      line: 0,
      character: 8,
    });
    console.log(shown.getText());
    assert.match(shown.getText(), /HS256/);
  });
});
