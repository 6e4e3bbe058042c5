import type { SecretStorage, Uri } from 'vscode';

/** A SecretStorage in memory; without a list of its keys, as VS Code had none before 1.105, where `isListed` is false. */
export function memoryStorage(
  entries: Readonly<Record<string, string>> = {},
  isListed = true,
): { readonly storage: SecretStorage; readonly held: Map<string, string> } {
  const held = new Map(Object.entries(entries));
  const storage = {
    get: (key: string) => Promise.resolve(held.get(key)),
    store: (key: string, value: string) => Promise.resolve(void held.set(key, value)),
    delete: (key: string) => Promise.resolve(void held.delete(key)),
    ...(isListed ? { keys: () => Promise.resolve([...held.keys()]) } : {}),
    onDidChange: () => ({ dispose: () => undefined }),
  };
  return { storage, held };
}

/** An address of which nothing is asked but its text. */
export function addressOf(text: string): Uri {
  const address: unknown = { toString: () => text };
  return address as Uri;
}
