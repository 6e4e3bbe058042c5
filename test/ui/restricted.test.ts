import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as features from './support/features';
import { openWindow, workbench } from './support/hooks';
import { tutorial } from './support/tutorial';
import { waitFor } from './support/waitFor';
import type { Workbench } from './support/workbench';

describe('in a workspace that is not trusted', function () {
  this.timeout(240_000);

  const settingsFile = (): string => join(workbench().session.workspace, '.vscode', 'settings.json');
  /** What the workspace's authors say of keys. */
  const keys = [{ file: 'keys/gateway-public.pem', kid: 'of-the-workspace' }];
  let window: Workbench;
  let untouched: string;
  before(async () => {
    untouched = readFileSync(settingsFile(), 'utf8');
    const settings = { 'claimcheck.keys': keys, 'claimcheck.codeLens.enabled': true };
    writeFileSync(settingsFile(), JSON.stringify({ ...(JSON.parse(untouched) as object), ...settings }));
    window = await openWindow({ trusts: false });
  });
  after(async () => {
    await window.page.context().close();
    writeFileSync(settingsFile(), untouched);
  });

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

  it('problems and lenses show, what stands beside tokens opens one and explains another, and a weak secret is found', async () => {
    await window.reset();
    await features.showPage(window);
    await features.seeProblemsAndLenses(window);
    await features.decrypt(window);
    await features.explain(window);
    await features.checkStrength(window);
  });

  it('tokens of the workspace are found and reported on, and one is copied redacted', async () => {
    await features.findAndReport(window);
    await window.openFile('tutorial.py');
    await features.copyRedacted(window);
  });

  it('a key is generated, kept for the user, signs and is listed, and what the workspace says of keys stays', async () => {
    await features.signWithNewKey(window, 'kept-for-me');
    const view = window.page.locator('.pane', { hasText: 'JWT Keys' });
    assert.doesNotMatch(await view.innerText(), /gateway|id_rsa|jwks/);
    const written = JSON.parse(readFileSync(settingsFile(), 'utf8')) as Record<string, unknown>;
    assert.deepEqual(written['claimcheck.keys'], keys);
  });
});
