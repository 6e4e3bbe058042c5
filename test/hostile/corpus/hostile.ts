/** One thing that means harm, by what it is called, and what is special about it. It is made when it is wanted: nothing large is kept. */
export interface Hostile<Made> {
  readonly name: string;
  readonly about: string;
  readonly make: () => Made;
}

/** A token, and the payload as it was written, for tokens one can read it of. */
export interface MadeToken {
  readonly text: string;
  readonly payload?: string;
}

/** A row of a table: name, what is special about it, and what it is made of. */
export type Row<Value> = readonly [name: string, about: string, value: Value];

/** As much of a pattern as comes near to a length. */
export function times(pattern: string, length: number): string {
  return pattern.repeat(Math.max(1, Math.floor(length / pattern.length)));
}

/** The names `n0`, `n1` … so many of them. */
export function names(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `n${index}`);
}

/** Ten million: more than any honest claim has characters. */
export const tenMillion = 10_000_000;
