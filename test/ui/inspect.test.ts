import assert from 'node:assert/strict';
import { heard } from './support/heard';
import { workbench } from './support/hooks';
import { tutorial } from './support/tutorial';

describe('JWT: Inspect Token', () => {
  it('shows the token at the cursor beside the editor, its answers and its parts', async () => {
    const window = workbench();
    await window.openFile('README.md');
    await window.editor.putCursor(tutorial.rs256Start, 5);
    await window.runCommand('JWT: Inspect Token');
    const page = await window.webviewFrame('.verdict');
    await page.locator('[data-question="signature"]', { hasText: 'Signature valid' }).waitFor();
    const words = await page.locator('body').innerText();
    assert.match(words, /RS256/);
    assert.match(words, /Jessica Temporal/);
    assert.match(words, /tutorial_id_rsa\.pub/);
    assert.deepEqual(
      await page
        .locator('.piece')
        .evaluateAll((pieces) => pieces.map((piece) => piece.getAttribute('data-part'))),
      ['header', 'payload', 'signature'],
    );
    // Every test’s messages are looked through for key material afterwards: test/ui/support/hooks.ts.
    assert.match(heard(), /tutorial_id_rsa\.pub/, 'what crosses to the page is heard');
    assert.match(heard(), /"ready\\*"/, 'and what crosses from it');
    for (const theme of ['light', 'dark', 'hcDark', 'hcLight'] as const) {
      await window.setTheme(theme);
      await window.screenshot(`inspector-${theme}`);
    }
  });

  it('opens from the hover’s own link', async () => {
    const window = workbench();
    await window.openFile('README.md');
    const { element } = await window.editor.hoverAt(tutorial.expired);
    await element.locator('a', { hasText: 'Inspect' }).first().click();
    const page = await window.webviewFrame('.verdict');
    await page.locator('[data-question="inForce"]', { hasText: 'Expired' }).waitFor();
  });

  it('asks where there is no token, and reads the clipboard only when told to', async () => {
    const window = workbench();
    await window.setClipboard(`Bearer ${tutorial.hs256}`);
    await window.runCommand('JWT: Inspect Token');
    await window.quickInput.waitUntilOpen('Where is it?');
    await window.quickInput.choose('Use the Clipboard');
    await window.quickInput.waitUntilOpen('Paste one here');
    assert.equal(await window.quickInput.value(), tutorial.hs256);
    await window.quickInput.answer(tutorial.hs256);
    const page = await window.webviewFrame('.verdict');
    assert.match(await page.locator('body').innerText(), /Jessica Temporal/);
  });
});
