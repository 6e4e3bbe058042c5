import type { Random } from './random.mjs';

/** Something to be fuzzed: makes an input, and says by throwing what was wrong with how it was handled. */
export interface Target {
  /** The text of one execution. */
  make(random: Random): string;
  /** Handles it and checks every promise; throws or rejects where one is broken. */
  run(text: string, random: Random): void | Promise<void>;
}
