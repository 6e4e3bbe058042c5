import type { DiagnosisPort } from './diagnosis';

/** Milliseconds of work between two pauses; the promise is 16. */
const sliceLength = 8;

/** Keeps the search polite and bounded: pauses between slices of work, ends it when it is cancelled or out of time. */
export class Pace {
  readonly #port: DiagnosisPort;
  readonly #end: number;
  #sliceEnd: number;
  #isOver = false;

  constructor(port: DiagnosisPort, limit: number) {
    this.#port = port;
    const now = port.elapsed();
    this.#end = now + limit;
    this.#sliceEnd = now + sliceLength;
  }

  /** Whether nothing more may be begun. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Whether the slice is used up, so that `breathe` should be awaited. */
  get isDue(): boolean {
    return this.#port.elapsed() >= this.#sliceEnd;
  }

  /** Pauses where the slice is used up. */
  async breathe(): Promise<void> {
    if (!this.isDue) return;
    await this.#port.pause();
    const now = this.#port.elapsed();
    this.#sliceEnd = now + sliceLength;
    if (now >= this.#end || this.#port.isCancelled()) this.#isOver = true;
  }
}
