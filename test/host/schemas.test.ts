import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, sample } from './support';

/** What VS Code completes where `|` stands in a file of that name, as labels. */
async function completions(name: string, text: string, expected: readonly string[]): Promise<void> {
  const file = sample(name);
  const offset = text.indexOf('|');
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text.replace('|', '')));
  try {
    const document = await vscode.workspace.openTextDocument(file);
    assert.equal(document.languageId, 'json');
    let labels: readonly string[] = [];
    // The schema is read when it is first wanted.
    await eventually(async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.positionAt(offset),
      );
      labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return expected.every((one) => labels.includes(one)) ? true : undefined;
    }).catch(() => assert.fail(`${expected.join()} among ${labels.join()}`));
  } finally {
    await vscode.workspace.fs.delete(file);
  }
}

describe('schemas of key files', function () {
  this.timeout(120_000);

  it('complete the members of a key', async () => {
    await completions('completed.jwk', '{"kty": "EC", "|"}', ['kid', 'crv', 'x', 'y', 'key_ops', 'x5t#S256']);
  });

  it('complete the members of each key of a set, and its curve', async () => {
    await completions('completed.jwks', '{"keys": [{"kty": "EC", "|"}]}', ['kid', 'alg', 'use']);
    await completions('completed-2.jwks', '{"keys": [{"kty": "EC", "crv": |}]}', ['"P-256"', '"secp256k1"']);
  });

  it('tell what a key lacks', async () => {
    const file = sample('lacking.jwk.json');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{"kty": "RSA", "e": "AQAB"}'));
    try {
      const document = await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(document);
      await eventually(() =>
        Promise.resolve(
          vscode.languages.getDiagnostics(document.uri).some(({ message }) => message.includes('"n"'))
            ? true
            : undefined,
        ),
      );
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });
});
