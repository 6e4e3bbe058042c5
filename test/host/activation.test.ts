import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('the extension', () => {
  const extension = vscode.extensions.getExtension<unknown>('claimcheck.claimcheck')!;

  it('activates, and exports nothing that another extension could misuse', async () => {
    const exported: unknown = await extension.activate();
    assert.equal(exported, undefined);
  });

  it('registers every command it contributes', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const { command } of (extension.packageJSON as Manifest).contributes.commands) {
      assert.ok(registered.has(command), command);
    }
  });
});
