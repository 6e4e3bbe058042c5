/** Remembers so many values, those used last (`functools.lru_cache`). */
export class LruCache<Value> {
  readonly #values = new Map<string, Value>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  get(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.#renew(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#renew(key, value);
    if (this.#values.size <= this.#size) return;
    for (const oldest of this.#values.keys()) {
      this.#values.delete(oldest);
      return;
    }
  }

  #renew(key: string, value: Value): void {
    this.#values.delete(key);
    this.#values.set(key, value);
  }
}
