import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, hoverOver, sample, tutorial, untitled } from '../host/support';

describe('in the web-worker host', () => {
  it('runs on a virtual workspace, without Node', () => {
    assert.notEqual(sample('README.md').scheme, 'file');
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
  });

  it('the hover verifies the tutorial’s RS256 token with its author’s public key', async () => {
    const document = await vscode.workspace.openTextDocument(sample('README.md'));
    const token = /eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9\.[\w.-]+/.exec(document.getText())![0];
    const hover = await hoverOver(document, token);
    assert.match(hover!.text, /Signature valid with .*keys\/tutorial_id_rsa\.pub/);
    assert.equal(hover!.hoveredText, token);
  });

  it('the hover verifies ES256, EdDSA and PS256 tokens with a PEM file and a JWK Set', async () => {
    for (const [file, key] of [
      ['requests.http', 'gateway-public.pem'],
      ['service.log', 'jwks.json'],
    ] as const) {
      const document = await vscode.workspace.openTextDocument(sample(file));
      const tokens = document.getText().match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? [];
      const texts = await Promise.all(tokens.map(async (token) => (await hoverOver(document, token))!.text));
      assert.ok(
        texts.some((text) => text.includes('Signature valid') && text.includes(key)),
        key,
      );
    }
  });

  it('the hover says expired of an expired token, and verifies it with the constant beside it', async () => {
    const document = await untitled(`secret = "${tutorial.secret}"\ntoken = "${tutorial.expired}"`, 'python');
    const { text } = (await hoverOver(document, tutorial.expired))!;
    assert.match(text, /Signature valid with secret/i);
    assert.match(text, /Expired \d+ years ago/);
  });

  it('JWT: Inspect Token opens the inspector', async () => {
    const document = await vscode.workspace.openTextDocument(sample('README.md'));
    const editor = await vscode.window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf('eyJ') + 5);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('claimcheck.inspectToken');
    await eventually(() => Promise.resolve(inspectorTab()));
  });
});

function inspectorTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .find(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.includes('claimcheck.inspector'),
    );
}
