import * as vscode from 'vscode';
import { summarizeUnknown } from '../../core/present/diagnosisWording';
import type { VerificationReport } from '../../core/verify/report';
import type { Search } from '../../protocol/searchShape';
import type { DiagnoseOptions } from '../diagnose/diagnoser';
import { fixFor, type Fix } from '../diagnose/fix';
import type { Why } from '../diagnose/why';
import type { FoundToken } from '../documents/foundToken';

/** What searching needs of the rest. */
export interface SearchPorts {
  /** Whether an answer leaves something to explain. */
  readonly isWanted: (report: VerificationReport) => boolean;
  readonly search: (found: FoundToken, options: DiagnoseOptions) => Promise<Why>;
  readonly applyFix: (fix: Fix, found: FoundToken) => Promise<void>;
}

const idle: Search = { status: 'idle' };

/**
 * The search for why the shown token does not verify: the common causes first, then all; given up when another one is
 * begun. What it found for a text stays in sight while the same text is searched again.
 */
export class FailureSearch {
  readonly #ports: SearchPorts;
  readonly #onChange: () => void;
  readonly #onError: (error: unknown) => void;
  #state: Search = idle;
  #found: FoundToken | undefined;
  #offer: { readonly fix: Fix; readonly about: FoundToken } | undefined;
  #running: vscode.CancellationTokenSource | undefined;

  constructor(ports: SearchPorts, onChange: () => void, onError: (error: unknown) => void) {
    this.#ports = ports;
    this.#onChange = onChange;
    this.#onError = onError;
  }

  /** What may be shown of it. */
  get state(): Search {
    return this.#state;
  }

  /** Gives up whatever is under way, and forgets what was found. */
  stop(): void {
    this.#giveUp();
    this.#found = this.#offer = undefined;
    this.#state = idle;
  }

  /** Searches anew where the answer asks for it. Resolves when nothing more will come. */
  async begin(found: FoundToken, report: VerificationReport): Promise<void> {
    const isSame = this.#found?.text === found.text && this.#state.status !== 'idle';
    this.#giveUp();
    const { token } = (this.#running = new vscode.CancellationTokenSource());
    const isOver = (): boolean => token.isCancellationRequested;
    this.#found = found;
    if (!this.#ports.isWanted(report)) {
      this.#settle(idle);
      return;
    }
    if (!isSame) this.#settle({ status: 'looking', isFurther: false });
    try {
      const common = await this.#ports.search(found, { tier: 'common', cancellation: token });
      if (isOver()) return;
      if (common.diagnosis.status !== 'unknown') {
        this.#tell(common);
        return;
      }
      if (!isSame) this.#settle({ status: 'looking', isFurther: true });
      const all = await this.#ports.search(found, { tier: 'all', cancellation: token });
      if (!isOver()) this.#tell(all);
    } catch (error) {
      if (isOver()) return;
      this.#settle({ status: 'failed' });
      this.#onError(error);
    }
  }

  /** Does what the found cause offers. False where it offers nothing by now. */
  async applyFix(found: FoundToken): Promise<boolean> {
    const offer = this.#offer;
    if (!offer || this.#found?.text !== found.text) return false;
    await this.#ports.applyFix(offer.fix, offer.about);
    return true;
  }

  /** Told by an event too: a search in a worker is ended in the middle of its work. */
  #giveUp(): void {
    this.#running?.cancel();
    this.#running?.dispose();
    this.#running = undefined;
  }

  #tell({ diagnosis, about, cause, keyName }: Why): void {
    if (diagnosis.status === 'unknown') {
      this.#settle({ status: 'unknown', unknown: summarizeUnknown(diagnosis) });
    } else if (diagnosis.status === 'none') {
      this.#settle({ status: 'right', key: keyName ?? diagnosis.key });
    } else if (cause && !isSaidAlready(cause)) {
      const fix = fixFor(diagnosis, about.place !== undefined);
      const offered = fix && {
        kind: fix.kind,
        ...(fix.kind === 'encoding' ? { encoding: fix.encoding } : {}),
      };
      this.#settle({ status: 'found', cause, ...(offered ? { fix: offered } : {}) }, fix && { fix, about });
    } else this.#settle(idle);
  }

  #settle(state: Search, offer?: { readonly fix: Fix; readonly about: FoundToken }): void {
    this.#offer = offer;
    this.#state = state;
    this.#onChange();
  }
}

/** That a token is unsecured stands in the verdict; only who took the signature off is worth a search. */
function isSaidAlready({ code, also }: { readonly code: string; readonly also: readonly string[] }): boolean {
  return code === 'unsecured' && also.length === 0;
}
