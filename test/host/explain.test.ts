import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverOver, hs256, untitled } from './support';

const secret = 'umber-cedar-harbor-dcd0';

/** What the hover says of a token beside a constant that holds a secret. */
async function hoverBeside(constant: string, token: string): Promise<string> {
  const document = await untitled(`secret = "${constant}"\ntoken = "${token}"\n`, 'python');
  return (await hoverOver(document, token))!.text;
}

describe('the hover on a token that does not verify', () => {
  it('says that the secret beside it was used as text and is base64', async () => {
    const encoded = Buffer.from(secret).toString('base64');
    assert.match(
      await hoverBeside(encoded, await hs256({ sub: '42' }, secret)),
      /is base64 and was used as plain text/,
    );
  });

  it('says that the secret has a blank too many', async () => {
    assert.match(await hoverBeside(`${secret} `, await hs256({ sub: '42' }, secret)), /has blanks/);
  });

  it('explains nothing where nothing is wrong', async () => {
    const text = await hoverBeside(secret, await hs256({ sub: '42' }, secret));
    assert.match(text, /Signature valid with secret/);
    assert.doesNotMatch(text, /\$\(lightbulb\)/);
  });

  it('names no reason that it cannot prove', async () => {
    const text = await hoverBeside('another secret altogether', await hs256({ sub: '42' }, secret));
    assert.doesNotMatch(text, /Proven/);
    assert.match(text, /Explain…/);
  });

  it('never shows the secret it found', async () => {
    const document = await untitled(`secret = "${Buffer.from(secret).toString('base64')}"\n`, 'python');
    const token = await hs256({ sub: '42' }, secret);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), `token = "${token}"\n`);
    await vscode.workspace.applyEdit(edit);
    assert.doesNotMatch((await hoverOver(document, token))!.text, new RegExp(secret));
  });
});
