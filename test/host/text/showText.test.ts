import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeTexts, eventually, hs256, placeOf, shownText, untitled } from '../support';

const secret = 'cobalt-meadow-lantern-77';

/** Runs the command on a token beside the constant that holds its secret, and gives both documents. */
async function shown(
  claims: object,
): Promise<{ source: vscode.TextDocument; text: vscode.TextDocument; token: string }> {
  const token = await hs256(claims, secret);
  const source = await untitled(`jwtSecret = '${secret}'\ntoken = '${token}'\n`);
  const text = await shownText('claimcheck.showTokenAsText', placeOf(source, token));
  return { source, text, token };
}

describe('JWT: Show Token as Text', () => {
  afterEach(closeTexts);

  it('opens a document that cannot be edited, with all that is known of the token', async () => {
    const { text } = await shown({ sub: '42', exp: 1516239022 });
    const words = text.getText();
    assert.match(words, /line 2/);
    assert.match(words, /Signature valid with jwtSecret/);
    assert.match(words, /Expired .* years ago/);
    assert.match(words, /sub: "42" — Whom or what the token is about\./);
    assert.match(words, /Header as JSON\n {2}\{\n {4}"alg": "HS256"/);
    assert.notEqual(vscode.workspace.fs.isWritableFileSystem(text.uri.scheme), true);
  });

  it('holds no character of the token in its address', async () => {
    const { text, token } = await shown({ sub: '42' });
    const address = decodeURIComponent(text.uri.toString());
    for (const segment of token.split('.')) assert.ok(!address.includes(segment), address);
    assert.doesNotMatch(address, new RegExp(secret));
  });

  it('follows its token while the document is edited', async () => {
    const { source, text, token } = await shown({ sub: '42' });
    const edit = new vscode.WorkspaceEdit();
    const start = source.positionAt(source.getText().indexOf(token));
    const range = new vscode.Range(start, start.translate(0, token.length));
    edit.replace(source.uri, range, await hs256({ sub: 'another' }, secret));
    edit.insert(source.uri, new vscode.Position(0, 0), '// one line more\n');
    await vscode.workspace.applyEdit(edit);
    await eventually(() => Promise.resolve(/sub: "another"/.test(text.getText()) ? true : undefined));
    assert.match(text.getText(), /line 3/);
  });

  it('says so when the token is gone', async () => {
    const { source, text } = await shown({ sub: '42' });
    const edit = new vscode.WorkspaceEdit();
    edit.delete(source.uri, new vscode.Range(0, 0, 3, 0));
    await vscode.workspace.applyEdit(edit);
    await eventually(() => Promise.resolve(/no longer there/.test(text.getText()) ? true : undefined));
  });

  it('says of an address it does not know that nothing was kept', async () => {
    const uri = vscode.Uri.parse('claimcheck-text:/1/Token.txt');
    const document = await vscode.workspace.openTextDocument(uri);
    assert.match(document.getText(), /not kept/);
  });

  it('brings a text back from where its token stands, as after a restart', async () => {
    const token = await hs256({ sub: '42' }, secret);
    const source = await untitled(`token: ${token}\n`);
    const query = JSON.stringify({ uri: source.uri.toString(), line: 0, character: 10 });
    const uri = vscode.Uri.from({ scheme: 'claimcheck-text', path: '/earlier/Token.txt', query });
    const document = await vscode.workspace.openTextDocument(uri);
    assert.match(document.getText(), /sub: "42"/);
  });
});
