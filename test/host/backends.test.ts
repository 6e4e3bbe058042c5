import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeTexts, eventually, tutorial, untitled } from './support';

const command = 'claimcheck.compareBackends';

/** Runs the command on a token and accepts what its lists offer first, until it is done. */
async function runAccepting(document: vscode.TextDocument, accept: string): Promise<void> {
  const character = document.getText().indexOf('eyJ');
  let isDone = false;
  const running = vscode.commands
    .executeCommand(command, { uri: document.uri.toString(), line: 0, character })
    .then(() => (isDone = true));
  await eventually(async () => {
    await vscode.commands.executeCommand(accept);
    return isDone ? true : undefined;
  });
  await running;
}

describe('the command that asks what each backend would say', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeTexts();
  });

  it('lists the answers and copies code that reproduces one, without token or secret', async function () {
    this.timeout(60_000);
    await vscode.env.clipboard.writeText('before');
    const document = await untitled(tutorial.hs256);
    await runAccepting(document, 'workbench.action.acceptSelectedQuickOpenItem');
    const code = await vscode.env.clipboard.readText();
    assert.match(code, /^# pip install "pyjwt\[crypto\]==/);
    assert.match(code, /print\(jwt\.decode\(token, key, algorithms=/);
    assert.ok(!code.includes(tutorial.hs256));
    assert.ok(!code.includes(tutorial.secret));
  });

  it('does nothing where nobody picks a key', async function () {
    this.timeout(60_000);
    await vscode.env.clipboard.writeText('before');
    await runAccepting(await untitled(tutorial.expired), 'workbench.action.closeQuickOpen');
    assert.equal(await vscode.env.clipboard.readText(), 'before');
  });
});
