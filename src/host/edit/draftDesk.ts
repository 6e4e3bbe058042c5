import * as vscode from 'vscode';
import { utf8Bytes } from '../../core/encoding/bytes';
import { signatureAlgorithm } from '../../core/jose/algorithms';
import { readTokenDraft } from '../../core/sign/tokenDraft';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { commandIds } from '../platform/ids';
import type { Log } from '../platform/log';
import { readSettings } from '../platform/settings';
import { UserError } from '../platform/userError';
import { words } from '../platform/words';
import { copyToken, deliverDraft } from './deliverDraft';
import { DraftFiles } from './draftFiles';
import { draftDiagnostics } from './draftDiagnostics';
import { DraftLenses } from './draftLenses';
import { DraftKeeper } from './draftKeeper';
import { draftSchema } from './draftSchema';
import { draftAddress, tokenOfAddress } from './draftAddress';
import { draftScheme, schemaScheme } from './draftScheme';
import { DraftSession, type DraftSubject } from './draftSession';
import { DraftStatus } from './draftStatus';
import { makeToken } from './makeToken';
import { pickSigningKey, signingKeyOf, type SigningPorts } from './signingKey';

export interface DeskPorts extends SigningPorts {
  readonly keys: WorkspaceKeys;
  readonly log: Log;
}

/** The documents in which tokens are edited: their file system in memory, schema, problems, lenses, and what saving does. */
export class DraftDesk implements vscode.Disposable {
  readonly #ports: DeskPorts;
  readonly #files = new DraftFiles();
  readonly #sessions = new Map<string, DraftSession>();
  readonly #problems = vscode.languages.createDiagnosticCollection('claimcheck-draft');
  readonly #lenses = new DraftLenses((uri) => this.#sessions.get(uri.toString()));
  readonly #status = new DraftStatus((uri) => this.#sessions.get(uri.toString()));
  readonly #keeper: DraftKeeper;
  readonly #subscriptions: vscode.Disposable;
  #opened = 0;

  constructor(ports: DeskPorts) {
    this.#ports = ports;
    const schema = JSON.stringify(draftSchema(words(readSettings()).translate));
    this.#keeper = new DraftKeeper((document) => void this.#saved(document));
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.registerFileSystemProvider(draftScheme, this.#files, { isCaseSensitive: true }),
      vscode.workspace.registerTextDocumentContentProvider(schemaScheme, {
        provideTextDocumentContent: () => schema,
      }),
      vscode.languages.registerCodeLensProvider({ scheme: draftScheme }, this.#lenses),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#check(document)),
      vscode.workspace.onDidOpenTextDocument((document) => this.#check(document)),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) =>
        closed.forEach((tab) => void this.#closed(tab)),
      ),
      this.#keeper,
      this.#problems,
      this.#lenses,
      this.#status,
    );
  }

  /** Opens a document for editing, beside what is open. */
  async open(subject: DraftSubject): Promise<void> {
    // The moment besides the number: addresses of an earlier session must not meet those of this one.
    const folder = `${Date.now().toString(36)}${this.#opened++}`;
    const uri = draftAddress(subject, folder);
    this.#files.put(uri, utf8Bytes(subject.text));
    this.#sessions.set(uri.toString(), new DraftSession(uri, subject));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
  }

  /** Goes on with a document whose session ended with the extension host: the text is in its editor still, and nowhere else. */
  async resume(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    const text = document.getText();
    this.#files.putBack(uri, utf8Bytes(text));
    const found = await tokenOfAddress(uri);
    const serialization = found?.text.trimStart().startsWith('{') ? 'flattened' : 'compact';
    const key = found && (await signingKeyOf(found, this.#ports));
    const subject = { name: '', text, original: found, serialization, key, cursor: undefined } as const;
    const session = new DraftSession(uri, subject);
    // What was signed last is not known any more: whoever closes the tab is asked.
    session.signedText = '';
    this.#sessions.set(uri.toString(), session);
    this.#keeper.keepSoon(document);
    this.#refresh(document);
  }

  /** Makes the token of the document in front, or of the one named, and puts it where it belongs. */
  async sign(uri?: unknown): Promise<void> {
    const { session, document } = this.#inFront(uri);
    await this.#deliver(session, document.getText(), deliverDraft);
  }

  /** The same, onto the clipboard. */
  async copy(uri?: unknown): Promise<void> {
    const { session, document } = this.#inFront(uri);
    await this.#deliver(session, document.getText(), copyToken);
  }

  /** Lets the user choose what signs the document in front. */
  async pickKey(uri?: unknown): Promise<void> {
    const { session, document } = this.#inFront(uri);
    const { alg } = readTokenDraft(document.getText(), this.#ports.verifier.moment());
    const algorithm = signatureAlgorithm(alg);
    if (!algorithm)
      throw new UserError(vscode.l10n.t('Name an algorithm first: "alg" in the header, such as "HS256".'));
    const title = vscode.l10n.t('Sign Token');
    const key = await pickSigningKey(
      this.#ports.keys,
      algorithm,
      title,
      vscode.l10n.t('Which key signs it?'),
    );
    if (!key) return;
    session.key = key;
    this.#refresh(document);
  }

  #inFront(uri: unknown): { readonly session: DraftSession; readonly document: vscode.TextDocument } {
    const address = typeof uri === 'string' ? uri : vscode.window.activeTextEditor?.document.uri.toString();
    const session = this.#sessions.get(address ?? '');
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === address);
    if (!session || !document)
      throw new UserError(
        vscode.l10n.t('No token is being edited here. Run “JWT: Edit Token” on one first.'),
      );
    return { session, document };
  }

  async #deliver(
    session: DraftSession,
    text: string,
    put: (token: string, session: DraftSession) => Promise<boolean>,
  ): Promise<void> {
    const { keys, verifier, log } = this.#ports;
    const token = await makeToken(text, session, keys, verifier.moment());
    if (token === undefined) return;
    log.info(`edited: ${token.length} characters`);
    if (await put(token, session)) session.signedText = text;
    this.#lenses.refresh();
    this.#status.refresh();
  }

  async #saved(document: vscode.TextDocument): Promise<void> {
    await vscode.commands.executeCommand(commandIds.signDraft, document.uri.toString());
  }

  #check(document: vscode.TextDocument): void {
    const session = this.#sessions.get(document.uri.toString());
    if (!session) return;
    this.#problems.set(document.uri, draftDiagnostics(document, session, this.#ports.verifier.moment()));
    this.#status.refresh();
  }

  #refresh(document: vscode.TextDocument): void {
    this.#check(document);
    this.#lenses.refresh();
  }

  /** A tab was closed: what it held goes, after the user had a chance to sign it. */
  async #closed({ input }: vscode.Tab): Promise<void> {
    if (!(input instanceof vscode.TabInputText)) return;
    const address = input.uri.toString();
    const session = this.#sessions.get(address);
    if (!session || isShown(address)) return;
    const text = new TextDecoder().decode(this.#files.readFile(input.uri));
    if (text !== session.signedText) {
      const sign = vscode.l10n.t('Sign and Apply');
      const answer = await vscode.window.showWarningMessage(
        vscode.l10n.t('The token was edited and not signed.'),
        sign,
        vscode.l10n.t('Discard'),
      );
      if (answer === sign) await this.#deliver(session, text, deliverDraft);
    }
    if (isShown(address)) return;
    this.#sessions.delete(address);
    this.#files.delete(input.uri);
    this.#problems.delete(input.uri);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

function isShown(address: string): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === address),
  );
}
