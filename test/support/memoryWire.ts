import type { ChannelPort } from '../../src/protocol/channel';

type End = 'left' | 'right';

/** Two joined ports in memory. Messages are copied as `postMessage` copies them and arrive in a later microtask, or at `flush`. */
export class MemoryWire {
  /** Everything that was sent, by either end. */
  readonly sent: unknown[] = [];
  readonly left = this.#port('left', 'right');
  readonly right = this.#port('right', 'left');
  #queue: (() => void)[] = [];
  readonly #listeners = {
    left: new Set<(message: unknown) => void>(),
    right: new Set<(message: unknown) => void>(),
  };
  readonly #lastSent: Partial<Record<End, unknown>> = {};

  /** Lets everything that is under way arrive. */
  static async settled(): Promise<void> {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  }

  /** What becomes of a request once everything has arrived: one that is not answered by then fails, and keeps nobody waiting. */
  static readonly outcome = async <T>(asked: Promise<T>): Promise<T> => {
    await MemoryWire.settled();
    return await Promise.race([asked, Promise.reject(new Error('This was never answered.'))]);
  };

  flush(): void {
    while (this.#queue.length > 0) this.#queue.shift()?.();
  }

  lastSentBy(end: End): unknown {
    return this.#lastSent[end];
  }

  listeners(end: End): number {
    return this.#listeners[end].size;
  }

  #port(own: End, other: End): ChannelPort {
    return {
      post: (message) => {
        const copy = structuredClone(message);
        this.sent.push(copy);
        this.#lastSent[own] = copy;
        this.#queue.push(() => this.#listeners[other].forEach((listener) => listener(copy)));
        void Promise.resolve().then(() => this.flush());
      },
      subscribe: (listener) => {
        this.#listeners[own].add(listener);
        return () => this.#listeners[own].delete(listener);
      },
    };
  }
}
