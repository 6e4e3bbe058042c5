import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbench } from './support/hooks';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (iss: string): string => `${part({ alg: 'RS256' })}.${part({ iss })}.${'A'.repeat(342)}`;

describe('JWT: Fetch Issuer’s Keys', () => {
  const document = (): string => join(workbench().session.workspace, 'fetch.txt');
  /** Runs the command with the cursor in a token of an issuer. */
  const fetchFor = async (iss: string): Promise<void> => {
    const window = workbench();
    writeFileSync(document(), `${tokenOf(iss)}\n`);
    await window.openFile('fetch.txt');
    await window.editor.putCursor(tokenOf(iss), 5);
    await window.runCommand('JWT: Fetch Issuer’s Keys');
  };
  afterEach(() => rmSync(document(), { force: true }));

  it('names the host and shows the exact addresses before it asks them, and takes no for an answer', async () => {
    const { page } = workbench();
    await fetchFor('https://login.example.com/tenant');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    const text = await dialog.innerText();
    assert.match(text, /Fetch keys from login\.example\.com\?/);
    for (const address of [
      'https://login.example.com/tenant/.well-known/openid-configuration',
      'https://login.example.com/.well-known/oauth-authorization-server/tenant',
      'https://login.example.com/.well-known/openid-configuration/tenant',
    ])
      assert.ok(text.includes(address), text);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    assert.deepEqual(await workbench().notifications(), []);
  });

  for (const [iss, refusal] of [
    ['https://169.254.169.254/', 'is an address of a private network'],
    ['https://[::ffff:10.0.0.1]/', 'is an address of a private network'],
    ['https://0x7f.1/', 'is this machine'],
    ['http://login.example.com/', 'over https only'],
  ] as const)
    it(`refuses ${iss} without a question`, async () => {
      await fetchFor(iss);
      await workbench().waitForNotification(refusal);
      assert.equal(await workbench().page.locator('.monaco-dialog-box').count(), 0);
    });
});
