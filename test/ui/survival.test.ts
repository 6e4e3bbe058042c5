import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionHosts, killExtensionHosts } from './support/extensionHosts';
import { workbench } from './support/hooks';
import { waitFor } from './support/waitFor';
import { tutorial } from './support/tutorial';

const secret = 'survives-a-crash-0123456789-abcdef';
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (claims: object): string => {
  const input = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
};

describe('a failure in the middle of work', function () {
  this.timeout(300_000);
  const file = 'survival.txt';
  const path = (): string => join(workbench().session.workspace, file);
  after(() => rmSync(path(), { force: true }));

  it('the extension host is killed in the middle of an edit, and the edit goes on where it was', async () => {
    const window = workbench();
    const token = signed({ sub: 'alice', role: 'reader' });
    writeFileSync(path(), `jwtSecret = '${secret}'\ntoken = '${token}'\n`);
    await window.openFile(file);
    await window.editor.putCursor(token, 5);
    await window.runCommand('JWT: Edit Token');
    await window.editor.placeOf('"payload": {');
    await window.editor.select('reader');
    await window.editor.type('writer');
    await window.editor.placeOf('writer');
    const server = window.session.serverProcess;
    const killed = killExtensionHosts(server);
    assert.ok(killed.length > 0);
    // VS Code begins a new one, which finds the edited text where it was.
    await waitFor(
      'a new extension host',
      () => Promise.resolve(extensionHosts(server).some((pid) => !killed.includes(pid))),
      120_000,
    );
    const lens = window.page.locator('.codelens-decoration', { hasText: 'jwtSecret' });
    await waitFor('the edit to go on', () => lens.first().isVisible(), 120_000);
    await window.editor.placeOf('writer');
    await window.screenshot('survived-edit');
    const source = window.page.locator('.editor-group-container').first().locator('.view-lines');
    await waitFor('the new token in the file', async () => {
      await window.page.keyboard.press('ControlOrMeta+s');
      return (await source.innerText()).includes(signed({ sub: 'alice', role: 'writer' }));
    });
  });

  it('the panel is loaded anew while it waits for an answer, and shows the same token', async () => {
    const window = workbench();
    await window.openFile('README.md');
    await window.editor.putCursor(tutorial.rs256Start, 5);
    await window.runCommand('JWT: Inspect Token');
    const verified = '[data-question="signature"]';
    const pick = async (): Promise<void> => {
      const page = await window.webviewFrame(verified);
      await page
        .getByRole('button', { name: /Choose Key/ })
        .first()
        .click();
      await window.quickInput.waitUntilOpen('Which key');
    };
    await pick();
    // The old page is there for a moment still.
    await (
      await window.webviewFrame(verified)
    )
      .locator('body')
      .evaluate((body) => (body.dataset['old'] = ''));
    await window.runCommand('Developer: Reload Webviews');
    await waitFor('a new page that shows the token', async () => {
      const body = (await window.webviewFrame(verified)).locator('body:not([data-old])');
      return (await body.count()) === 1 && /Jessica Temporal/.test(await body.innerText());
    });
    await waitFor('the new page to take a click', async () => {
      await pick();
      return true;
    });
    await window.quickInput.choose('tutorial_id_rsa.pub');
    await waitFor('the answer in the new page', async () => {
      const again = await window.webviewFrame(verified);
      return /Signature valid with/.test(await again.locator(verified).first().innerText());
    });
    await window.screenshot('survived-reload');
  });
});
