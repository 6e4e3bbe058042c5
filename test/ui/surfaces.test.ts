import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbench } from './support/hooks';
import { tutorial } from './support/tutorial';
import { waitFor } from './support/waitFor';

const unsecured = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiI0MiIsImV4cCI6MTUxNjIzOTAyMn0.';
const content = [
  '# A script of somebody',
  `EXPIRED = "${tutorial.expired}"`,
  '',
  `UNSECURED = "${unsecured}"`,
  '',
  '# claimcheck-ignore-next-line',
  `IGNORED = "${unsecured}"`,
  '',
].join('\n');

describe('the editor’s surfaces', () => {
  before(() => writeFileSync(join(workbench().session.workspace, 'surfaces.py'), content));

  after(async () => {
    await workbench().setSettings({
      'claimcheck.codeLens.enabled': undefined,
      'claimcheck.inlayHints.enabled': undefined,
      'claimcheck.colors.tokens': undefined,
      'claimcheck.enabled': undefined,
    });
  });

  it('underline what is wrong, tell apart the parts of the token under the cursor, and say when it expires', async function () {
    this.timeout(240_000);
    const window = workbench();
    const { page, editor } = window;
    await window.setSettings({ 'claimcheck.codeLens.enabled': true, 'claimcheck.inlayHints.enabled': true });
    await window.openFile('surfaces.py');
    await page.locator('.codelens-decoration', { hasText: 'HS256 · expired' }).waitFor();
    await page.locator('.codelens-decoration', { hasText: 'unsecured · expired' }).waitFor();
    await waitFor('a hint behind a token', async () => /expired \d+ years ago/.test(await editor.text()));
    await page.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
    for (const theme of ['light', 'dark', 'hcDark', 'hcLight'] as const) {
      await window.setTheme(theme);
      await editor.putCursor(tutorial.expired, 5);
      const colors = await waitFor('three colours', async () => {
        const found = await page
          .locator('.view-line', { hasText: 'EXPIRED' })
          .first()
          .evaluate((line) => {
            const ofText = (text: string): string | undefined => {
              const span = [...line.querySelectorAll('span span')].find((one) =>
                one.textContent.includes(text),
              );
              return span && getComputedStyle(span).color;
            };
            return [ofText('eyJhbGciOiJIUzI1NiIs'), ofText('eyJzdWIiOiI0MiIs'), ofText('uqeQ60enLaCQ')];
          });
        return new Set(found).size === 3 && !found.includes(undefined) ? found : undefined;
      });
      assert.equal(colors.length, 3);
      await window.screenshot(`surfaces-${theme}`);
    }
  });

  it('are gone when the master switch is off', async function () {
    this.timeout(120_000);
    const window = workbench();
    const { page } = window;
    await window.setSettings({ 'claimcheck.codeLens.enabled': true, 'claimcheck.enabled': true });
    await window.openFile('surfaces.py');
    await page.locator('.codelens-decoration', { hasText: 'HS256 · expired' }).waitFor();
    await page.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
    await window.setSettings({ 'claimcheck.enabled': false });
    await waitFor('silence', async () => {
      const lenses = await page.locator('.codelens-decoration', { hasText: 'expired' }).count();
      const squiggles = await page.locator('.squiggly-warning').count();
      return lenses + squiggles === 0;
    });
  });

  it('fix a problem from the light bulb', async function () {
    this.timeout(120_000);
    const window = workbench();
    const { page, editor } = window;
    await window.setSettings({ 'claimcheck.enabled': undefined, 'claimcheck.codeLens.enabled': undefined });
    await window.openFile('surfaces.py');
    await page.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
    await editor.putCursor(unsecured, 3);
    await waitFor('the fix', async () => {
      await page.keyboard.press('Control+.');
      const row = page.locator('.action-widget .monaco-list-row', { hasText: 'Ignore all about this token' });
      await row.first().click({ timeout: 3000 });
      return true;
    });
    await waitFor('the comment', async () => {
      const lines = (await editor.text()).split('\n');
      return lines.filter((line) => line.includes('claimcheck-ignore-next-line')).length === 2;
    });
  });

  it('tick a step of the walkthrough when it was done', async function () {
    this.timeout(120_000);
    const window = workbench();
    const { page, editor } = window;
    const open = async (): Promise<void> => {
      await window.runCommand('Welcome: Open Walkthrough...');
      await window.quickInput.choose('Get Started with JSON Web Tokens');
    };
    const steps = page.locator('.getting-started-step');
    await open();
    await waitFor('four steps', async () => (await steps.count()) === 4);
    await window.openFile('surfaces.py');
    await editor.putCursor(tutorial.expired, 5);
    await window.runCommand('JWT: Inspect Token');
    await open();
    await steps.filter({ hasText: 'Hover a token' }).locator('.codicon.complete').waitFor();
    await window.screenshot('walkthrough');
  });
});
