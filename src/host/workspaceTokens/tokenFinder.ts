import * as vscode from 'vscode';
import { groupEntries } from '../../core/audit/groupEntries';
import { jsonReport, markdownReport, sarifReport, type Audit } from '../../core/present/auditReports';
import { messageText } from '../platform/messageText';
import { readSettings } from '../platform/settings';
import { UserError } from '../platform/userError';
import { words } from '../platform/words';
import { surfaceViewIds } from '../surfaces/surfaceIds';
import { childrenOf, foundTreeItem, type FoundNode } from './foundNodes';
import { searchWorkspace } from './searchWorkspace';

const contextKey = 'claimcheck.tokensFound';

/** Finds the tokens of the workspace, shows them in a view of the Explorer, and reports on them. Nothing of them is kept but where they are. */
export class TokenFinder implements vscode.Disposable {
  readonly #now: () => number;
  readonly #changed = new vscode.EventEmitter<undefined>();
  #view: vscode.TreeView<FoundNode> | undefined;
  #audit: Audit | undefined;

  /** `now` gives seconds since the epoch. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** What the last search found. */
  get audit(): Audit | undefined {
    return this.#audit;
  }

  /** `JWT: Find Tokens in Workspace`. */
  async find(): Promise<void> {
    if (!vscode.workspace.workspaceFolders?.length)
      throw new UserError(vscode.l10n.t('Open a folder first: its files are what is looked through.'));
    this.#audit = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Looking for tokens…'),
        cancellable: true,
      },
      (progress, cancellation) =>
        searchWorkspace({
          moment: this.#now(),
          cancellation,
          onProgress: (files, tokens) =>
            progress.report({
              message: messageText(vscode.l10n.t('{tokens} found in {files} files', { tokens, files })),
            }),
        }),
    );
    await this.#show(this.#audit);
  }

  /** `JWT: Report on Tokens Found`: as a new document, for the user to keep or not. */
  async report(): Promise<void> {
    if (!this.#audit) await this.find();
    const audit = this.#audit;
    if (!audit) return;
    const choice = await vscode.window.showQuickPick(
      [
        { label: 'Markdown', description: vscode.l10n.t('to read'), language: 'markdown' },
        { label: 'JSON', description: vscode.l10n.t('for programs'), language: 'json' },
        { label: 'SARIF', description: vscode.l10n.t('for code scanning'), language: 'json' },
      ],
      { title: vscode.l10n.t('Report on Tokens Found'), placeHolder: vscode.l10n.t('Which form?') },
    );
    if (!choice) return;
    const content = this.reportText(audit, choice.label);
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ content, language: choice.language }),
    );
  }

  reportText(audit: Audit, form: string): string {
    const wording = words(readSettings());
    if (form === 'JSON') return jsonReport(audit);
    return form === 'SARIF' ? sarifReport(audit, wording) : markdownReport(audit, wording);
  }

  dispose(): void {
    this.#view?.dispose();
    this.#changed.dispose();
  }

  async #show({ entries, files, isCut }: Audit): Promise<void> {
    await vscode.commands.executeCommand('setContext', contextKey, true);
    this.#view ??= vscode.window.createTreeView<FoundNode>(surfaceViewIds.foundTokens, {
      treeDataProvider: {
        onDidChangeTreeData: this.#changed.event,
        getTreeItem: foundTreeItem,
        getChildren: (node) => (node ? [...childrenOf(node)] : [...this.#roots()]),
      },
      showCollapseAll: true,
    });
    const facts = { tokens: entries.length, files };
    this.#view.message = isCut
      ? vscode.l10n.t('{tokens} tokens in the {files} files looked at; not all were.', facts)
      : vscode.l10n.t('{tokens} tokens in {files} files.', facts);
    this.#changed.fire(undefined);
    await vscode.commands.executeCommand(`${surfaceViewIds.foundTokens}.focus`);
  }

  #roots(): readonly FoundNode[] {
    return groupEntries(this.#audit?.entries ?? []).map((grouping) => ({ kind: 'group', grouping }));
  }
}
