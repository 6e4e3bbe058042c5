import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, hoverOver, hs256, untitled } from './support';

const secret = 'umber-cedar-harbor-dcd0';

/** What the hover says of a token beside a constant that holds a secret. */
async function hoverBeside(constant: string, token: string): Promise<string> {
  const document = await untitled(`secret = "${constant}"\ntoken = "${token}"\n`, 'python');
  return (await hoverOver(document, token))!.text;
}

/** The same once it says why: a busy machine may leave the first hover no time to search. */
async function reasonBeside(constant: string, token: string): Promise<string> {
  const document = await untitled(`secret = "${constant}"\ntoken = "${token}"\n`, 'python');
  return await eventually(async () => {
    const { text } = (await hoverOver(document, token))!;
    return text.includes('$(lightbulb)') && text.includes('Proven') ? text : undefined;
  });
}

describe('the hover on a token that does not verify', () => {
  it('says that the secret beside it was used as text and is base64, and offers to keep the right one', async () => {
    const encoded = Buffer.from(secret).toString('base64');
    const text = await reasonBeside(encoded, await hs256({ sub: '42' }, secret));
    assert.match(text, /is base64 and was used as plain text/);
    assert.match(text, /\*\*\[\$\(wrench\) Keep the Corrected Secret\]\(command:claimcheck\.fixToken\?/);
  });

  it('says that the secret has a blank too many', async () => {
    assert.match(await reasonBeside(`${secret} `, await hs256({ sub: '42' }, secret)), /has blanks/);
  });

  it('offers to repair the token’s text, and does it in one step that can be undone', async () => {
    // Fourteen octets: base64 pads them with one sign.
    const token = await hs256({ sub: '4210' }, secret);
    const padded = token.replace(/\.([^.]*)$/, '=.$1');
    const document = await untitled(`secret = "${secret}"\ntoken = "${padded}"\n`, 'python');
    await eventually(async () => {
      const hover = await hoverOver(document, padded);
      return hover?.text.includes('Repair the Token') ? hover : undefined;
    });
    const place = { uri: document.uri.toString(), line: 1, character: 9 };
    await vscode.commands.executeCommand('claimcheck.fixToken', place);
    assert.equal(document.lineAt(1).text, `token = "${token}"`);
    assert.match((await hoverOver(document, token))!.text, /Signature valid with secret/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.lineAt(1).text, `token = "${padded}"`);
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
