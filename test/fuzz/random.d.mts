/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from 0 up to below the limit. */
  below(limit: number): number;
  pick<T>(values: readonly T[]): T;
}
export declare function randomFrom(seed: number): Random;
