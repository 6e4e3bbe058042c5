import * as vscode from 'vscode';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { registerCommands, type Command } from '../platform/commands';
import { commandIds, viewIds } from '../platform/ids';
import type { Log } from '../platform/log';
import type { KeyNode } from './keyNode';

/** The Keys view in the Explorer: what the workspace's keys are, where they are from, and what went wrong. */
export function registerKeysView(keys: WorkspaceKeys, now: () => number, log: Log): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const view = vscode.window.createTreeView<KeyNode>(viewIds.keys, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: async (node) => (await import('./keyTreeItem')).keyTreeItem(node, now()),
      async getChildren(node) {
        if (node) return node.kind === 'group' ? [...node.children] : [];
        const [{ keyNodes }, summaries, { troubles }] = await Promise.all([
          import('./keyNode'),
          keys.summaries(),
          keys.inventory(),
        ]);
        return [...keyNodes(summaries, troubles)];
      },
    },
    showCollapseAll: true,
  });
  return vscode.Disposable.from(
    changed,
    view,
    keys.onDidChange(() => changed.fire(undefined)),
    registerCommands(log, ...keyActions(keys), {
      id: commandIds.showKeys,
      run: () => vscode.commands.executeCommand(`${viewIds.keys}.focus`),
    }),
  );
}

/** The actions on a key of the view; each asks for the key where it is called without one. */
function keyActions(keys: WorkspaceKeys): readonly Command[] {
  return (['copyKey', 'revealKey', 'setKeyId', 'removeKey', 'unlockKey'] as const).map((name) => ({
    id: commandIds[name],
    run: async (node) => {
      const actions = await import('./keyActions');
      await actions[name](keys, node);
    },
  }));
}
