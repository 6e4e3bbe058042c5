import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { visible } from '../../src/core/present/escape';
import { hostileTokens } from '../hostile/corpus/corpus';
import type { MadeToken } from '../hostile/corpus/hostile';
import { assertSeen, jsonOf } from '../hostile/shown';
import { InspectorPage } from './support/inspectorPage';

/** Milliseconds until the page has shown a token and can be worked with: for the largest, on a busy machine. */
const patience = 15_000;
/** Texts are looked at where they stand everywhere: what stops readers stops the page no less. */
const stopping = 'as alg, enc, crit and cty';
/** Every so many are shown in the page; what is said of all of them test/hostile looks at in Node. */
const each = 2;
/** Text that the page shows of one value at first. */
const atFirst = 240;

let browser: Browser;
let panel: InspectorPage;
let revision = 0;

/** What stands on the page: whatever a page of ours has not, where its links lead, all its text, and its claims. */
interface Looked {
  readonly foreign: readonly string[];
  readonly links: readonly string[];
  readonly text: string;
  readonly claims: readonly (readonly [name: string, value: string])[];
}

async function look(): Promise<Looked> {
  return await panel.page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    for (const details of document.querySelectorAll('details')) details.open = true;
    await frame();
    const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
    const textOf = (row: Element, selector: string): string =>
      row.querySelector(`${selector} .value-text`)?.textContent ?? '';
    return {
      foreign: all(
        'main :is(img, script, iframe, style, link, object, embed, form[action], base, meta, [onclick])',
      ).map(({ outerHTML }) => outerHTML.slice(0, 200)),
      links: all('main a').map((link) => (link as HTMLAnchorElement).href),
      text: document.querySelector('main')?.textContent ?? '',
      claims: all('.section.payload tbody tr').map(
        (row) => [textOf(row, 'th'), textOf(row, 'td.value')] as const,
      ),
    };
  });
}

/** Shows a token in the page, and holds what stands there against it. */
async function showInPage({ text, payload }: MadeToken): Promise<void> {
  const begin = Date.now();
  revision++;
  await panel.tell('showToken', { revision, text, leeway: 0, isPinned: false, trail: [] });
  const { foreign, links, text: words, claims } = await look();
  const took = Date.now() - begin;
  assert.deepEqual(foreign, []);
  for (const link of links)
    assert.match(link, /^https:\/\/(?:www\.rfc-editor\.org|[\w.-]+\.(?:org|com|net|dev|io))\//);
  for (const link of links) assert.doesNotMatch(link, /evil/);
  assertSeen(words.replaceAll('\n', ' '), 'panel');
  const data = jsonOf(payload);
  if (typeof data === 'object' && data !== null && !Array.isArray(data))
    for (const [name, value] of Object.entries(data).slice(0, 20)) {
      const isWhole = name !== '' && name.length <= atFirst && typeof value === 'string' && value !== '';
      if (!isWhole || value.length > atFirst) continue;
      const isShown = claims.some((claim) => claim[0] === visible(name) && claim[1] === visible(value));
      assert.ok(
        isShown,
        `${visible(name)}: ${visible(value)} is not among ${JSON.stringify(claims.slice(0, 5))}`,
      );
    }
  assert.ok(took < patience, `${took} ms`);
}

describe('a hostile token in the panel’s page', function () {
  this.timeout(120_000);
  before(async () => {
    browser = (await launchBrowser()).browser;
    panel = await InspectorPage.open(browser);
  });
  after(() => browser.close());

  for (const [kind, tokens] of Object.entries(hostileTokens))
    it(`is text, and nothing that is loaded, run or followed: ${kind}`, async () => {
      const shown = tokens.filter(({ about }) => about !== stopping).filter((_, index) => index % each === 0);
      for (const { name, make } of shown)
        await showInPage(make()).catch((error: unknown) => assert.fail(`${name}: ${String(error)}`));
      assert.deepEqual(panel.errors, []);
      assert.deepEqual(await panel.violations(), []);
    });
});
