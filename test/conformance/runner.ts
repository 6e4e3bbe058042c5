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

/**
 * Runs every case of a vector file through the core the extension uses. `file` is its JSON, unchecked; `place.folder`
 * is the folder it lies in, for files that name others. A case that is not supported is a failed one, never left out.
 */
export type Runner = (file: unknown, place: { readonly folder: string }) => AsyncIterable<CaseResult>;
