import * as vscode from 'vscode';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { DeskPorts, DraftDesk } from './draftDesk';
import { draftScheme } from './draftScheme';

/** The desk where tokens are edited, made when it is first wanted. */
export interface Editing {
  desk(): Promise<DraftDesk>;
  dispose(): void;
}

/** `JWT: Edit Token`, `JWT: Extend Token by 1 Hour`, and what an edited token's document offers. */
export function registerEdit(ports: DeskPorts): Editing {
  let opened: Promise<DraftDesk> | undefined;
  const desk = (): Promise<DraftDesk> =>
    (opened ??= import('./draftDesk').then(({ DraftDesk }) => new DraftDesk(ports)));
  const commands = registerCommands(
    ports.log,
    {
      id: commandIds.editToken,
      async run(argument) {
        await (await import('./editToken')).editToken(argument, await desk(), ports);
      },
    },
    {
      id: commandIds.extendToken,
      async run(argument) {
        await (await import('./extendToken')).extendToken(argument, ports);
      },
    },
    { id: commandIds.signDraft, run: async (uri) => (await desk()).sign(uri) },
    { id: commandIds.copyDraft, run: async (uri) => (await desk()).copy(uri) },
    { id: commandIds.pickDraftKey, run: async (uri) => (await desk()).pickKey(uri) },
  );
  void resumeLeftovers(desk);
  return {
    desk,
    dispose: () => {
      commands.dispose();
      void opened?.then((one) => one.dispose());
    },
  };
}

/**
 * Tabs that an earlier session left. Where the extension host alone ended, their text is in their editors, and the work goes
 * on; where the window did, it is gone, since it was never written down, and so are they.
 */
async function resumeLeftovers(desk: () => Promise<DraftDesk>): Promise<void> {
  const drafts = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === draftScheme);
  const kept = new Set(drafts.map(({ uri }) => uri.toString()));
  const isLost = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText &&
    input.uri.scheme === draftScheme &&
    !kept.has(input.uri.toString());
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.filter(isLost));
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
  for (const draft of drafts) await (await desk()).resume(draft);
}
