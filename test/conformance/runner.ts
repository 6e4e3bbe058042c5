/** What became of one case of a vector file. */
export interface CaseResult {
  /** As the file names it; printed when it failed. */
  readonly id: string;
  readonly passed: boolean;
  /** What the file asks for, for people; long values may be given whole, they are cut on printing. */
  readonly expected?: string;
  readonly got?: string;
  /** The rule that leaves this case out of the count; `passed` then says nothing. */
  readonly leftOut?: string;
}

export interface Place {
  /** The folder the file lies in, for files that name others. */
  readonly folder: string;
  /** The file as it is written, for what JavaScript loses of JSON: the order of members, floats that are whole. */
  readonly text: string;
}

/**
 * Runs every case of a vector file through the core the extension uses. `file` is its JSON, unchecked. A case that is
 * not supported is a failed one, never left out.
 */
export type Runner = (file: unknown, place: Place) => AsyncIterable<CaseResult>;
