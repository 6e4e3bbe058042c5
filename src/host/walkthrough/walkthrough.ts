import type * as vscode from 'vscode';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { markDone } from './markDone';

/** Ticks the step about keys when there are some: keys find themselves, and no command runs. */
export function registerWalkthrough(keys: Pick<WorkspaceKeys, 'onDidRead'>): vscode.Disposable {
  return keys.onDidRead((inventory) => {
    if (inventory.keys.length > 0) markDone('keysKnown');
  });
}
