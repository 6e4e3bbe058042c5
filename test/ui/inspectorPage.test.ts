import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import type { ShownContent, ShownSearch, ShownToken } from '../../src/protocol/messages';
import { aReport, fullSummary } from '../support/aReport';
import { aCompactJwe, aCompactJws } from '../support/aToken';
import { InspectorPage } from './support/inspectorPage';
import { waitFor } from './support/waitFor';

const place = { uri: 'file:///work/notes.md', offset: 7, name: 'notes.md', line: 3 };
const header = { alg: 'ES256', kid: 'service-2026' };
const token = (claims: unknown, revision = 1): ShownToken => ({
  revision,
  text: aCompactJws(header, claims),
  leeway: 0,
  isPinned: false,
  trail: [],
  place,
});

let browser: Browser;
let panel: InspectorPage;
const text = (selector: string): Promise<string> => panel.page.locator(selector).first().innerText();

describe('the inspector’s page', () => {
  before(async () => {
    browser = (await launchBrowser()).browser;
  });

  after(() => browser.close());

  afterEach(async () => {
    assert.deepEqual(panel.errors, []);
    assert.deepEqual(await panel.violations(), []);
    await panel.close();
  });

  it('says that it is there, and shows what it is told', async () => {
    panel = await InspectorPage.open(browser);
    assert.deepEqual(await panel.asked(), [{ method: 'ready', params: {} }]);
    await panel.tell('showToken', token({ sub: '42', iss: 'https://issuer.example' }));
    assert.equal(await text('h1'), 'Signed token');
    assert.match(await text('.verdict'), /Verifying…/);
    await panel.tell('showReport', {
      revision: 1,
      isPicked: false,
      verification: { status: 'done', report: aReport() },
    });
    assert.match(await text('[data-question="signature"]'), /Signature valid with .*service-2026/);
    assert.match(await text('.section.signature'), /its id is the token’s kid/);
    assert.match(await text('.section.payload'), /https:\/\/issuer\.example/);
  });

  it('gives VS Code the place to keep, and nothing of the token', async () => {
    panel = await InspectorPage.open(browser);
    await panel.tell('showToken', token({ sub: '42' }));
    assert.deepEqual(await panel.remembered(), [{ uri: place.uri, offset: place.offset }]);
  });

  it('drops a report of a token that is shown no longer', async () => {
    panel = await InspectorPage.open(browser);
    await panel.tell('showToken', token({ sub: '1' }, 1));
    await panel.tell('showToken', token({ sub: '2' }, 2));
    const verification = { status: 'done', report: aReport() } as const;
    await panel.tell('showReport', { revision: 1, isPicked: false, verification });
    assert.doesNotMatch(await text('[data-question="signature"]'), /valid/);
  });

  it('says that there is no token, and what to do', async () => {
    panel = await InspectorPage.open(browser);
    await panel.tell('showToken', token({ sub: '1' }));
    await panel.tell('showNothing', { revision: 2, reason: 'tokenGone' });
    assert.match(await text('main'), /The token is gone from the document/);
    assert.equal(await panel.page.locator('.piece').count(), 0);
  });

  it('speaks the language of the host’s catalogue', async () => {
    panel = await InspectorPage.open(browser, {
      surroundings: { messages: { 'Signed token': 'Signiertes Token' } },
    });
    await panel.tell('showToken', token({ sub: '1' }));
    assert.equal(await text('h1'), 'Signiertes Token');
  });

  it('keeps hostile text text, and names what cannot be seen', async () => {
    panel = await InspectorPage.open(browser);
    const hostile =
      '<img src=https://evil.example/x onerror=alert(1)><script>alert(1)</script>\u202e[a](command:b)';
    await panel.tell('showToken', {
      revision: 1,
      text: aCompactJws(
        { alg: 'HS256', kid: hostile, [hostile]: hostile },
        { sub: hostile, [hostile]: { [hostile]: [hostile, { a: hostile }] } },
      ),
      leeway: 0,
      isPinned: false,
      trail: [],
      place: { ...place, name: hostile },
    });
    await panel.unfold();
    assert.equal(
      await panel.page.locator('main :is(img, script, a:not(.reference), iframe, style, link)').count(),
      0,
    );
    const words = await text('main');
    assert.ok(words.includes('<script>alert(1)</script>⟨U+202E⟩[a](command:b)'));
    assert.equal(words.includes('\u202e'), false);
  });

  it('lights up what speaks of the same part, under the pointer and under the focus', async () => {
    panel = await InspectorPage.open(browser);
    await panel.tell('showToken', token({ sub: '1' }));
    const lit = (): Promise<readonly string[]> =>
      panel.page
        .locator('.lit')
        .evaluateAll((all) => all.map((one) => `${one.tagName} ${one.getAttribute('data-part')}`));
    await panel.page.locator('.piece[data-part="payload"]').hover();
    assert.deepEqual(await lit(), ['BUTTON payload', 'SPAN payload', 'SECTION payload']);
    await panel.page.mouse.move(0, 0);
    await panel.page.locator('.part-name[data-part="header"]').focus();
    assert.deepEqual(await lit(), ['BUTTON header', 'SPAN header', 'SECTION header']);
  });

  it('leads from a part’s name to what it decodes to, by keyboard', async () => {
    panel = await InspectorPage.open(browser);
    await panel.tell('showToken', token({ sub: '1' }));
    await panel.page.locator('.part-name[data-part="payload"]').focus();
    await panel.page.keyboard.press('Enter');
    assert.equal(await panel.page.evaluate(() => document.activeElement?.id), 'payload-title');
  });

  it('asks the host to copy, and says that it was done', async () => {
    panel = await InspectorPage.open(browser);
    await panel.tell('showToken', token({ sub: '1' }, 4));
    await panel.page.getByRole('button', { name: 'Copy Payload as JSON' }).click();
    await panel.page.getByRole('button', { name: 'Copy Signature as it is encoded' }).click();
    assert.deepEqual((await panel.asked()).slice(1), [
      { method: 'copy', params: { revision: 4, what: 'payload' } },
      { method: 'copy', params: { revision: 4, what: 'segment', index: 2 } },
    ]);
    await panel.page.locator('[role="status"]', { hasText: 'Copied' }).waitFor({ state: 'attached' });
  });

  it('copies a row, and holds the token when asked to', async () => {
    panel = await InspectorPage.open(browser);
    await panel.tell('showToken', token({ sub: '1', iss: 'https://issuer.example' }, 4));
    await panel.page.getByRole('button', { name: 'Copy iss' }).click();
    const pin = panel.page.getByRole('button', { name: 'Pin' });
    assert.equal(await pin.getAttribute('aria-pressed'), 'false');
    await pin.focus();
    await panel.page.keyboard.press('Enter');
    assert.deepEqual((await panel.asked()).slice(1), [
      { method: 'copy', params: { revision: 4, what: 'claim', index: 1 } },
      { method: 'setPinned', params: { isPinned: true } },
    ]);
    await panel.tell('showToken', {
      ...token({ sub: '1', iss: 'https://issuer.example' }, 5),
      isPinned: true,
    });
    assert.equal(await pin.getAttribute('aria-pressed'), 'true');
    assert.equal(await panel.page.evaluate(() => document.activeElement?.textContent), 'Pin');
  });

  it('links to where a name is defined, and to nothing a token names', async () => {
    panel = await InspectorPage.open(browser);
    await panel.tell(
      'showToken',
      token({ sub: '1', jku: 'https://evil.example', website: 'https://evil.example' }),
    );
    const targets = await panel.page
      .locator('main a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    assert.ok(targets.some((target) => target.includes('rfc7519')));
    for (const target of targets) assert.doesNotMatch(target, /evil/);
  });

  it('says why it does not verify, what to do, and does it when pressed', async () => {
    panel = await InspectorPage.open(browser);
    await panel.tell('showToken', token({ sub: '1' }));
    const search = (value: ShownSearch['search']): Promise<void> =>
      panel.tell('showSearch', { revision: 1, search: value });
    await search({ status: 'looking', isFurther: true });
    assert.match(await text('.why'), /Looking further/);
    const cause = { code: 'token-padded', also: [], evidence: 'verified', facts: {} } as const;
    await search({ status: 'found', cause, fix: { kind: 'repair' } });
    assert.match(await text('.why'), /Padding \(=\) was added.*Proven: .*Take them off/s);
    await panel.page.getByRole('button', { name: 'Repair the Token' }).click();
    assert.deepEqual((await panel.asked()).slice(1), [{ method: 'applyFix', params: { revision: 1 } }]);
    const attack = { ...cause, code: 'payload-edited', claims: ['role'], evidence: 'sibling' } as const;
    await search({ status: 'found', cause: attack, fix: { kind: 'repair' } });
    assert.match(await text('.why'), /Tampered with.*changed after signing \(role\)/s);
    assert.equal(await panel.page.locator('.why button').count(), 0, 'not even where a fix was sent');
    await search({
      status: 'unknown',
      unknown: { tried: 50, notReached: 0, noticed: ['signatureLooksDer'] },
    });
    assert.match(await text('.why'), /No reason could be proven.*50 usual mistakes.*ASN\.1/s);
    await search({ status: 'idle' });
    assert.equal(await panel.page.locator('.why').count(), 0);
  });

  it('shows what an encrypted token holds, or what would help', async () => {
    panel = await InspectorPage.open(browser);
    const text = aCompactJwe({ alg: 'RSA-OAEP', enc: 'A256GCM' });
    await panel.tell('showToken', { revision: 1, text, leeway: 0, isPinned: false, trail: [] });
    const content = (value: ShownContent['content']): Promise<void> =>
      panel.tell('showContent', { revision: 1, content: value });
    const section = (): Promise<string> => panel.page.locator('.section.payload').innerText();
    assert.match(await section(), /Decrypting…/);
    await content({ status: 'closed', answer: 'Not decrypted: no key known; add one', reason: 'noKeys' });
    assert.match(await section(), /Not decrypted: no key known/);
    await panel.page.locator('.section.payload').getByRole('button', { name: 'Add Key…' }).click();
    const open = { status: 'open', answer: 'Decrypted with a.pem', note: 'Not proven.', bytes: 0 } as const;
    await content({ ...open, kind: 'claims', text: '{"sub":"inner","deep":{"a":[1]}}' });
    assert.match(await section(), /Decrypted with a\.pem.*Not proven\..*sub.*inner/s);
    await content({ ...open, kind: 'text', text: '<b>plain</b>' });
    assert.match(await section(), /<b>plain<\/b>/);
    await content({ ...open, kind: 'binary', text: '', bytes: 3 });
    assert.match(await section(), /3 bytes that are no text/);
    await content({ ...open, kind: 'token', text: '' });
    await panel.page.getByRole('button', { name: 'Inspect the Token Inside' }).click();
    assert.deepEqual((await panel.asked()).slice(1), [
      { method: 'addKey', params: {} },
      { method: 'openInner', params: { revision: 1, from: 'content' } },
    ]);
  });

  it('lets one choose the key that opens an encrypted token, and go back to those that fit', async () => {
    panel = await InspectorPage.open(browser);
    const text = aCompactJwe({ alg: 'RSA-OAEP', enc: 'A256GCM' });
    await panel.tell('showToken', { revision: 1, text, leeway: 0, isPinned: false, trail: [] });
    const buttons = (): Promise<string[]> => panel.page.locator('.section.payload .button').allInnerTexts();
    const closed = (reason: string): Promise<void> =>
      panel.tell('showContent', {
        revision: 1,
        content: { status: 'closed', answer: 'Not decrypted', reason },
      });
    await closed('noKeys');
    assert.deepEqual(await buttons(), ['Add Key…', 'Choose Key…']);
    await closed('algUnknown');
    assert.deepEqual(await buttons(), [], 'no key helps against that');
    await closed('notDecryptable');
    await panel.page.getByRole('button', { name: 'Choose Key…' }).press('Enter');
    const report = aReport({ status: 'unverifiable', reason: { code: 'encrypted' } });
    await panel.tell('showReport', {
      revision: 1,
      isPicked: true,
      verification: { status: 'done', report },
    });
    const open = { status: 'open', answer: 'Decrypted with a.pem', note: 'Not proven.', bytes: 0 } as const;
    await panel.tell('showContent', { revision: 1, content: { ...open, kind: 'text', text: 'hello' } });
    assert.deepEqual(await buttons(), ['Choose Key…', 'Choose Automatically']);
    await panel.page.getByRole('button', { name: 'Choose Automatically' }).press('Enter');
    assert.deepEqual((await panel.asked()).slice(1), [
      { method: 'pickKey', params: { revision: 1 } },
      { method: 'verify', params: { revision: 1, keys: 'fitting' } },
    ]);
  });

  it('offers what can be done with each token where it stands', async () => {
    panel = await InspectorPage.open(browser);
    const tools = (): Promise<string[]> => panel.page.locator('.tools .button').allInnerTexts();
    await panel.tell('showToken', token({ exp: 4_102_444_800 }));
    assert.deepEqual(await tools(), [
      'Edit & Re-sign',
      'Extend by 1 h',
      'Encode…',
      'Show as Text',
      'Compare…',
    ]);
    for (const name of await tools()) await panel.page.getByRole('button', { name }).press('Enter');
    assert.deepEqual(
      (await panel.asked()).slice(1),
      ['edit', 'extend', 'encode', 'showText', 'compare'].map((tool) => ({
        method: 'useTool',
        params: { revision: 1, tool },
      })),
    );
    await panel.tell('showToken', token({ sub: '1' }, 2));
    assert.deepEqual(await tools(), ['Edit & Re-sign', 'Encode…', 'Show as Text', 'Compare…']);
    await panel.tell('showToken', { ...token({}, 3), text: aCompactJwe({ alg: 'dir', enc: 'A256GCM' }) });
    assert.deepEqual(await tools(), ['Show as Text', 'Compare…']);
    const { text, leeway, isPinned, trail } = token({ sub: '2' });
    await panel.tell('showToken', { revision: 4, text, leeway, isPinned, trail });
    assert.deepEqual(await tools(), [], 'a token that stands nowhere is in no document to work on');
  });

  it('leads into a token in a claim, and back, by keyboard', async () => {
    panel = await InspectorPage.open(browser);
    const inner = aCompactJws({ alg: 'HS256' }, { sub: 'inner' });
    await panel.tell('showToken', token({ sub: '1', id_token: inner }, 3));
    await panel.page.getByRole('button', { name: 'Inspect the Token Inside' }).focus();
    await panel.page.keyboard.press('Enter');
    await panel.tell('showToken', {
      ...token({ sub: 'inner' }, 4),
      trail: [{ form: 'signed', step: 'id_token' }],
    });
    assert.match(await text('nav.trail'), /Signed token\s*id_token.*Signed token/s);
    await panel.page.locator('nav.trail button').press('Enter');
    assert.deepEqual((await panel.asked()).slice(1), [
      { method: 'openInner', params: { revision: 3, from: 'claim', index: 1 } },
      { method: 'goBack', params: { revision: 4, index: 0 } },
    ]);
  });

  it('draws the times, and says them to those who cannot see', async () => {
    const now = new Date('2026-01-01T00:00:00Z');
    panel = await InspectorPage.open(browser, { now });
    const seconds = now.getTime() / 1000;
    const shown = token({ iat: seconds - 1800, exp: seconds + 1800 });
    await panel.tell('showToken', { ...shown, leeway: 60 });
    assert.match(await text('.section.times'), /lifetime 1 hour · leeway of 60 seconds/);
    const picture = (words: string): Promise<void> => panel.page.getByRole('img', { name: words }).waitFor();
    const nowAt = (): Promise<string | null> => panel.page.locator('.timeline-now').getAttribute('x1');
    await picture('Issued 30 minutes ago, Expires in 30 minutes');
    assert.equal(await nowAt(), '50%');
    await panel.page.clock.runFor(60_000);
    assert.notEqual(await nowAt(), '50%');
    await picture('Issued 31 minutes ago, Expires in 29 minutes');
  });

  it('offers what helps against each answer, and keeps the focus when the answer changes', async () => {
    panel = await InspectorPage.open(browser);
    await panel.tell('showToken', token({ sub: '1' }));
    const buttons = (): Promise<string[]> => panel.page.locator('.section.signature .button').allInnerTexts();
    const answer = (signature: Parameters<typeof aReport>[0], isPicked = false): Promise<void> =>
      panel.tell('showReport', {
        revision: 1,
        isPicked,
        verification: { status: 'done', report: aReport(signature) },
      });
    await answer({ status: 'unverifiable', reason: { code: 'noKeys' } });
    assert.deepEqual(await buttons(), ['Add Key…', 'Choose Key…', 'Verify Again']);
    await answer({ status: 'unverifiable', reason: { code: 'workspaceNotTrusted' } });
    assert.deepEqual(await buttons(), ['Trust This Folder…', 'Choose Key…', 'Verify Again']);
    await panel.page.getByRole('button', { name: 'Choose Key…' }).focus();
    await panel.page.keyboard.press('Enter');
    await answer({ status: 'invalid', tried: [fullSummary] }, true);
    assert.deepEqual(await buttons(), ['Choose Key…', 'Choose Automatically', 'Verify Again']);
    assert.equal(await panel.page.evaluate(() => document.activeElement?.textContent), 'Choose Key…');
    await panel.page.getByRole('button', { name: 'Choose Automatically' }).click();
    assert.deepEqual((await panel.asked()).slice(1), [
      { method: 'pickKey', params: { revision: 1 } },
      { method: 'verify', params: { revision: 1, keys: 'fitting' } },
    ]);
    await answer({ status: 'unsecured' });
    assert.deepEqual(await buttons(), []);
  });

  it('lets one say what is expected in place, asks it as it is typed, and says what cannot be asked', async () => {
    panel = await InspectorPage.open(browser);
    const { page } = panel;
    await panel.tell('showToken', token({ sub: '1', iss: 'https://a.example' }));
    const expect = (source: 'settings' | 'panel', expected: object): Promise<void> =>
      panel.tell('showExpected', {
        revision: 1,
        expectations: { source, expected, profiles: ['https://a.example', 'https://b.example'] },
      });
    const report = (checks: Parameters<typeof aReport>[1]): Promise<void> =>
      panel.tell('showReport', {
        revision: 1,
        isPicked: false,
        verification: { status: 'done', report: aReport(undefined, checks) },
      });
    await expect('settings', { leeway: 0 });
    await report({});
    const asked = async (): Promise<unknown> => (await panel.asked()).at(-1);
    await page.getByText('Edit what is expected of this token').press('Enter');
    await page.getByLabel('Subject (sub)').fill('2');
    const wanted = { method: 'setExpected', params: { revision: 1, expected: { subject: '2', leeway: 0 } } };
    await waitFor('the question', async () => isDeepStrictEqual(await asked(), wanted));
    await expect('panel', { subject: '2', leeway: 0 });
    await report({
      checks: [{ claim: 'sub', outcome: 'failed', code: 'mismatch', facts: { expected: '2', found: '1' } }],
    });
    assert.match(await text('[data-question="asExpected"]'), /sub/);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'expected-subject');
    await page.getByLabel('Algorithms (alg)').fill('RS265');
    await page
      .locator('#expected-algorithms-fault', {
        hasText: /“RS265” is no signature algorithm .* not asked yet/,
      })
      .waitFor();
    assert.equal(await page.getByLabel('Algorithms (alg)').getAttribute('aria-invalid'), 'true');
    assert.deepEqual(await asked(), wanted, 'nothing is asked that cannot be');
    await page.getByRole('button', { name: 'Save as Profile…' }).click();
    await waitFor('the way to the fault', () =>
      page.evaluate(() => document.activeElement?.id === 'expected-algorithms'),
    );
    await page.getByLabel('Algorithms (alg)').fill('');
    await page.getByRole('button', { name: 'Save as Profile…' }).click();
    await page
      .locator('#expected-issuer-fault', { hasText: 'A profile is for the tokens of an issuer' })
      .waitFor();
    await page.getByLabel('Issuer (iss)').fill('https://a.example');
    const issuer = { issuer: 'https://a.example', subject: '2', leeway: 0 };
    await waitFor('the question', async () =>
      isDeepStrictEqual(await asked(), { method: 'setExpected', params: { revision: 1, expected: issuer } }),
    );
    await expect('panel', issuer);
    await page.getByRole('button', { name: 'Save as Profile…' }).click();
    assert.deepEqual(await asked(), { method: 'saveProfile', params: { revision: 1 } });
    await page.getByRole('button', { name: 'Reset' }).click();
    assert.deepEqual(await asked(), { method: 'setExpected', params: { revision: 1 } });
    await expect('settings', { leeway: 0 });
    assert.equal(await page.getByLabel('Subject (sub)').inputValue(), '');
    await page.getByLabel('Profile').selectOption('https://b.example');
    assert.deepEqual(await asked(), {
      method: 'useProfile',
      params: { revision: 1, issuer: 'https://b.example' },
    });
  });

  it('counts down in place, and asks anew when a time is passed', async () => {
    const now = new Date('2026-01-01T00:00:00Z');
    panel = await InspectorPage.open(browser, { now });
    const exp = now.getTime() / 1000 + 90;
    await panel.tell('showToken', token({ exp }));
    await panel.tell('showReport', {
      revision: 1,
      isPicked: false,
      verification: { status: 'done', report: aReport() },
    });
    const relative = panel.page.locator('.section.times .relative');
    assert.equal(await relative.innerText(), 'in 90 seconds');
    const spoken = await text('[role="status"] >> nth=1');
    await panel.page.clock.runFor(5000);
    assert.equal(await relative.innerText(), 'in 85 seconds');
    assert.match(await text('[data-question="inForce"]'), /expires in 85 seconds/);
    assert.equal(await text('[role="status"] >> nth=1'), spoken, 'quiet to those who listen');
    await panel.page.clock.runFor(90_000);
    assert.match(await text('.section.times'), /Expired/);
    assert.deepEqual((await panel.asked()).slice(1), [
      { method: 'verify', params: { revision: 1, keys: 'same' } },
    ]);
  });

  it('says that others could not be asked, where asking them did not work', async () => {
    panel = await InspectorPage.open(browser);
    await panel.tell('showToken', token({ sub: '1' }));
    await panel.tell('showReport', {
      revision: 1,
      isPicked: false,
      verification: { status: 'done', report: aReport() },
    });
    // The host of this test has no answer with rows.
    await panel.page.getByText('What would my backend say?').click();
    await panel.page.locator('.backend-answers', { hasText: 'That did not work' }).waitFor();
  });

  it('leaves the picture of the times alone while nothing in it moves', async () => {
    const now = new Date('2026-01-01T00:00:00Z');
    panel = await InspectorPage.open(browser, { now });
    const exp = now.getTime() / 1000 + 10 * 365 * 86_400;
    await panel.tell('showToken', token({ iat: now.getTime() / 1000 - 86_400, exp }));
    const line = await panel.page.locator('.timeline-now').elementHandle();
    await panel.page.clock.runFor(3000);
    assert.equal(await line.evaluate((drawn) => drawn.isConnected), true);
    await panel.page.clock.fastForward(300 * 86_400_000);
    assert.equal(await line.evaluate((drawn) => drawn.isConnected), false);
  });

  it('moves seldom for those who asked for less motion', async () => {
    const now = new Date('2026-01-01T00:00:00Z');
    panel = await InspectorPage.open(browser, { now, reducedMotion: 'reduce' });
    await panel.tell('showToken', token({ exp: now.getTime() / 1000 + 110 }));
    const relative = panel.page.locator('.section.times .relative');
    await panel.page.clock.runFor(1000);
    const first = await relative.innerText();
    await panel.page.clock.runFor(20_000);
    assert.equal(await relative.innerText(), first);
    await panel.page.clock.runFor(20_000);
    assert.notEqual(await relative.innerText(), first);
  });

  it('shows a hundred of five thousand claims, and more on request', async () => {
    panel = await InspectorPage.open(browser);
    await panel.tell(
      'showToken',
      token(Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`c${at}`, at]))),
    );
    const rows = panel.page.locator('.section.payload tbody tr');
    assert.equal(await rows.count(), 100);
    await panel.page.locator('.section.payload .more button').click();
    assert.equal(await rows.count(), 600);
    assert.match(await text('.section.payload'), /Only the first 1000 are listed/);
  });

  it('folds a token of a megabyte, and paints it at once', async () => {
    panel = await InspectorPage.open(browser);
    const shown = token({ big: 'x'.repeat(760_000) });
    const milliseconds = await panel.page.evaluate(async (params) => {
      const since = performance.now();
      window.dispatchEvent(
        new MessageEvent('message', { data: { kind: 'event', name: 'showToken', params } }),
      );
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - since;
    }, shown);
    console.log(`a token of ${shown.text.length} characters painted in ${Math.round(milliseconds)} ms`);
    assert.ok((await text('main')).length < 10_000);
    await panel.page.locator('.section.payload').getByRole('button', { name: 'Show more' }).click();
    assert.ok((await text('.section.payload')).length < 20_000);
  });

  it('lets one look into deep values as far as one likes', async () => {
    panel = await InspectorPage.open(browser);
    const depth = 40;
    let deep: unknown = 'x'.repeat(80);
    for (let level = 0; level < depth; level++) deep = { deeper: deep };
    await panel.tell('showToken', token({ deep }));
    assert.equal(await panel.page.locator('.section.payload td details').count(), 1);
    for (let level = 0; level < 5; level++) {
      await panel.page.locator('.section.payload td details:not([open]) > summary').first().click();
    }
    await panel.page.locator('.section.payload td details').nth(5).waitFor();
    assert.equal(await panel.page.locator('.section.payload td details').count(), 6);
  });

  for (const [shown, note] of [
    [
      { ...token({ sub: 'a'.repeat(3000), deep: { a: { b: 'c'.repeat(200) } } }), revision: 1 },
      'a signed token',
    ],
    [
      {
        revision: 1,
        text: aCompactJwe({ alg: 'RSA-OAEP', enc: 'A256GCM' }),
        leeway: 0,
        isPinned: false,
        trail: [],
      },
      'an encrypted token',
    ],
    [
      { revision: 1, text: `${'eyJ'.repeat(400)}.${'x'.repeat(400)}`, leeway: 0, isPinned: false, trail: [] },
      'a malformed token',
    ],
  ] as const) {
    it(`fits 320 pixels, which is also a zoom of 200 % in a narrow panel: ${note}`, async () => {
      panel = await InspectorPage.open(browser, { viewport: { width: 320, height: 700 } });
      await panel.tell('showToken', shown);
      await panel.unfold();
      assert.equal(await panel.overflow(), 0);
    });
  }
});
