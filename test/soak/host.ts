import { existsSync, readFileSync } from 'node:fs';
import { waitFor } from '../ui/support/waitFor';

/** What the watcher counts: see test/soak/watcher/extension.cjs. */
export interface HostCount {
  readonly pid: number;
  readonly parent: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly bytes: Readonly<Record<'heap' | 'external' | 'rss', number>>;
}

/** The way to the watcher in the extension host; each extension host has its own, which writes where it listens. */
export class HostWatcher {
  readonly #portFile: string;
  readonly #secret: string;

  constructor(portFile: string, secret: string) {
    this.#portFile = portFile;
    this.#secret = secret;
  }

  /** Waits until the extension host that follows another, if any, listens; answers its process id. A busy machine is slow at it. */
  waitForNext(before?: number): Promise<number> {
    const listens = async (): Promise<number | false> => {
      if (!existsSync(this.#portFile) || this.#listening().pid === before) return false;
      const { pid } = await this.#ask<HostCount>({ task: 'count' });
      return pid !== before && pid;
    };
    return waitFor('the watcher in the extension host', listens, 240_000);
  }

  /** Asks again where there is no answer: the window may have been reloaded later than it was waited for. */
  count(): Promise<HostCount> {
    return waitFor('a count of the extension host', () => this.#ask<HostCount>({ task: 'count' }), 240_000);
  }

  async leak(name: string): Promise<void> {
    await this.#ask({ task: 'leak', name });
  }

  async snapshot(file: string): Promise<void> {
    await this.#ask({ task: 'snapshot', file });
  }

  #listening(): { readonly port: number; readonly pid: number } {
    return JSON.parse(readFileSync(this.#portFile, 'utf8')) as {
      readonly port: number;
      readonly pid: number;
    };
  }

  async #ask<Result>(question: object): Promise<Result> {
    const { port } = this.#listening();
    const body = JSON.stringify({ ...question, secret: this.#secret });
    const response = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body });
    const { result, error } = (await response.json()) as { readonly result: Result; readonly error?: string };
    if (error !== undefined) throw new Error(error);
    return result;
  }
}
