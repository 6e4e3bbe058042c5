import { existsSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';

/** Something that was asked of a network, started, or opened for writing. */
export interface Deed {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The page of a browser, or one of VS Code's processes: `extensionHost`, `fileWatcher`, the script of another. */
  readonly who: string;
  readonly kind: 'request' | 'websocket' | 'connect' | 'lookup' | 'datagram' | 'spawn' | 'thread' | 'write';
  /** The address, the host and port, the command line or the path. */
  readonly what: string;
  /** Whether code of the extension was among the callers, as far as the engine remembers them. */
  readonly ours: boolean;
  /** What a request of a page carried. */
  readonly body?: string;
}

/** Writes down what is asked of networks while tests run, and which test ran meanwhile. */
export class Recorder {
  readonly #deeds: Deed[] = [];
  readonly #tests: (readonly [since: number, title: string])[] = [[0, 'before the first test']];

  /** Listens to all pages of a browser's context, with their frames and workers. */
  watch(context: BrowserContext): void {
    context.on('request', (request) =>
      this.#note('request', request.url(), request.postDataBuffer()?.toString('latin1')),
    );
    const watchPage = (page: Page): void =>
      void page.on('websocket', (socket) => this.#note('websocket', socket.url()));
    context.on('page', watchPage);
    for (const page of context.pages()) watchPage(page);
  }

  /** What is done from now on is done during this test. */
  begin(title: string): void {
    this.#tests.push([Date.now(), title]);
  }

  testAt(moment: number): string {
    return this.#tests.findLast(([since]) => since <= moment)?.[1] ?? '';
  }

  /** All that was done, in the browser and, by the file its preloaded recorder wrote, in VS Code's processes. */
  deeds(hostRecord?: string): readonly Deed[] {
    return hostRecord === undefined ? this.#deeds : [...this.#deeds, ...readRecord(hostRecord)];
  }

  #note(kind: Deed['kind'], what: string, body?: string): void {
    this.#deeds.push({ at: Date.now(), who: 'page', kind, what, ours: false, ...(body ? { body } : {}) });
  }
}

/** What test/ui/recorder/hostRecorder.cjs wrote. */
export function readRecord(file: string): readonly Deed[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Deed);
}
