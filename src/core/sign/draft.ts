import type { Problem } from '../jose/problem';

/** A token not yet made: the texts as a person wrote them. Kept as text, so that order, spacing and large numbers survive. */
export interface Draft {
  readonly headerText: string;
  readonly payloadText: string;
}

/** A draft read, with what is wrong with it so far. */
export interface CheckedDraft {
  readonly draft: Draft;
  readonly alg: string | undefined;
  readonly problems: readonly Problem[];
}
