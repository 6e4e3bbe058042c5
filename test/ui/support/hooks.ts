import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { asInsecureHost, insecureHost, launchBrowser } from '../../../scripts/lib/browser.mjs';
import { assertNothingAsked, assertNothingLeft, keepStorageOf, recorder } from '../recorder/guard';
import { noteWorkspace } from '../recorder/noted';
import { assertNoKeyMaterialHeard, recordMessages } from './heard';
import { readSession, type Session } from './session';
import { Workbench } from './workbench';

let browser: Browser | undefined;
let current: Workbench | undefined;
const open = new Set<Workbench>();

/** The window all UI tests share; each test begins with nothing open. */
export function workbench(): Workbench {
  if (!current) throw new Error('There is a window only while tests run.');
  return current;
}

interface WindowKind {
  readonly trusts: boolean;
  /** Under a name that is no secure context: without WebCrypto in the page, and without webviews. */
  readonly isPlainHttp?: boolean;
  /** A `.code-workspace` file that is opened in place of the samples; files are then named from where it lies. */
  readonly workspaceFile?: string;
}

/** Another window on the same workspace, as another user would have it: nothing remembered. Close its page when done. */
export async function openWindow({
  trusts,
  isPlainHttp = false,
  workspaceFile,
}: WindowKind): Promise<Workbench> {
  if (!browser) throw new Error('There is a browser only while tests run.');
  const session = sessionOf(workspaceFile);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // The loader that runs these TypeScript files wraps inner functions in a helper, which a page does not have.
  await context.addInitScript('globalThis.__name ??= (named) => named');
  await recordMessages(context);
  recorder.watch(context);
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  const window = new Workbench(page, session);
  open.add(window);
  page.once('close', () => open.delete(window));
  try {
    await page.goto(isPlainHttp ? session.url.replace('127.0.0.1', insecureHost) : session.url);
    await window.waitUntilReady();
    if (trusts) await window.trustWorkspace();
    await window.reset();
    if (session.recording) keepStorageOf(window);
    return window;
  } catch (error) {
    await window.screenshot('failed to open a window');
    throw error;
  }
}

function sessionOf(workspaceFile: string | undefined): Session {
  const session = readSession();
  if (workspaceFile === undefined) return session;
  const url = new URL(session.url);
  url.searchParams.delete('folder');
  url.searchParams.set('workspace', workspaceFile);
  return { ...session, url: url.href, workspace: dirname(workspaceFile) };
}

/** One browser and one window for the whole suite. A failing test leaves a picture of each window behind. */
export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    this.timeout(180_000);
    const { workspace, recording } = readSession();
    noteWorkspace(workspace);
    // Its profile is looked through at the end, with what else lies there.
    if (recording) process.env['TMPDIR'] = join(recording.places, 'tmp');
    browser = (await launchBrowser([asInsecureHost])).browser;
    current = await openWindow({ trusts: true });
  },
  beforeEach(this: Mocha.Context): void {
    recorder.begin(this.currentTest?.fullTitle() ?? '');
  },
  async afterEach(this: Mocha.Context): Promise<void> {
    const test = this.currentTest;
    if (test?.state === 'failed') {
      const name = `failed ${test.fullTitle().replaceAll(/[^\w ]/g, '')}`;
      for (const [index, window] of [...open].entries())
        await window.screenshot(index === 0 ? name : `${name} ${index + 1}`);
    }
    await current?.reset();
    const { workspace } = readSession();
    assertNoKeyMaterialHeard(workspace);
    noteWorkspace(workspace);
  },
  async afterAll(this: Mocha.Context): Promise<void> {
    this.timeout(180_000);
    try {
      const session = readSession();
      assertNothingAsked();
      if (current && session.recording) await assertNothingLeft(session, session.recording, current);
    } finally {
      await browser?.close();
    }
  },
};
