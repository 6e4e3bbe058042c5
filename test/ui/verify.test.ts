import assert from 'node:assert/strict';
import { workbench } from './support/hooks';
import { answerSecret } from './support/secrets';
import { tutorial } from './support/tutorial';

describe('JWT: Verify Token', () => {
  it('offers the keys that fit first, and verifies with the one picked', async () => {
    const window = workbench();
    await window.openFile('README.md');
    await window.editor.putCursor(tutorial.rs256Start, 5);
    await window.runCommand('JWT: Verify Token');
    await window.quickInput.waitUntilOpen('Which key');
    const items = await window.quickInput.items();
    assert.match(items[0], /id_rsa\.pub|gateway|jwks/);
    const separators = await window.quickInput.separators();
    assert.equal(separators[0], 'matches RS256');
    assert.ok(separators.includes('workspace'), separators.join());
    assert.match(items.at(-1) ?? '', /Add key/);
    for (const theme of ['light', 'dark', 'hcDark', 'hcLight'] as const) {
      await window.setTheme(theme);
      await window.screenshot(`quickPick-${theme}`);
    }
    await window.quickInput.choose('tutorial_id_rsa.pub');
    await window.waitForNotification('Signature valid');
  });

  it('takes a new secret from a password box, and says valid and expired side by side', async () => {
    const window = workbench();
    await window.openFile('README.md');
    await window.editor.putCursor(tutorial.expired, 5);
    await window.runCommand('JWT: Verify Token');
    await window.quickInput.waitUntilOpen('Which key');
    await window.quickInput.choose('Add key…');
    await window.quickInput.waitUntilOpen('What kind of key?');
    await window.quickInput.choose('Secret…');
    await answerSecret(window, 'verify-test', tutorial.secret);
    await window.quickInput.waitUntilOpen('Which key');
    await window.quickInput.choose('verify-test');
    const message = await (await window.waitForNotification('Signature valid')).innerText();
    assert.match(message, /[Ee]xpired/);
    const settings = await window.readWorkspaceFile('.vscode/settings.json');
    assert.match(settings, /"secret": "verify-test"/);
    assert.doesNotMatch(settings, new RegExp(tutorial.secret));
  });

  it('shows the wrong secret to be wrong', async () => {
    const window = workbench();
    await window.openFile('README.md');
    await window.editor.putCursor(tutorial.expired, 5);
    await window.runCommand('JWT: Verify Token');
    await window.quickInput.waitUntilOpen('Which key');
    await window.quickInput.choose('Add key…');
    await window.quickInput.waitUntilOpen('What kind of key?');
    await window.quickInput.choose('Secret…');
    await answerSecret(window, 'wrong-secret', 'my_super_secret ');
    await window.quickInput.waitUntilOpen('Which key');
    await window.quickInput.choose('wrong-secret');
    await window.waitForNotification('does not match');
  });
});
