import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { payloadTokens } from '../hostile/corpus/tokens/payloads';
import { corpusSecret } from '../hostile/corpus/tokens/made';
import { textTokens } from '../hostile/corpus/tokens/ofTexts';
import { workbench } from './support/hooks';
import { readSession } from './support/session';

const { workspace } = readSession();
/** A key file called as a link that would close VS Code. */
const keyFile = '[Details](command:workbench.action.quit).jwk';
/** A few dozen that fit on a line of the screen. */
const tokens = [...textTokens.filter((_, index) => index % 8 === 0), ...payloadTokens.slice(0, 8)]
  .map(({ make }) => make().text)
  .filter((text) => text.length < 3000);

describe('hostile tokens and keys in the window', function () {
  this.timeout(240_000);
  before(() => {
    writeFileSync(join(workspace, 'hostile.txt'), tokens.map((text) => `${text}\n`).join(''));
    const k = Buffer.from(corpusSecret).toString('base64url');
    writeFileSync(join(workspace, 'keys', keyFile), JSON.stringify({ kty: 'oct', k }));
  });
  after(() => {
    rmSync(join(workspace, 'hostile.txt'));
    rmSync(join(workspace, 'keys', keyFile));
  });

  it('have nothing to click in the message that says what verifying gave', async () => {
    const window = workbench();
    await window.openFile('hostile.txt');
    await window.editor.putCursor({ line: 1, column: 5 });
    await window.runCommand('JWT: Verify Token');
    await window.quickInput.waitUntilOpen('Which key');
    await window.quickInput.choose('[Details]');
    const toast = await window.waitForNotification('Signature valid');
    assert.match(
      (await toast.innerText()).replaceAll('\u200b', ''),
      /\[Details\]\(command:workbench\.action\.quit\)\.jwk/,
    );
    assert.equal(await toast.locator('.notification-list-item-message a').count(), 0);
  });

  it('put no picture, link or script into hovers and the panel, and ask for nothing', async () => {
    const window = workbench();
    const asked: string[] = [];
    window.page.on('request', (request) => {
      if (/evil|\/beacon|\/i\.png/.test(request.url())) asked.push(request.url());
    });
    await window.openFile('hostile.txt');
    for (let line = 1; line <= tokens.length; line += 8) {
      const { element, html } = await window.editor.hoverAt({ line, column: 8 });
      assert.doesNotMatch(html, /<(?:img|script|iframe|svg|video|input)\b/);
      const targets = await element
        .locator('a')
        .evaluateAll((links) =>
          links.map((link) => link.getAttribute('data-href') ?? link.getAttribute('href') ?? ''),
        );
      for (const target of targets.filter((one) => one !== ''))
        assert.match(target, /^(?:command:claimcheck\.|https:\/\/github\.com\/claimcheck\/)/);
      await window.editor.closeHover();
    }
    await window.runCommand('JWT: Inspect Token');
    const page = await window.webviewFrame('.verdict');
    for (const line of [1, 9, 17]) {
      await window.editor.putCursor({ line, column: 8 });
      await page.locator('.verdict').first().waitFor();
      assert.equal(await page.locator('main :is(img, script, iframe, style, link, object)').count(), 0);
    }
    assert.deepEqual(asked, []);
  });
});
