import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { encryptedToPassword } from './passwordToken';
import { tutorial } from './tutorial';
import { waitFor } from './waitFor';
import type { Workbench } from './workbench';

const password = 'harvest-lantern-quartz-88';
const rowHeight = 22;
/** Rows of the Keys view, with those of all secrets that other tests kept. */
const rowsAtMost = 40;
const secret = 'umber-cedar-harbor-dcd0';

function hs256(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part({ alg: 'HS256' })}.${part(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

/** One page with a token for each feature that needs no key file. The secret of the second stands beside it in base64. */
export const page = {
  encrypted: encryptedToPassword('{"sub":"sealed"}', password, 1000),
  misread: hs256({ sub: 'misread' }),
  unsecured: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiI0MiIsImV4cCI6MTUxNjIzOTAyMn0.',
};

/** Puts the page in front: what no environment may keep from showing. Lenses have to be on. */
export async function showPage(window: Workbench): Promise<void> {
  const lines = [
    `jwtSecret = '${password}'`,
    page.encrypted,
    `apiSecret = '${Buffer.from(secret).toString('base64')}'`,
    page.misread,
    tutorial.expired,
    page.unsecured,
  ];
  await window.runCommand('File: New Untitled Text File');
  await window.editor.type(lines.join('\n'));
}

/** Problems are underlined, and a line above each token says what it is. */
export async function seeProblemsAndLenses(window: Workbench): Promise<void> {
  await window.page.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
  await window.page.locator('.codelens-decoration', { hasText: 'HS256 · expired' }).waitFor();
}

/** Opens the encrypted token with the password that stands beside it. */
export async function decrypt(window: Workbench): Promise<void> {
  await window.editor.putCursor(page.encrypted, 5);
  await window.runCommand('JWT: Decrypt Token');
  await window.editor.placeOf('Decrypted with jwtSecret');
  await window.runCommand('View: Close Editor');
}

/** Asks why a token does not verify. */
export async function explain(window: Workbench): Promise<void> {
  await window.editor.putCursor(page.misread, 5);
  await window.runCommand('JWT: Explain Failure');
  await window.waitForNotification('is base64 and was used as plain text');
  await window.runCommand('Notifications: Clear All Notifications'); // few are shown at a time
}

/** Has the secret of a token looked for in the lists that ship. */
export async function checkStrength(window: Workbench): Promise<void> {
  await window.editor.putCursor(tutorial.expired, 5);
  await window.runCommand('JWT: Check Secret Strength');
  const dialog = window.page.locator('.monaco-dialog-box');
  await dialog.getByRole('button', { name: 'Check', exact: true }).click();
  await window.waitForNotification('Weak secret: found in');
}

/** Copies a token without its signature, and pastes it at the end of the page. */
export async function copyRedacted(window: Workbench): Promise<void> {
  await window.editor.putCursor(tutorial.expired, 5);
  await window.runCommand('JWT: Copy Token As…');
  await window.quickInput.waitUntilOpen('What goes on the clipboard?');
  await window.quickInput.choose('Redacted Token');
  await window.quickInput.root.waitFor({ state: 'hidden' });
  await window.runCommand('File: New Untitled Text File');
  await window.page.keyboard.press('ControlOrMeta+v');
  const [header, payload] = tutorial.expired.split('.');
  await window.editor.placeOf(`${header}.${payload}.REDACTED`);
}

/** Finds the tokens of the workspace, and reports on them. */
export async function findAndReport(window: Workbench): Promise<void> {
  await window.runCommand('JWT: Find Tokens in Workspace');
  await window.page.locator('.pane', { hasText: /\d+ tokens in \d+ files/ }).waitFor();
  await window.runCommand('JWT: Report on Tokens Found');
  await window.quickInput.waitUntilOpen('Which form?');
  await window.quickInput.choose('Markdown');
  await window.editor.placeOf('# Tokens in the workspace');
  const report = await window.editor.text();
  assert.match(report, /\| .*:\d+ \| eyJ/);
  for (const signature of [tutorial.expired, tutorial.hs256].map((token) => token.split('.')[2]))
    assert.ok(!report.includes(signature), report);
}

/** Signs a claims set with a secret generated for it, which is kept in secret storage, and finds it in the Keys view. */
export async function signWithNewKey(window: Workbench, name: string): Promise<void> {
  const { quickInput, editor } = window;
  await window.runCommand('File: New Untitled Text File');
  await editor.type('{"sub":"42"}');
  await window.runCommand('Select All');
  await window.runCommand('JWT: Encode Token');
  for (const [question, answer] of [
    ['Which algorithm?', 'HS256'],
    ['Which key signs it?', 'Generate key…'],
    ['What kind of key?', 'Secret, 256 bits'],
    ['Where should it live?', 'secret storage'],
  ] as const) {
    await quickInput.waitUntilOpen(question);
    await quickInput.choose(answer);
  }
  await quickInput.waitUntilOpen('A name for the key');
  await quickInput.answer(name);
  await quickInput.waitUntilOpen('Which key signs it?');
  await quickInput.choose(name);
  await quickInput.waitUntilOpen('Where should it go?');
  await quickInput.choose('Replace the Selection');
  assert.match((await editor.hoverAt('eyJ')).text, new RegExp(`Signature valid with ${name}`));
  await editor.closeHover();
  await window.runCommand('JWT: Show Keys');
  const list = window.page.locator('.pane', { hasText: 'JWT Keys' }).locator('.monaco-list');
  let looks = 0;
  await waitFor('the new key in the view', async () => {
    await list.hover({ timeout: 3000 });
    // The view is a few rows high: looked through from its beginning, time and again.
    await window.page.mouse.wheel(0, looks++ % rowsAtMost === 0 ? -rowsAtMost * rowHeight : rowHeight);
    return await list.locator('.monaco-list-row', { hasText: name }).isVisible();
  });
  await window.page.mouse.move(1, 1);
}
