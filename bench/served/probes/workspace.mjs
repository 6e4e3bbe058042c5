import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { scanTokens } from '../../../src/core/detect/scan';
import { searchWorkspace } from '../../../src/host/workspaceTokens/searchWorkspace';

export const workspaceTasks = {
  /** The whole search, as the command runs it. */
  searchWorkspace: async () => {
    const cancellation = new vscode.CancellationTokenSource().token;
    const begun = performance.now();
    const { entries, files, isCut } = await searchWorkspace({
      moment: Date.now() / 1000,
      cancellation,
      onProgress: () => undefined,
    });
    return { took: performance.now() - begun, tokens: entries.length, files, isCut };
  },

  /** One file, read and searched within this process. */
  scanFile: async ({ path }) => {
    const begun = performance.now();
    const { length } = scanTokens((await readFile(path)).toString('latin1'));
    return { took: performance.now() - begun, tokens: length };
  },
};
