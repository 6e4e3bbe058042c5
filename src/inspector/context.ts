import { word, type Facts, type Template, type Words } from '../core/present/wording';
import type { Expected } from '../core/verify/expected';
import type { RecipientAnswer } from '../protocol/disclosuresShape';
import type { BackendAnswers, CopyParams, OpenInnerParams, Tool, VerifyParams } from '../protocol/messages';

export type { BackendAnswers };

/** What a user can ask for on the page. The host does it; each resolves to whether it was done. */
export interface Actions {
  copy(what: CopyParams['what'], index?: number): Promise<boolean>;
  verify(keys: VerifyParams['keys']): Promise<boolean>;
  pickKey(): Promise<boolean>;
  addKey(): Promise<boolean>;
  editProfiles(): Promise<boolean>;
  /** Expects of the token what the profile of an issuer says; what none says, without one. */
  useProfile(issuer: string | undefined): Promise<boolean>;
  /** Expects something else of the token; without it what the settings say again. */
  setExpected(expected: Expected | undefined): Promise<boolean>;
  /** Keeps what is expected as a profile. */
  saveProfile(): Promise<boolean>;
  manageTrust(): Promise<boolean>;
  reveal(index?: number): Promise<boolean>;
  useTool(tool: Tool): Promise<boolean>;
  /** What other libraries would say; undefined where they could not be asked. */
  askBackends(): Promise<BackendAnswers | undefined>;
  /** Whether a key at hand opens an encrypted token for one of its recipients; undefined where it could not be asked. */
  askRecipient(index: number): Promise<RecipientAnswer | undefined>;
  /** Shows the token inside the one shown; `index` is the row of a claim. */
  openInner(from: OpenInnerParams['from'], index?: number): Promise<boolean>;
  /** Back to a token around the one shown. */
  goBack(index: number): Promise<boolean>;
  /** Holds the token shown, or lets the panel follow the cursor. */
  setPinned(isPinned: boolean): Promise<boolean>;
  /** Does what the cause that was found offers as its fix. */
  applyFix(): Promise<boolean>;
}

/** What every view is given besides its own facts. */
export interface PageContext {
  readonly words: Words;
  readonly actions: Actions;
  readonly folds: Folds;
  /** Says something to those who listen rather than look. */
  announce(text: string): void;
}

/** A template in the reader's language. */
export function say({ words }: PageContext, template: Template, facts?: Facts): string {
  return word(words.translate, template, facts);
}

/** How much the user unfolded of the token shown: kept while views are made anew, forgotten with the token. */
export class Folds {
  readonly #amounts = new Map<string, number>();

  amount(key: string, atFirst = 0): number {
    return this.#amounts.get(key) ?? atFirst;
  }

  set(key: string, amount: number): void {
    this.#amounts.set(key, amount);
  }

  clear(): void {
    this.#amounts.clear();
  }
}
