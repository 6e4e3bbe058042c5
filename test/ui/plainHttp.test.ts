import assert from 'node:assert/strict';
import { openWindow } from './support/hooks';
import { tutorial } from './support/tutorial';
import { waitFor } from './support/waitFor';

describe('over plain http', function () {
  this.timeout(240_000);

  it('the served VS Code decodes, explains and verifies, and says so where no panel can be, and shows the text of the token', async () => {
    const window = await openWindow({ trusts: true, isPlainHttp: true });
    try {
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
      await window.editor.putCursor(tutorial.rs256Start, 5);
      await window.runCommand('JWT: Inspect Token');
      await window.waitForNotification('The inspector did not load');
      await window.screenshot('plain-http-panel');
      await window.pressNotificationButton('The inspector did not load', 'Show as Text');
      await window.page.locator('.tab.active[data-resource-name$=".txt"]').waitFor();
      await window.editor.placeOf('Signature valid with');
      await window.screenshot('plain-http-text');
    } finally {
      await window.page.context().close();
    }
  });
});
