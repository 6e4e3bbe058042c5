import type { KnownKey } from '../../core/keys/key';
import type { RecipientAnswer } from '../../protocol/disclosuresShape';
import type { ShownReport } from '../../protocol/messages';
import type { Decryptor } from '../decrypt/decryptor';
import type { FoundToken } from '../documents/foundToken';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { readSettings } from '../platform/settings';
import type { Verifier } from '../verify/verifier';
import type { BackendAnswers } from './askBackends';
import type { FailureSearch } from './failureSearch';
import { openContent } from './openContent';
import type { PageTeller } from './pageTeller';
import type { ShownStore } from './shownStore';
import { outermost } from './shownToken';

/** What answering takes. */
export interface QuestionPorts {
  readonly verifier: Pick<Verifier, 'moment' | 'verify'>;
  readonly keys: Pick<WorkspaceKeys, 'key' | 'inventory'>;
  readonly decryptor: Pick<Decryptor, 'decrypt'>;
}

/** Whom the answers are for. */
export interface QuestionListeners {
  readonly teller: PageTeller;
  readonly search: FailureSearch;
  readonly onError: (error: unknown) => void;
}

/** Asks what takes keys about the token shown: is it genuine, what does it hold, what would others say. Stale answers are dropped. */
export class TokenQuestions {
  readonly #ports: QuestionPorts;
  readonly #store: ShownStore;
  readonly #listeners: QuestionListeners;
  /** Counts verifications, so that one that was overtaken keeps quiet. */
  #attempt = 0;

  constructor(ports: QuestionPorts, store: ShownStore, listeners: QuestionListeners) {
    this.#ports = ports;
    this.#store = store;
    this.#listeners = listeners;
  }

  /** Verifies the token shown with a key, or with those that fit. Resolves when the answer is known. */
  async verify(picked: KnownKey | undefined): Promise<void> {
    const { shown, revision } = this.#store;
    if (!shown) return;
    const attempt = ++this.#attempt;
    const { teller, search, onError } = this.#listeners;
    const settle = (verification: ShownReport['verification']): void => {
      if (attempt !== this.#attempt || revision !== this.#store.revision) return;
      this.#store.amend({ picked, verification });
      teller.report();
    };
    // An answer that is there stays on the page until the next one comes; only a first one is awaited in sight.
    if (shown.verification.status !== 'done') settle({ status: 'pending' });
    const { found, chosen } = shown;
    const { place } = outermost(shown);
    try {
      const settings = readSettings(place?.uri);
      const asked = { chosen, ...(picked ? { picked } : { place }) };
      const { report } = await this.#ports.verifier.verify(found.text, settings, asked);
      settle({ status: 'done', report });
      void this.#decrypt(picked, revision);
      void this.#disclose(revision);
      // Not awaited: the answer is there, why it is so may take a while.
      if (attempt === this.#attempt) void search.begin(found, report);
    } catch (error) {
      settle({ status: 'failed' });
      onError(error);
    }
  }

  /** Asks again with the same choice of keys: they, the trust or the time are other ones now. */
  async verifyAgain(): Promise<void> {
    const { picked } = this.#store.shown ?? {};
    try {
      await this.verify(picked && (await this.#ports.keys.key(picked.id)));
    } catch (error) {
      this.#listeners.onError(error);
    }
  }

  /** What other libraries would say of it, with the key that was asked last. */
  async askBackends(found: FoundToken): Promise<BackendAnswers> {
    const { verification, chosen } = this.#store.shown ?? {};
    if (verification?.status !== 'done') return { key: undefined, rows: [] };
    const { askBackends } = await import('./askBackends');
    const { keys, verifier } = this.#ports;
    return await askBackends(found, verification.report, keys, verifier.moment(), chosen);
  }

  /** Whether a key at hand opens it for one of its recipients. Undefined where there is no such recipient. */
  async askRecipient(found: FoundToken, index: number): Promise<RecipientAnswer | undefined> {
    const { shown } = this.#store;
    const { askRecipient } = await import('./askRecipient');
    return await askRecipient(this.#ports.decryptor, found, index, shown && outermost(shown).place);
  }

  /** Finds the place of each disclosure of an SD-JWT. */
  async #disclose(revision: number): Promise<void> {
    const { shown } = this.#store;
    if (!shown || shown.disclosures) return;
    try {
      const { readDisclosures } = await import('./readDisclosures');
      const disclosures = await readDisclosures(shown.found.text, readSettings(outermost(shown).place?.uri));
      if (!disclosures || revision !== this.#store.revision) return;
      this.#store.amend({ disclosures });
      this.#listeners.teller.disclosures();
    } catch (error) {
      this.#listeners.onError(error);
    }
  }

  /** Opens an encrypted token. */
  async #decrypt(picked: KnownKey | undefined, revision: number): Promise<void> {
    const { shown } = this.#store;
    if (!shown) return;
    try {
      const { place } = outermost(shown);
      const opened = await openContent(this.#ports.decryptor, shown.found, picked, place);
      if (revision !== this.#store.revision) return;
      this.#store.amend(opened);
      this.#listeners.teller.content();
    } catch (error) {
      this.#listeners.onError(error);
    }
  }
}
