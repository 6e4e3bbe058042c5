import type { ShownNothing } from '../../protocol/messages';
import type { Shown } from './shownToken';

/** The one token that is shown, or why there is none; and the revision the page knows it by. Lives in memory only. */
export class ShownStore {
  /** The panel does not follow the cursor. */
  isPinned = false;
  #shown: Shown | undefined;
  #absence: ShownNothing['reason'] = 'noToken';
  #revision = 0;

  get shown(): Shown | undefined {
    return this.#shown;
  }

  /** Why nothing is shown, where nothing is. */
  get absence(): ShownNothing['reason'] {
    return this.#absence;
  }

  /** Higher with each token shown and each edit of it: what speaks of an older one is stale. */
  get revision(): number {
    return this.#revision;
  }

  /** Another token, or the same one as it stands now. */
  show(shown: Shown): void {
    this.#shown = shown;
    this.#revision++;
  }

  /** More is known of the token shown; it stays what it was. */
  amend(known: Partial<Shown>): void {
    if (this.#shown) this.#shown = { ...this.#shown, ...known };
  }

  clear(reason: ShownNothing['reason']): void {
    this.#shown = undefined;
    this.#absence = reason;
    this.#revision++;
  }

  /** The same token, to be looked at anew. */
  renew(): void {
    if (this.#shown) this.#revision++;
  }
}
