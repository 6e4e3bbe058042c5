import assert from 'node:assert/strict';
import { workbench } from './support/hooks';
import { encryptedToPassword } from './support/passwordToken';

const password = 'harvest-lantern-quartz-88';
/** More than is done without asking. */
const iterations = 1_000_100;

describe('JWT: Decrypt Token', () => {
  it('asks before it opens what takes long to open, and shows the content beside the editor', async () => {
    const window = workbench();
    const dialog = window.page.locator('.monaco-dialog-box');
    const token = encryptedToPassword('{"sub":"slow"}', password, iterations);
    await window.runCommand('File: New Untitled Text File');
    await window.editor.type(`jwtSecret = '${password}'\n${token}`);
    await window.runCommand('JWT: Decrypt Token');
    await dialog.waitFor();
    assert.match(await dialog.innerText(), new RegExp(`${iterations} rounds`));
    await dialog.getByRole('button', { name: 'Decrypt Anyway' }).click();
    await window.editor.placeOf('Decrypted with jwtSecret');
    await window.editor.placeOf('sub: "slow"');
  });
});
