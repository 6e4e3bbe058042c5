import type { Search } from '../../protocol/searchShape';
import type { InspectorPanel } from './inspectorPanel';
import type { ShownStore } from './shownStore';
import { tellExpectations } from './tellExpectations';
import { tellToken } from './tellToken';

/** What is told besides the token shown. */
export interface TellerPorts {
  readonly emit: InspectorPanel['emit'];
  readonly search: () => Search;
  /** UTF-16 offset of the token in its document; undefined where it is in none that is followed. */
  readonly offset: () => number | undefined;
}

/** Tells the page what is known: each event carries the whole state it speaks of. */
export class PageTeller {
  readonly #store: ShownStore;
  readonly #ports: TellerPorts;

  constructor(store: ShownStore, ports: TellerPorts) {
    this.#store = store;
    this.#ports = ports;
  }

  /** Everything: the token, or why there is none, and all that is known of it. */
  token(): void {
    const { shown, revision, isPinned, absence } = this.#store;
    if (!shown) {
      this.#ports.emit('showNothing', { revision, reason: absence });
      return;
    }
    this.#ports.emit('showToken', tellToken(shown, { revision, isPinned, offset: this.#ports.offset() }));
    this.#ports.emit('showExpected', { revision, expectations: tellExpectations(shown) });
    this.report();
  }

  /** What verifying gave, and what follows from it. */
  report(): void {
    const { shown, revision } = this.#store;
    if (!shown) return;
    const { picked, verification } = shown;
    this.#ports.emit('showReport', { revision, isPicked: picked !== undefined, verification });
    this.disclosures();
    this.content();
    this.search();
  }

  /** Where the disclosures of an SD-JWT belong; nothing of another token. */
  disclosures(): void {
    const { shown, revision } = this.#store;
    if (shown?.disclosures) this.#ports.emit('showDisclosures', { revision, disclosures: shown.disclosures });
  }

  /** What an encrypted token holds. */
  content(): void {
    const { shown, revision } = this.#store;
    if (shown) this.#ports.emit('showContent', { revision, content: shown.content });
  }

  /** How far the search for a reason has come. */
  search(): void {
    const { shown, revision } = this.#store;
    if (shown) this.#ports.emit('showSearch', { revision, search: this.#ports.search() });
  }
}
