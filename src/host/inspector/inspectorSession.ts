import type * as vscode from 'vscode';
import { parseToken } from '../../core/jose/parseToken';
import type { KnownKey } from '../../core/keys/key';
import type { ShownNothing, ShownReport, Surroundings } from '../../protocol/messages';
import type { Decryptor } from '../decrypt/decryptor';
import { FollowedToken } from '../documents/followedToken';
import type { FoundToken, PlacedToken } from '../documents/foundToken';
import { openDocument } from '../documents/openDocument';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { describeToken, type Log } from '../platform/log';
import { readSettings } from '../platform/settings';
import { profileOf } from '../profiles/expectations';
import { inspectText } from '../verify/inspectText';
import type { Verifier } from '../verify/verifier';
import type { BackendAnswers } from './askBackends';
import { followCursor } from './cursorFollower';
import { FailureSearch, type SearchPorts } from './failureSearch';
import { InspectorPanel } from './inspectorPanel';
import { pageAnswers } from './pageAnswers';
import { nothingInside, openContent } from './openContent';
import { findAgain, type RememberedPlace } from './rememberedPlace';
import {
  innerToken,
  mostLayers,
  outermost,
  type InnerPlace,
  type OuterToken,
  type Shown,
} from './shownToken';
import { tellToken } from './tellToken';
import { surroundings } from './surroundings';

/** What the session leans on. */
export interface InspectorPorts {
  readonly extensionUri: vscode.Uri;
  readonly verifier: Pick<Verifier, 'moment' | 'verify'>;
  readonly keys: Pick<WorkspaceKeys, 'key' | 'inventory'>;
  /** Lets the user choose a key for the token; undefined where the user turned away. */
  readonly pickKey: (found: FoundToken) => Promise<KnownKey | undefined>;
  readonly decryptor: Pick<Decryptor, 'decrypt'>;
  /** Finds out why a signature does not match, and mends it. */
  readonly explain: SearchPorts;
  readonly log: Log;
}

/** The one token being looked at, and the one panel it is shown in. */
export class InspectorSession implements vscode.Disposable {
  readonly #ports: InspectorPorts;
  readonly #search: FailureSearch;
  #panel: InspectorPanel | undefined;
  #followed: FollowedToken | undefined;
  #shown: Shown | undefined;
  #absence: ShownNothing['reason'] = 'noToken';
  #revision = 0;
  #isPinned = false;
  #cursor: vscode.Disposable | undefined;
  /** Counts verifications, so that one that was overtaken keeps quiet. */
  #attempt = 0;

  constructor(ports: InspectorPorts) {
    this.#ports = ports;
    this.#search = new FailureSearch(
      ports.explain,
      () => this.#emitSearch(),
      (error) => this.#fail(error),
    );
  }

  get revision(): number {
    return this.#revision;
  }

  /** The token being looked at. */
  get found(): FoundToken | undefined {
    return this.#shown?.found;
  }

  /** Shows a token in the panel and verifies it. Resolves when the answer is known. */
  async show(found: FoundToken, picked?: KnownKey): Promise<void> {
    if (this.#panel) this.#panel.reveal();
    else this.#open(InspectorPanel.create());
    this.#follow(found);
    this.#present(found, picked);
    await this.verify(picked);
  }

  /** Fills a panel that VS Code brought back, from the document it was about. */
  async restore(panel: vscode.WebviewPanel, place: RememberedPlace | undefined): Promise<void> {
    if (this.#panel) {
      panel.dispose();
      return;
    }
    this.#absence = 'notRestored';
    this.#open(panel);
    const found = place && (await findAgain(place));
    if (!found || this.#shown) return;
    this.#follow(found);
    this.#present(found, undefined);
    await this.verify(undefined);
  }

  /** Asks again whether the signature is genuine: the keys, the trust or the time are other ones now. */
  async verifyAgain(): Promise<void> {
    const { picked } = this.#shown ?? {};
    try {
      await this.verify(picked && (await this.#ports.keys.key(picked.id)));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Holds the token shown while the cursor goes elsewhere, or lets it go. */
  pin(isPinned: boolean): void {
    this.#isPinned = isPinned;
    this.#emitToken();
  }

  /** Shows a token that the shown one holds. False where there is none. */
  openInner(place: InnerPlace): boolean {
    const shown = this.#shown;
    if (!shown || shown.outer.length >= mostLayers) return false;
    const { inspection } = this.#inspect(shown.found);
    const inner = innerToken(shown, inspection, place);
    if (!inner) return false;
    const { text, step } = inner;
    this.#present({ text }, undefined, [...shown.outer, { found: shown.found, form: inspection.form, step }]);
    void this.verify(undefined);
    return true;
  }

  /** Back to a token around the shown one. False where there is none. */
  goBack(index: number): boolean {
    const { outer = [] } = this.#shown ?? {};
    const target = outer[index];
    if (!target) return false;
    this.#present(target.found, undefined, outer.slice(0, index));
    void this.verify(undefined);
    return true;
  }

  /** Does what the cause found for the token shown offers as its fix. False where there is none by now. */
  async applyFix(): Promise<boolean> {
    return this.#shown !== undefined && (await this.#search.applyFix(this.#shown.found));
  }

  /** Verifies the token shown with a key, or with those that fit. */
  async verify(picked: KnownKey | undefined): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    const attempt = ++this.#attempt;
    const revision = this.#revision;
    const settle = (verification: ShownReport['verification']): void => {
      if (attempt !== this.#attempt || revision !== this.#revision) return;
      this.#shown = { ...shown, picked, verification };
      this.#emitReport();
    };
    // An answer that is there stays on the page until the next one comes; only a first one is awaited in sight.
    if (shown.verification.status !== 'done') settle({ status: 'pending' });
    const { text } = shown.found;
    const { place } = outermost(shown);
    try {
      const settings = readSettings(place?.uri);
      const { report } = await this.#ports.verifier.verify(text, settings, picked ? { picked } : { place });
      settle({ status: 'done', report });
      void this.#decrypt(picked, revision);
      // Not awaited: the answer is there, why it is so may take a while.
      if (attempt === this.#attempt) void this.#search.begin(shown.found, report);
    } catch (error) {
      settle({ status: 'failed' });
      this.#fail(error);
    }
  }

  /** Shows the same token anew, as settings have it now. A page that is to speak differently begins anew too. */
  async showAgain(speaksAnew: boolean): Promise<void> {
    if (this.#shown) this.#revision++;
    if (speaksAnew) this.#panel?.load();
    else this.#emitToken();
    await this.verifyAgain();
  }

  dispose(): void {
    this.#search.stop();
    this.#followed?.dispose();
    this.#cursor?.dispose();
    this.#panel?.dispose();
  }

  #open(panel: vscode.WebviewPanel): void {
    const { extensionUri, pickKey } = this.#ports;
    const answers = pageAnswers({
      session: this,
      pickKey,
      welcome: () => this.#welcome(),
      askBackends: (asked) => this.#askBackends(asked),
      inspect: (found) => this.#inspect(found),
    });
    const opened = new InspectorPanel(panel, extensionUri, answers, (error) => this.#fail(error));
    this.#panel = opened;
    this.#cursor = followCursor((found) => this.#meet(found));
    opened.onDidDispose(() => this.#forget(opened));
  }

  /** The cursor came to rest on a token: another one is shown in place of what is there, unless that is held. */
  #meet(found: PlacedToken): void {
    if (this.#isPinned) return;
    const shown = this.#shown && outermost(this.#shown);
    const isThere =
      shown?.place?.uri.toString() === found.place.uri.toString() &&
      shown.place.range.start.isEqual(found.place.range.start);
    if (isThere) return;
    this.#follow(found);
    this.#present(found, undefined);
    void this.verify(undefined);
  }

  async #askBackends(found: FoundToken): Promise<BackendAnswers> {
    const { verification } = this.#shown ?? {};
    if (verification?.status !== 'done') return { key: undefined, rows: [] };
    const { askBackends } = await import('./askBackends');
    const { keys, verifier } = this.#ports;
    return await askBackends(found, verification.report, keys, verifier.moment());
  }

  /** Opens an encrypted token; what is found out about one that is shown no longer is dropped. */
  async #decrypt(picked: KnownKey | undefined, revision: number): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    try {
      const { place } = outermost(shown);
      const opened = await openContent(this.#ports.decryptor, shown.found, picked, place);
      if (revision !== this.#revision || !this.#shown) return;
      this.#shown = { ...this.#shown, ...opened };
      this.#emitContent();
    } catch (error) {
      this.#fail(error);
    }
  }

  #inspect(found: FoundToken): ReturnType<typeof inspectText> {
    return inspectText(found.text, readSettings(found.place?.uri), this.#ports.verifier.moment());
  }

  #forget(panel: InspectorPanel): void {
    if (this.#panel !== panel) return;
    this.#search.stop();
    this.#followed?.dispose();
    this.#cursor?.dispose();
    this.#isPinned = false;
    this.#panel = this.#followed = this.#shown = this.#cursor = undefined;
    this.#absence = 'noToken';
    this.#revision++;
  }

  /** A page is there and knows nothing: it is told how to speak, and everything there is to show. */
  #welcome(): Surroundings {
    this.#emitToken();
    return surroundings(readSettings(this.#followed?.uri));
  }

  /** Puts a token on the page; what was said of the same text holds on until it is verified again. */
  #present(found: FoundToken, picked: KnownKey | undefined, outer: readonly OuterToken[] = []): void {
    const isSame = this.#shown?.found.text === found.text && this.#shown.picked === picked;
    if (!isSame) this.#search.stop();
    const verification = isSame && this.#shown ? this.#shown.verification : ({ status: 'pending' } as const);
    const { content, inside } = isSame && this.#shown ? this.#shown : nothingInside;
    this.#shown = { found, outer, picked, verification, content, inside };
    this.#revision++;
    this.#emitToken();
  }

  /** Looks again at the place of the token after its document was edited. */
  #lookAgain(followed: FollowedToken): void {
    const { picked, outer: [base, ...between] = [] } = this.#shown ?? {};
    const before = this.#shown && outermost(this.#shown);
    const found = followed.find();
    if (!found) this.#presentNothing('tokenGone');
    else if (found.text !== before?.text) {
      this.#present(found, picked);
      void this.verify(picked);
    } else if (!found.place?.range.isEqual(before.place?.range ?? found.place.range)) {
      if (base && this.#shown) this.#shown = { ...this.#shown, outer: [{ ...base, found }, ...between] };
      else this.#present(found, picked);
    }
  }

  #presentNothing(reason: ShownNothing['reason']): void {
    this.#absence = reason;
    this.#search.stop();
    this.#shown = undefined;
    this.#revision++;
    this.#emitToken();
  }

  #emitToken(): void {
    const revision = this.#revision;
    if (!this.#shown) {
      this.#panel?.emit('showNothing', { revision, reason: this.#absence });
      return;
    }
    const offset = this.#followed?.offset;
    this.#panel?.emit('showToken', tellToken(this.#shown, { revision, isPinned: this.#isPinned, offset }));
    this.#emitReport();
  }

  #emitReport(): void {
    if (!this.#shown) return;
    const { found, picked, verification } = this.#shown;
    const profile = profileOf(parseToken(found.text), readSettings(found.place?.uri));
    this.#panel?.emit('showReport', {
      revision: this.#revision,
      isPicked: picked !== undefined,
      verification,
      ...(profile === undefined ? {} : { profile }),
    });
    this.#emitContent();
    this.#emitSearch();
  }

  #emitContent(): void {
    if (!this.#shown) return;
    const { content } = this.#shown;
    this.#panel?.emit('showContent', { revision: this.#revision, content });
  }

  #emitSearch(): void {
    if (!this.#shown) return;
    this.#panel?.emit('showSearch', { revision: this.#revision, search: this.#search.state });
  }

  #follow(found: FoundToken): void {
    this.#followed?.dispose();
    this.#followed = undefined;
    const document = openDocument(found.place?.uri);
    if (!document) return;
    const followed = new FollowedToken(document, found, () => this.#lookAgain(followed));
    this.#followed = followed;
  }

  #fail(error: unknown): void {
    const about = this.#shown ? describeToken(this.#inspect(this.#shown.found).token) : 'no token';
    this.#ports.log.error(
      `inspector (${about}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}
