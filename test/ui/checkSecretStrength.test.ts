import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { workbench } from './support/hooks';
import { tutorial } from './support/tutorial';

describe('JWT: Check Secret Strength', () => {
  const dialog = (): Locator => workbench().page.locator('.monaco-dialog-box');
  const checkAt = async (text: string): Promise<void> => {
    const window = workbench();
    await window.openFile('README.md');
    await window.editor.putCursor(text, 5);
    await window.runCommand('JWT: Check Secret Strength');
  };

  it('says what it is for, finds the tutorial’s secret, and shows it only when asked', async () => {
    const window = workbench();
    await checkAt(tutorial.expired);
    await dialog().waitFor();
    assert.match(await dialog().innerText(), /only tokens that you are entitled to test/);
    await dialog().getByRole('button', { name: 'Check', exact: true }).click();
    const toast = await window.waitForNotification('Weak secret: found in');
    const message = await toast.innerText();
    assert.match(message, /at try [\d,.]+\..* a second\..*line \d+ of the list.*at least 32 random ones/s);
    assert.ok(!message.includes(tutorial.secret), message);
    await toast.getByRole('button', { name: 'Generate a Strong Secret', exact: true }).waitFor();
    await toast.getByRole('button', { name: 'Show the Secret', exact: true }).click();
    await dialog().filter({ hasText: tutorial.secret }).waitFor();
    await window.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  });

  it('tries nothing where the user turns away', async () => {
    await checkAt(tutorial.expired);
    await dialog().waitFor();
    await dialog().getByRole('button', { name: 'Cancel', exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
    assert.deepEqual(await workbench().notifications(), []);
  });

  it('explains that a token with a public key has no secret to guess', async () => {
    await checkAt(tutorial.rs256Start);
    await workbench().waitForNotification('RS256: a public key verifies it');
    assert.equal(await dialog().count(), 0);
  });
});
