import type * as vscode from 'vscode';
import type { KnownKey } from '../../core/keys/key';
import type { Expectations } from '../../protocol/expectedShape';
import type { ShownNothing, Surroundings } from '../../protocol/messages';
import { FollowedToken } from '../documents/followedToken';
import type { FoundToken, PlacedToken } from '../documents/foundToken';
import { openDocument } from '../documents/openDocument';
import { describeToken, type Log } from '../platform/log';
import { readSettings } from '../platform/settings';
import type { ChosenExpectations } from '../profiles/expectations';
import { inspectText } from '../verify/inspectText';
import { followCursor } from './cursorFollower';
import { FailureSearch, type SearchPorts } from './failureSearch';
import { InspectorPanel } from './inspectorPanel';
import { nothingInside } from './openContent';
import { pageAnswers } from './pageAnswers';
import { PageTeller } from './pageTeller';
import { findAgain, type RememberedPlace } from './rememberedPlace';
import { ShownStore } from './shownStore';
import { innerToken, mostLayers, outermost, type InnerPlace, type OuterToken } from './shownToken';
import { surroundings } from './surroundings';
import { tellExpectations } from './tellExpectations';
import { TokenQuestions, type QuestionPorts } from './tokenQuestions';

/** What the session leans on. */
export interface InspectorPorts extends QuestionPorts {
  readonly extensionUri: vscode.Uri;
  /** Lets the user choose a key for the token; undefined where the user turned away. */
  readonly pickKey: (found: FoundToken) => Promise<KnownKey | undefined>;
  /** Finds out why a signature does not match, and mends it. */
  readonly explain: SearchPorts;
  /** Milliseconds a page has to say that it is there, and what is done about the token shown where it does not. */
  readonly patience: number;
  readonly onSilent: (found: FoundToken | undefined) => Promise<void>;
  readonly log: Log;
}

/** How a token is shown. */
interface PresentOptions {
  readonly picked?: KnownKey | undefined;
  readonly chosen?: ChosenExpectations | undefined;
  /** The tokens around it, the outermost first. */
  readonly outer?: readonly OuterToken[];
}

/** The one panel and the one token being looked at in it: which one that is, and how it changes under the user's hands. */
export class InspectorSession implements vscode.Disposable {
  readonly #ports: InspectorPorts;
  readonly #store = new ShownStore();
  readonly #search: FailureSearch;
  readonly #teller: PageTeller;
  readonly #questions: TokenQuestions;
  #panel: InspectorPanel | undefined;
  #followed: FollowedToken | undefined;
  #cursor: vscode.Disposable | undefined;

  constructor(ports: InspectorPorts) {
    this.#ports = ports;
    const onError = (error: unknown): void => this.#fail(error);
    const search = new FailureSearch(ports.explain, () => this.#teller.search(), onError);
    const teller = new PageTeller(this.#store, {
      emit: (name, params) => this.#panel?.emit(name, params),
      search: () => search.state,
      offset: () => this.#followed?.offset,
    });
    this.#search = search;
    this.#teller = teller;
    this.#questions = new TokenQuestions(ports, this.#store, { teller, search, onError });
  }

  get revision(): number {
    return this.#store.revision;
  }

  /** The token being looked at. */
  get found(): FoundToken | undefined {
    return this.#store.shown?.found;
  }

  /** Where the settings are read that hold for it. */
  get scope(): vscode.Uri | undefined {
    return this.#store.shown && outermost(this.#store.shown).place?.uri;
  }

  /** What is expected of it. */
  get expectations(): Expectations | undefined {
    return this.#store.shown && tellExpectations(this.#store.shown);
  }

  /** Shows a token in the panel and verifies it. Resolves when the answer is known. */
  async show(found: FoundToken, picked?: KnownKey): Promise<void> {
    if (this.#panel) this.#panel.reveal();
    else this.#open(InspectorPanel.create());
    this.#follow(found);
    this.#present(found, { picked });
    await this.verify(picked);
  }

  /** Fills a panel that VS Code brought back, from the document it was about. */
  async restore(panel: vscode.WebviewPanel, place: RememberedPlace | undefined): Promise<void> {
    if (this.#panel) {
      panel.dispose();
      return;
    }
    this.#store.clear('notRestored');
    this.#open(panel);
    const found = place && (await findAgain(place));
    if (!found || this.#store.shown) return;
    this.#follow(found);
    this.#present(found);
    await this.verify(undefined);
  }

  /** Asks whether the signature of the token shown is genuine: with a key, or with those that fit. */
  async verify(picked: KnownKey | undefined): Promise<void> {
    await this.#questions.verify(picked);
  }

  /** Asks the same again: the keys, the trust or the time are other ones now. */
  async verifyAgain(): Promise<void> {
    await this.#questions.verifyAgain();
  }

  /** Expects something else of the token shown, for as long as it is shown; undefined: what the settings say. */
  async expect(chosen: ChosenExpectations | undefined): Promise<void> {
    this.#store.amend({ chosen });
    this.#teller.token();
    await this.verifyAgain();
  }

  /** Holds the token shown while the cursor goes elsewhere, or lets it go. */
  pin(isPinned: boolean): void {
    this.#store.isPinned = isPinned;
    this.#teller.token();
  }

  /** Shows a token that the shown one holds. False where there is none. */
  openInner(place: InnerPlace): boolean {
    const { shown } = this.#store;
    if (!shown || shown.outer.length >= mostLayers) return false;
    const { inspection } = this.#inspect(shown.found);
    const inner = innerToken(shown, inspection, place);
    if (!inner) return false;
    const { text, step } = inner;
    const outer = [...shown.outer, { found: shown.found, form: inspection.form, step }];
    this.#present({ text }, { outer });
    void this.verify(undefined);
    return true;
  }

  /** Back to a token around the shown one. False where there is none. */
  goBack(index: number): boolean {
    const { outer = [] } = this.#store.shown ?? {};
    const target = outer[index];
    if (!target) return false;
    this.#present(target.found, { outer: outer.slice(0, index) });
    void this.verify(undefined);
    return true;
  }

  /** Does what the cause found for the token shown offers as its fix. False where there is none by now. */
  async applyFix(): Promise<boolean> {
    return this.found !== undefined && (await this.#search.applyFix(this.found));
  }

  /** Shows the same token anew, as settings have it now. A page that is to speak differently begins anew too. */
  async showAgain(speaksAnew: boolean): Promise<void> {
    this.#store.renew();
    if (speaksAnew) this.#panel?.load();
    else this.#teller.token();
    await this.verifyAgain();
  }

  dispose(): void {
    this.#letGo();
    this.#panel?.dispose();
  }

  #open(panel: vscode.WebviewPanel): void {
    const { extensionUri, pickKey, patience, onSilent } = this.#ports;
    const onError = (error: unknown): void => this.#fail(error);
    const answers = pageAnswers({
      session: this,
      pickKey,
      welcome: () => this.#welcome(),
      askBackends: (asked) => this.#questions.askBackends(asked),
      askRecipient: (asked, index) => this.#questions.askRecipient(asked, index),
      inspect: (found) => this.#inspect(found),
    });
    const opened = new InspectorPanel(panel, extensionUri, answers, {
      onError,
      onSilent: () => void onSilent(this.found).catch(onError),
      patience,
    });
    this.#panel = opened;
    this.#cursor = followCursor((found) => this.#meet(found));
    opened.onDidDispose(() => this.#forget(opened));
  }

  /** A page is there and knows nothing: it is told how to speak, and everything there is to show. */
  #welcome(): Surroundings {
    this.#teller.token();
    return surroundings(readSettings(this.#followed?.uri));
  }

  #forget(panel: InspectorPanel): void {
    if (this.#panel !== panel) return;
    this.#letGo();
    this.#panel = this.#followed = this.#cursor = undefined;
    this.#store.isPinned = false;
    this.#store.clear('noToken');
  }

  #letGo(): void {
    this.#search.stop();
    this.#followed?.dispose();
    this.#cursor?.dispose();
  }

  /** The cursor came to rest on a token: another one is shown in place of what is there, unless that is held. */
  #meet(found: PlacedToken): void {
    if (this.#store.isPinned) return;
    const shown = this.#store.shown && outermost(this.#store.shown);
    const isThere =
      shown?.place?.uri.toString() === found.place.uri.toString() &&
      shown.place.range.start.isEqual(found.place.range.start);
    if (isThere) return;
    this.#follow(found);
    this.#present(found);
    void this.verify(undefined);
  }

  #follow(found: FoundToken): void {
    this.#followed?.dispose();
    this.#followed = undefined;
    const document = openDocument(found.place?.uri);
    if (!document) return;
    const followed = new FollowedToken(document, found, () => this.#lookAgain(followed));
    this.#followed = followed;
  }

  /** Looks again at the place of the token after its document was edited. */
  #lookAgain(followed: FollowedToken): void {
    const { shown } = this.#store;
    const { picked, chosen, outer: [base, ...between] = [] } = shown ?? {};
    const before = shown && outermost(shown);
    const found = followed.find();
    if (!found) this.#presentNothing('tokenGone');
    else if (found.text !== before?.text) {
      // What was expected of a token goes for what it becomes, unless it was meant for one inside.
      this.#present(found, { picked, ...(base ? {} : { chosen }) });
      void this.verify(picked);
    } else if (!found.place?.range.isEqual(before.place?.range ?? found.place.range)) {
      if (base) this.#store.amend({ outer: [{ ...base, found }, ...between] });
      else this.#present(found, { picked, chosen });
    }
  }

  /** Puts a token on the page; what was said of the same text holds on until it is verified again. */
  #present(found: FoundToken, { picked, chosen, outer = [] }: PresentOptions = {}): void {
    const { shown } = this.#store;
    const same = shown?.found.text === found.text && shown.picked === picked ? shown : undefined;
    if (!same) this.#search.stop();
    const { verification } = same ?? { verification: { status: 'pending' } as const };
    const { content, inside } = same ?? nothingInside;
    const disclosures = same?.disclosures;
    this.#store.show({ found, outer, picked, chosen, verification, disclosures, content, inside });
    this.#teller.token();
  }

  #presentNothing(reason: ShownNothing['reason']): void {
    this.#search.stop();
    this.#store.clear(reason);
    this.#teller.token();
  }

  #inspect(found: FoundToken): ReturnType<typeof inspectText> {
    return inspectText(found.text, readSettings(found.place?.uri), this.#ports.verifier.moment());
  }

  #fail(error: unknown): void {
    const about = this.found ? describeToken(this.#inspect(this.found).token) : 'no token';
    this.#ports.log.error(
      `inspector (${about}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}
