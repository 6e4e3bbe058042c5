export interface Log {
  readonly bytes: Buffer;
  readonly text: string;
  /** Where tokens were put. */
  readonly planted: readonly { readonly start: number; readonly length: number }[];
}
export declare function makeLog(options: {
  readonly seed: number;
  readonly length: number;
  readonly every: number;
}): Log;
