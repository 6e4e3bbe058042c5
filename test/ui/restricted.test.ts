import assert from 'node:assert/strict';
import { openWindow } from './support/hooks';
import { tutorial } from './support/tutorial';
import { waitFor } from './support/waitFor';
import type { Workbench } from './support/workbench';

describe('in a workspace that is not trusted', function () {
  this.timeout(240_000);

  let window: Workbench;
  before(async () => {
    window = await openWindow({ trusts: false });
  });
  after(() => window.page.context().close());

  it('the hover explains the token, and reads no key file', async () => {
    await window.openFile('README.md');
    const { text } = await window.editor.hoverAt(tutorial.rs256Start);
    assert.match(text, /RS256/);
    assert.match(text, /Jessica Temporal/);
    assert.match(text, /Signature not verified/);
    assert.doesNotMatch(text, /tutorial_id_rsa/);
    await window.screenshot('restricted');
    await window.editor.closeHover();
  });

  it('the panel and the text explain the token, a token is opened for editing, and no key file is read', async () => {
    const atToken = async (): Promise<void> => {
      await window.runCommand('View: Close All Editors');
      await window.openFile('README.md');
      await window.editor.putCursor(tutorial.rs256Start, 5);
    };
    await atToken();
    await window.runCommand('JWT: Inspect Token');
    const said = await waitFor('what the panel says', async () => {
      const page = await window.webviewFrame('[data-question="signature"]');
      const text = await page.locator('body').innerText();
      return /not verified/.test(text) && text;
    });
    assert.match(said, /Jessica Temporal/);
    assert.doesNotMatch(said, /tutorial_id_rsa/);
    await atToken();
    await window.runCommand('JWT: Show Token as Text');
    await window.page.locator('.tab.active[data-resource-name$=".txt"]').waitFor();
    await window.editor.placeOf('Signature not verified');
    assert.doesNotMatch(await window.editor.text(), /tutorial_id_rsa/);
    await atToken();
    await window.runCommand('JWT: Edit Token');
    await window.editor.placeOf('"payload": {');
  });
});
