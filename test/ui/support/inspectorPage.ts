import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { pageHtml } from '../../../src/host/inspector/html';
import type { Shaped } from '../../../src/protocol/shape';
import type { InspectorEvents, Surroundings } from '../../../src/protocol/messages';

const origin = 'http://panel.test';
const nonce = '00112233445566778899aabbccddeeff';

interface PageRequest {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

interface PageOptions extends BrowserContextOptions {
  readonly surroundings?: Partial<Surroundings>;
  /** What the host answers to requests by their names; to others it answers that it is done. */
  readonly results?: Readonly<Record<string, unknown>>;
  /** What the clock of the page shows at first; it stands still until it is moved. */
  readonly now?: Date;
}

/** What the page finds in place of VS Code: requests are noted, and answered as a host that does all it is asked would. */
function standIn(results: Readonly<Record<string, unknown>>): string {
  return `
    window.asked = [];
    window.remembered = [];
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.blockedURI));
    window.acquireVsCodeApi = () => ({
      postMessage: (message) => {
        if (message.kind !== 'request') { window.asked.push({ method: message.kind, params: message }); return; }
        window.asked.push({ method: message.method, params: message.params });
        const result = ${JSON.stringify(results)}[message.method] ?? {};
        queueMicrotask(() => window.postMessage({ kind: 'result', id: message.id, result }));
      },
      setState: (state) => window.remembered.push(state),
    });`;
}

/** The panel's page by itself, as it is packaged, with a host that is the test. */
export class InspectorPage {
  readonly page: Page;
  readonly errors: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('dialog', (dialog) => {
      this.errors.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  static async open(browser: Browser, options: PageOptions = {}): Promise<InspectorPage> {
    const { surroundings, results, now, ...contextOptions } = options;
    const context = await browser.newContext({ viewport: { width: 640, height: 900 }, ...contextOptions });
    const page = await context.newPage();
    const opened = new InspectorPage(page);
    if (now) {
      await page.clock.install({ time: now });
      await page.clock.pauseAt(now);
    }
    const html = pageHtml({
      cspSource: origin,
      scriptUri: `${origin}/inspector.js`,
      styleUri: `${origin}/inspector.css`,
      nonce,
      locale: 'en',
      title: 'Token Inspector',
    });
    const bodies: Readonly<Record<string, readonly [contentType: string, body: string]>> = {
      '/': ['text/html; charset=utf-8', html],
      '/inspector.js': ['text/javascript; charset=utf-8', dist('inspector.js')],
      '/inspector.css': ['text/css; charset=utf-8', dist('inspector.css')],
    };
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      const found = url.origin === origin ? bodies[url.pathname] : undefined;
      if (found) await route.fulfill({ contentType: found[0], body: found[1] });
      else {
        opened.errors.push(`a request for ${url.href}`);
        await route.abort();
      }
    });
    // The loader that runs these TypeScript files wraps inner functions in a helper, which a page does not have.
    await page.addInitScript('globalThis.__name ??= (named) => named');
    const ready = { messages: {}, locale: 'en', timeZone: 'UTC', ...surroundings };
    await page.addInitScript(standIn({ ...results, ready }));
    await page.goto(`${origin}/`);
    return opened;
  }

  /** Tells the page something, as its host would. */
  async tell<Name extends keyof InspectorEvents>(
    name: Name,
    params: Shaped<InspectorEvents[Name]>,
  ): Promise<void> {
    await this.page.evaluate((data) => window.dispatchEvent(new MessageEvent('message', { data })), {
      kind: 'event',
      name,
      params,
    });
  }

  /** What the page asked of its host so far. */
  asked(): Promise<readonly PageRequest[]> {
    return this.page.evaluate(() => (window as unknown as { asked: PageRequest[] }).asked);
  }

  /** What the page gave VS Code to keep over a restart. */
  remembered(): Promise<readonly unknown[]> {
    return this.page.evaluate(() => (window as unknown as { remembered: unknown[] }).remembered);
  }

  /** What the content security policy stopped. */
  violations(): Promise<readonly string[]> {
    return this.page.evaluate(() => (window as unknown as { violations: string[] }).violations);
  }

  /** Unfolds everything, and what comes to light then, so many levels deep. */
  async unfold(levels = 3): Promise<void> {
    for (let level = 0; level < levels; level++) {
      await this.page.evaluate(async () => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      });
    }
  }

  /** How many CSS pixels the page is wider than its window. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  }

  /** What is wider than the place it has, and not made to be scrolled: as its tag, class and first words. */
  cutOff(): Promise<readonly string[]> {
    return this.page.evaluate(() => {
      const isHidden = (one: Element): boolean =>
        one.closest('.visually-hidden, [aria-hidden="true"]') !== null || one.getClientRects().length === 0;
      const width = document.documentElement.clientWidth;
      return [...document.querySelectorAll('main *:not(option)')]
        .filter((one) => !isHidden(one) && one.getBoundingClientRect().right > width + 0.5)
        .map((one) => `${one.tagName} ${one.getAttribute('class') ?? ''} ${one.textContent.slice(0, 30)}`);
    });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

/** What was packaged, read once: a build that runs meanwhile takes nothing away from a suite that is under way. */
const packaged = new Map<string, string>();

function dist(name: string): string {
  const text =
    packaged.get(name) ?? readFileSync(join(import.meta.dirname, '..', '..', '..', 'dist', name), 'utf8');
  packaged.set(name, text);
  return text;
}
