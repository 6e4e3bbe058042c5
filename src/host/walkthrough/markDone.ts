import * as vscode from 'vscode';
import { stepContexts } from '../platform/ids';

const done = new Set<string>();

/** Ticks a step of the walkthrough; VS Code remembers it. */
export function markDone(step: keyof typeof stepContexts): void {
  if (done.has(step)) return;
  done.add(step);
  void vscode.commands.executeCommand('setContext', stepContexts[step], true);
}
