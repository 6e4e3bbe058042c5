import Module from 'node:module';
import { relative } from 'node:path';
import * as vscode from 'vscode';

function extensionOf(id) {
  const extension = vscode.extensions.getExtension(id);
  if (!extension) throw new Error(`There is no extension ${id} here.`);
  return extension;
}

export const activationTasks = {
  /** Milliseconds from the wish to have an extension until it is active. */
  activate: async ({ id }) => {
    const extension = extensionOf(id);
    if (extension.isActive) throw new Error(`${id} was active before.`);
    const begun = performance.now();
    await extension.activate();
    return performance.now() - begun;
  },

  /** Which of an extension's files the host has loaded so far, in the order they came. */
  loaded: ({ id }) => {
    const { extensionPath } = extensionOf(id);
    return Object.keys(Module._cache)
      .filter((path) => path.startsWith(extensionPath))
      .map((path) => relative(extensionPath, path).replaceAll('\\', '/'));
  },

  /** What VS Code itself says of the start of each extension, in whole milliseconds: its table of start-up performance. */
  startupTable: async () => {
    await vscode.commands.executeCommand('perfview.show');
    for (let n = 0; n < 200; n++) {
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf');
      const text = document?.getText() ?? '';
      if (text.includes('Extension Activation Stats')) return text;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return null;
  },
};
