import type { CDPSession, Page } from 'playwright-core';

/** What lives in the page of the window, after a forced garbage collection. */
export interface PageCount {
  readonly heap: number;
  readonly documents: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
  readonly frames: number;
}

/** Counts through the browser's own developer tools. */
export class PageWatcher {
  readonly #page: Page;
  readonly #tools: CDPSession;

  private constructor(page: Page, tools: CDPSession) {
    this.#page = page;
    this.#tools = tools;
  }

  static async of(page: Page): Promise<PageWatcher> {
    return new PageWatcher(page, await page.context().newCDPSession(page));
  }

  async count(): Promise<PageCount> {
    for (let round = 0; round < 2; round++) await this.#tools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#tools.send('Runtime.getHeapUsage');
    const { documents, nodes, jsEventListeners } = await this.#tools.send('Memory.getDOMCounters');
    return {
      heap: usedSize,
      documents,
      nodes,
      listeners: jsEventListeners,
      workers: this.#page.workers().length,
      frames: this.#page.frames().length,
    };
  }
}
