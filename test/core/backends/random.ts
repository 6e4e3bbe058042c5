/** Choices that are the same in every run with the same seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)];
  }

  /** True so many times out of one. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** The members, each left out or there; where it is there, one of its values. */
  some<T extends Readonly<Record<string, readonly unknown[]>>>(
    share: number,
    members: T,
  ): { [Name in keyof T]?: T[Name][number] } {
    const chosen = Object.entries(members).flatMap(([name, values]) =>
      this.chance(share) ? [[name, this.pick(values)] as const] : [],
    );
    return Object.fromEntries(chosen) as { [Name in keyof T]?: T[Name][number] };
  }
}
