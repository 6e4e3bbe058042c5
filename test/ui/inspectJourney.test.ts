import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { workbench } from './support/hooks';
import { waitFor } from './support/waitFor';

const secret = 'cobalt-harvest-lantern-copper-48';
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (claims: object): string => {
  const input = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
};
const token = signed({ sub: 'alice', role: 'reader', exp: 4_102_444_800 });
const expected = signed({ sub: 'alice', role: 'writer', exp: 4_102_444_800 });
const jwk = { kty: 'oct', kid: 'journey', k: Buffer.from(secret).toString('base64url') };

describe('from a token in the panel to another one in its place, and back', () => {
  const path = (name: string): string => join(workbench().session.workspace, name);
  const source = (): Promise<string> =>
    workbench().page.locator('.editor-group-container').first().locator('.view-lines').first().innerText();
  const sourceHas = (text: string): Promise<true> =>
    waitFor('the token in the file', async () => (await source()).includes(text));

  beforeEach(() => {
    writeFileSync(path('journey.jwk'), JSON.stringify(jwk));
    writeFileSync(path('journey.txt'), `token = '${token}'\n`);
  });
  after(() => {
    for (const name of ['journey.jwk', 'journey.txt']) rmSync(path(name), { force: true });
  });

  async function inspect(): Promise<Frame> {
    const window = workbench();
    await window.openFile('journey.txt');
    await window.editor.putCursor(token, 5);
    await window.runCommand('JWT: Inspect Token');
    const panel = await window.webviewFrame('.verdict');
    await panel.locator('[data-question="signature"]', { hasText: 'Signature valid' }).waitFor();
    return panel;
  }

  const isPicked = (panel: Frame): Promise<void> =>
    panel.locator('.section.signature', { hasText: 'Choose Automatically' }).waitFor();

  it('leads by keyboard alone: inspect, pick a key, edit a claim, sign, apply, undo', async () => {
    const window = workbench();
    const panel = await inspect();
    /** Walks from control to control until the one with the key has the focus, and presses it. */
    const press = async (key: string): Promise<void> => {
      await window.runCommand('View: Focus First Editor Group');
      await window.runCommand('View: Focus Next Editor Group');
      await waitFor(`the focus on ${key}`, async () => {
        await window.page.keyboard.press('Tab');
        return await panel.evaluate(
          (wanted) => document.activeElement?.getAttribute('data-key') === wanted,
          key,
        );
      });
      await window.page.keyboard.press('Enter');
    };
    await press('pickKey');
    await window.quickInput.waitUntilOpen('Which key should have signed it?');
    await window.quickInput.type('journey.jwk');
    await waitFor('the key alone', async () => (await window.quickInput.items())[0]?.includes('journey'));
    await window.page.keyboard.press('Enter');
    await isPicked(panel);
    await press('tool edit');
    await window.editor.placeOf('"payload": {');
    await window.editor.select('reader');
    await window.editor.type('writer');
    await window.editor.placeOf('writer');
    await waitFor('the new token in the file', async () => {
      await window.page.keyboard.press('ControlOrMeta+s');
      return (await source()).includes(expected);
    });
    await window.runCommand('View: Focus First Editor Group');
    await window.runCommand('Undo');
    await sourceHas(token);
  });

  // Its pictures are the animated one of the README: scripts/copyScreenshots.mjs.
  it('leads by the mouse', async () => {
    const window = workbench();
    await window.openFile('journey.txt');
    await window.editor.hoverAt(token, 5);
    await window.screenshot('tour-hover');
    await window.editor.closeHover();
    const panel = await inspect();
    await window.screenshot('tour-inspect');
    await panel.getByRole('button', { name: 'Choose Key…' }).click();
    await window.quickInput.waitUntilOpen('Which key should have signed it?');
    await window.quickInput.choose('journey');
    await isPicked(panel);
    await panel.getByRole('button', { name: 'Edit & Re-sign' }).click();
    await window.editor.placeOf('"payload": {');
    await window.screenshot('tour-edit');
    await window.page
      .locator('.view-line span', { hasText: /^"reader"$/ })
      .last()
      .dblclick();
    await window.page.keyboard.insertText('writer');
    await window.editor.placeOf('writer');
    await window.screenshot('tour-change');
    await window.page.locator('.codelens-decoration a', { hasText: 'Save: sign with' }).first().click();
    await sourceHas(expected);
    await window.screenshot('tour-signed');
    await window.page.locator('.tab', { hasText: 'journey.txt' }).first().click();
    await window.runCommand('Undo');
    await sourceHas(token);
    assert.ok(!(await source()).includes(expected));
  });
});
