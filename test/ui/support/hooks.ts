import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/lib/browser.mjs';
import { readSession } from './session';
import { Workbench } from './workbench';

let browser: Browser | undefined;
let current: Workbench | undefined;

/** The window all UI tests share; each test begins with nothing open. */
export function workbench(): Workbench {
  if (!current) throw new Error('There is a window only while tests run.');
  return current;
}

/** One browser and one window for the whole suite. A failing test leaves a picture behind. */
export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    this.timeout(180_000);
    const session = readSession();
    browser = (await launchBrowser()).browser;
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    current = new Workbench(page, session);
    await page.goto(session.url);
    await current.waitUntilReady();
  },
  async afterEach(this: Mocha.Context): Promise<void> {
    const test = this.currentTest;
    if (test?.state === 'failed')
      await current?.screenshot(`failed ${test.fullTitle().replaceAll(/[^\w ]/g, '')}`);
    await current?.reset();
  },
  async afterAll(): Promise<void> {
    await browser?.close();
  },
};
