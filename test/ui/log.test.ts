import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { workbench } from './support/hooks';
import { addSecret } from './support/secrets';
import { tutorial } from './support/tutorial';

describe('the log', () => {
  it('speaks of tokens and secrets, and quotes none', async () => {
    const window = workbench();
    await addSecret(window, 'log-test', tutorial.secret);
    await window.openFile('README.md');
    await window.editor.putCursor(tutorial.expired, 5);
    await window.runCommand('JWT: Verify Token');
    await window.quickInput.waitUntilOpen('Which key');
    await window.quickInput.choose('log-test');
    await window.waitForNotification('Signature valid');

    const { logsFolder } = window.session;
    const files = readdirSync(logsFolder, { recursive: true, encoding: 'utf8' });
    const ours = files.filter((file) => file.endsWith('Claimcheck.log'));
    assert.ok(ours.length > 0, `Claimcheck.log among ${files.join(', ')}`);
    const text = ours.map((file) => readFileSync(join(logsFolder, file), 'utf8')).join('\n');
    assert.match(text, /verified/);
    for (const quoted of [tutorial.secret, 'eyJ', tutorial.expired.slice(-20), 'Jess', 'log-test']) {
      assert.ok(!text.includes(quoted), `the log quotes ${quoted}`);
    }
  });
});
