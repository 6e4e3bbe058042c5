import assert from 'node:assert/strict';
import * as features from './support/features';
import { openWindow, workbench } from './support/hooks';
import { tutorial } from './support/tutorial';
import { waitFor } from './support/waitFor';
import type { Workbench } from './support/workbench';

describe('over plain http', function () {
  this.timeout(240_000);

  let window: Workbench;
  let keys: unknown;
  before(async () => {
    const settings = await workbench().readWorkspaceFile('.vscode/settings.json');
    keys = (JSON.parse(settings) as Readonly<Record<string, unknown>>)['claimcheck.keys'];
    window = await openWindow({ trusts: true, isPlainHttp: true });
    await window.setSettings({ 'claimcheck.codeLens.enabled': true });
  });
  after(async () => {
    // The key that is made here is none of the tests that follow.
    await window.setSettings({ 'claimcheck.codeLens.enabled': undefined, 'claimcheck.keys': keys });
    await window.page.context().close();
  });

  it('the served VS Code decodes, explains and verifies', async () => {
    assert.equal(await window.page.evaluate('isSecureContext'), false);
    assert.equal(await window.page.evaluate('typeof crypto.subtle'), 'undefined');
    await window.openFile('README.md');
    const hover = await waitFor('the whole hover', async () => {
      const { text } = await window.editor.hoverAt(tutorial.rs256Start, 5);
      return text.includes('Signature') && text;
    });
    assert.match(hover, /Jessica Temporal/);
    // Its extension host is Node.js on the other side, which has all it needs.
    assert.match(hover, /Signature valid with/);
    await window.editor.closeHover();
  });

  it('problems, lenses and reasons show and a token is copied, while it says so where no panel can be, and shows the text of the token', async () => {
    await window.openFile('README.md');
    await window.editor.putCursor(tutorial.rs256Start, 5);
    await window.runCommand('JWT: Inspect Token');
    // What takes a while to be said: beside the panel, all else goes on.
    await window.runCommand('View: Focus First Editor Group');
    await features.showPage(window);
    await features.seeProblemsAndLenses(window);
    await features.explain(window);
    await features.copyRedacted(window);
    await window.waitForNotification('The inspector did not load');
    await window.screenshot('plain-http-panel');
    await window.pressNotificationButton('The inspector did not load', 'Show as Text');
    await window.page.locator('.tab.active[data-resource-name$=".txt"]').waitFor();
    await window.editor.placeOf('Jess Temporal'); // of the token the cursor came to last
    await window.screenshot('plain-http-text');
  });

  it('a token is opened, and one is signed with a key made for it, kept and listed', async () => {
    await window.reset();
    await features.showPage(window);
    await features.decrypt(window);
    await features.signWithNewKey(window, 'made-over-http');
  });
});
