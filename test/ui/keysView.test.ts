import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbench } from './support/hooks';
import { waitFor } from './support/waitFor';
import type { Workbench } from './support/workbench';

const vectors = join('test', 'vectors', 'keys');

interface KeyFile {
  readonly file: string;
  readonly format: string;
  readonly expected: string;
  readonly alg: string;
  readonly passphrase: string | null;
  readonly token: string;
}

/** An `ssh-keygen` key under a passphrase, with a token it signed. */
function lockedKey(): KeyFile & { readonly passphrase: string } {
  const { entries } = JSON.parse(readFileSync(join(vectors, 'index.json'), 'utf8')) as {
    readonly entries: readonly KeyFile[];
  };
  const found = entries.find(
    (entry) => entry.format === 'openssh-private-aes256-ctr' && entry.expected === 'ok',
  );
  if (!found?.passphrase) throw new Error('The vectors hold no locked OpenSSH key.');
  return { ...found, passphrase: found.passphrase };
}

/** The rows of the Keys view, as read. */
async function rows(window: Workbench): Promise<readonly string[]> {
  const list = window.page.locator('.pane', { hasText: 'JWT Keys' }).locator('.monaco-list-row');
  await list.first().waitFor();
  return await list.allInnerTexts();
}

describe('the Keys view', () => {
  it('shows the workspace’s keys, what each is and where it is from', async () => {
    const window = workbench();
    await window.runCommand('JWT: Show Keys');
    const all = (await rows(window)).join('\n');
    assert.match(all, /orchard_id_rsa\.pub/);
    assert.match(all, /RSA · 3072 bits · public key/);
    assert.match(all, /ed-2026/);
    for (const theme of ['light', 'dark', 'hcDark', 'hcLight'] as const) {
      await window.setTheme(theme);
      await window.screenshot(`keys-${theme}`);
    }
  });

  it('gets a key made on request, kept in secret storage', async () => {
    const window = workbench();
    await window.runCommand('JWT: Generate Key');
    await window.quickInput.waitUntilOpen('What kind of key?');
    await window.quickInput.choose('Ed25519');
    await window.quickInput.waitUntilOpen('Where should it live?');
    await window.quickInput.choose('secret storage');
    await window.quickInput.waitUntilOpen('A name for the key');
    await window.quickInput.answer('made-here');
    // Another box opened too soon would take the answer's place before it is accepted.
    await window.quickInput.root.waitFor({ state: 'hidden' });
    await waitFor('the reference in the settings', async () =>
      (await window.readWorkspaceFile('.vscode/settings.json')).includes('made-here'),
    );
    await window.runCommand('JWT: Show Keys');
    // The view is a few rows high: its end is below.
    await rows(window);
    await waitFor('the new key in the view', async () => {
      await window.page.keyboard.press('End');
      return await window.page.locator('.monaco-list-row', { hasText: 'made-here' }).isVisible();
    });
    assert.doesNotMatch(await window.readWorkspaceFile('.vscode/settings.json'), /"d"|PRIVATE/);
  });
});

describe('a key under a passphrase', () => {
  it('opens in the key chooser, wrong tries told, and verifies its token', async () => {
    const window = workbench();
    const key = lockedKey();
    cpSync(join(vectors, key.file), join(window.session.workspace, 'keys', 'locked_id_rsa'));
    await window.runCommand('File: New Untitled Text File');
    await window.editor.type(key.token);
    await window.runCommand('JWT: Verify Token');
    await window.quickInput.waitUntilOpen('Which key');
    await window.quickInput.choose('locked_id_rsa');
    await window.quickInput.waitUntilOpen('Used in this session only');
    assert.ok(await window.quickInput.isPassword());
    await window.quickInput.answer('not this one');
    await window.quickInput.waitUntilOpen('does not open it');
    await window.quickInput.answer(key.passphrase);
    await window.quickInput.waitUntilOpen('Keep its passphrase?');
    await window.quickInput.choose('Forget when this window closes');
    await window.quickInput.waitUntilOpen('Which key');
    await window.quickInput.choose('locked_id_rsa');
    await window.waitForNotification('Signature valid');
  });
});
