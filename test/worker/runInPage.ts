import type { Page } from 'playwright-core';
import type { SuiteResult } from '../support/runMocha';

/** What the worker found out about where it is. */
export interface WorkerHost {
  readonly isWorker: boolean;
  readonly isSecure: boolean;
  readonly hasSubtle: boolean;
  /** Node's globals, of which there should be none. */
  readonly nodeGlobals: readonly string[];
}

interface Message {
  readonly line?: string;
  readonly problem?: string;
  readonly result?: SuiteResult;
  readonly host?: WorkerHost;
}

/**
 * Starts the worker's script on a page and waits for its end.
 * @throws Error where the worker could not begin or broke
 */
export async function runInPage(
  page: Page,
  asked: { readonly address: string; readonly places: readonly string[]; readonly grep: string | undefined },
): Promise<{ readonly result: SuiteResult; readonly host: WorkerHost }> {
  const query = new URLSearchParams(asked.places.map((place) => ['place', place]));
  if (asked.grep !== undefined) query.set('grep', asked.grep);
  let finish: (message: Message) => void;
  const finished = new Promise<Message>((resolve) => (finish = resolve));
  await page.exposeFunction('fromWorker', (message: Message) =>
    message.line === undefined ? finish(message) : console.log(message.line),
  );
  page.on('pageerror', ({ message }) => finish({ problem: message }));
  await page.goto(asked.address);
  await page.evaluate((script) => {
    const { fromWorker } = globalThis as unknown as { fromWorker: (message: unknown) => void };
    const worker = new Worker(script);
    worker.onmessage = ({ data }) => fromWorker(data);
    worker.onerror = ({ message }) => fromWorker({ problem: message });
  }, `/suites.js?${query}`);
  const { problem, result, host } = await finished;
  if (!result || !host) throw new Error(`The worker broke: ${problem ?? 'it said nothing'}`);
  return { result, host };
}
