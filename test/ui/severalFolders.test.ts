import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openWindow, workbench } from './support/hooks';
import { waitFor } from './support/waitFor';
import type { Workbench } from './support/workbench';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const es256 = (key: KeyObject, claims: object): string => {
  const input = `${part({ alg: 'ES256' })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
};

/** Two services of one issuer, each with a key under the same name and a profile of its own. */
const names = ['orders', 'billing'] as const;
const pairs = names.map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
const spare = generateKeyPairSync('ed25519').publicKey;
const pem = (key: KeyObject): string => key.export({ format: 'pem', type: 'spki' }) as string;

function writeFolders(root: string): string {
  for (const [index, name] of names.entries()) {
    const folder = join(root, name);
    for (const below of ['keys', 'other', '.vscode']) mkdirSync(join(folder, below), { recursive: true });
    writeFileSync(join(folder, 'keys', 'signer.pem'), pem(pairs[index].publicKey));
    // Both say the same of a file that only one has.
    if (index === 0) writeFileSync(join(folder, 'other', 'spare.txt'), pem(spare));
    const own = { issuer: 'shop', audience: name, keys: ['keys/signer.pem'] };
    const settings = { 'claimcheck.profiles': [own], 'claimcheck.keys': [{ file: 'other/spare.txt' }] };
    writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
    const tokens = pairs.map(({ privateKey }) => es256(privateKey, { iss: 'shop', aud: name }));
    writeFileSync(join(folder, 'tokens.txt'), tokens.join('\n'));
  }
  const file = join(root, 'shop.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: names.map((path) => ({ path })), settings: {} }));
  return file;
}

describe('in a workspace of several folders', function () {
  this.timeout(240_000);

  let window: Workbench;
  const root = (): string => join(dirname(workbench().session.workspace), 'several');
  before(async () => {
    window = await openWindow({ trusts: true, workspaceFile: writeFolders(root()) });
  });
  after(async () => {
    await window.page.context().close();
    rmSync(root(), { recursive: true, force: true });
  });

  it('each folder’s keys are found and told apart, and each folder’s profile is asked of its tokens', async () => {
    for (const [index, name] of names.entries()) {
      await window.openFile(`${name}/tokens.txt`);
      for (const [line, signer] of names.entries()) {
        const { text } = await window.editor.hoverAt({ line: line + 1, column: 20 }, 0);
        assert.ok(text.includes(`Signature valid with ${signer}/keys/signer.pem`), text);
        assert.match(text, line === index ? /As expected/ : /Not as expected/);
      }
    }
  });

  it('a key id is written for the folder that the key is of, and relative paths are of the folder that says them', async () => {
    const billing = join(root(), 'billing', '.vscode', 'settings.json');
    const orders = join(root(), 'orders', '.vscode', 'settings.json');
    const untouched = readFileSync(orders, 'utf8');
    await window.runCommand('JWT: Show Keys');
    const row = (text: string) => window.page.locator('.pane .monaco-list-row', { hasText: text });
    await row('orders/other/spare.txt').waitFor();
    await row('orders/keys/signer.pem').waitFor();
    const action = window.page.locator('.monaco-menu .action-label', { hasText: 'Set Key Id' });
    // A menu that has just opened does not take every press.
    await waitFor('the question for a key id', async () => {
      if (!(await action.isVisible()))
        await row('billing/keys/signer.pem').click({ button: 'right', timeout: 3000 });
      await action.click({ timeout: 3000 });
      await window.quickInput.root.waitFor({ timeout: 2000 });
      return true;
    });
    await window.quickInput.waitUntilOpen('Key id of billing/keys/signer.pem');
    await window.quickInput.answer('billing-1');
    const entries = await waitFor('the key id in the settings of its folder', () => {
      const { 'claimcheck.keys': keys } = JSON.parse(readFileSync(billing, 'utf8')) as Record<
        string,
        object[]
      >;
      return Promise.resolve(keys.length > 1 && keys);
    });
    assert.deepEqual(entries, [{ file: 'other/spare.txt' }, { file: 'keys/signer.pem', kid: 'billing-1' }]);
    assert.equal(readFileSync(orders, 'utf8'), untouched);
    await row('kid billing-1').waitFor();
    await row('billing/other/spare.txt').filter({ hasText: 'There is no file' }).waitFor();
  });
});
