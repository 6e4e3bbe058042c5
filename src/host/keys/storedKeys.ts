import type * as vscode from 'vscode';

/** The entries of SecretStorage that begin with a prefix. `keys` came with VS Code 1.105; before that nothing can be listed. */
export async function storedKeys(storage: vscode.SecretStorage, prefix: string): Promise<readonly string[]> {
  const listing = storage as vscode.SecretStorage & { keys?: () => Thenable<string[]> };
  const all = (await listing.keys?.()) ?? [];
  return all.filter((key) => key.startsWith(prefix));
}
