import * as vscode from 'vscode';

export const editorTasks = {
  /** Shows a file, its cursor at a place; counted from 0. */
  show: async ({ path, line = 0, character = 0 }) => {
    const at = new vscode.Position(line, character);
    await vscode.window.showTextDocument(vscode.Uri.file(path), {
      selection: new vscode.Range(at, at),
      preview: false,
    });
  },

  /** How VS Code names a file, as commands take it. */
  uriOf: ({ path }) => vscode.Uri.file(path).toString(),

  run: async ({ command, args = [] }) => {
    await vscode.commands.executeCommand(command, ...args);
  },

  /** Closes all, with no question about what is not saved. */
  closeAll: async () => {
    for (const { input } of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)) {
      if (!(input instanceof vscode.TabInputText)) continue;
      const document = vscode.workspace.textDocuments.find(
        ({ uri }) => uri.toString() === input.uri.toString(),
      );
      if (!document?.isDirty) continue;
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  },
};
