/** Milliseconds within which a page that can be seen says `ready`, on the slowest machine and the longest line that still serve. */
export const patience = 10_000;

/** Tells, once, that nothing was heard in time. */
export class SilenceWatch {
  readonly #milliseconds: number;
  readonly #onSilent: () => void;
  #timer: unknown;
  #hasTold = false;

  constructor(milliseconds: number, onSilent: () => void) {
    this.#milliseconds = milliseconds;
    this.#onSilent = onSilent;
  }

  /** Something is to be heard from now on; what was waited for before no longer is. */
  begin(): void {
    this.end();
    if (this.#hasTold) return;
    this.#timer = setTimeout(() => {
      this.#hasTold = true;
      this.#onSilent();
    }, this.#milliseconds);
  }

  /** It was heard, or nobody waits for it any more. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
