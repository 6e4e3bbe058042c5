import assert from 'node:assert/strict';
import { createCipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import { workbench } from './support/hooks';

const password = 'harvest-lantern-quartz-88';
/** More than is done without asking. */
const iterations = 1_000_100;

/** A token encrypted to a password (RFC 7518 §4.8). */
function encrypted(content: string): string {
  const alg = 'PBES2-HS256+A128KW';
  const salt = randomBytes(16);
  const header = { alg, enc: 'A128GCM', p2s: salt.toString('base64url'), p2c: iterations };
  const salted = Buffer.concat([Buffer.from(`${alg}\0`), salt]);
  const wrappingKey = pbkdf2Sync(password, salted, iterations, 16, 'sha256');
  const contentKey = randomBytes(16);
  const wrapping = createCipheriv('id-aes128-wrap', wrappingKey, Buffer.alloc(8, 0xa6));
  const encryptedKey = Buffer.concat([wrapping.update(contentKey), wrapping.final()]);
  const protectedHeader = Buffer.from(JSON.stringify(header)).toString('base64url');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-128-gcm', contentKey, iv);
  cipher.setAAD(Buffer.from(protectedHeader));
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  const parts = [encryptedKey, iv, ciphertext, cipher.getAuthTag()];
  return [protectedHeader, ...parts.map((octets) => octets.toString('base64url'))].join('.');
}

describe('JWT: Decrypt Token', () => {
  it('asks before it opens what takes long to open, and shows the content beside the editor', async () => {
    const window = workbench();
    const dialog = window.page.locator('.monaco-dialog-box');
    await window.runCommand('File: New Untitled Text File');
    await window.editor.type(`jwtSecret = '${password}'\n${encrypted('{"sub":"slow"}')}`);
    await window.runCommand('JWT: Decrypt Token');
    await dialog.waitFor();
    assert.match(await dialog.innerText(), new RegExp(`${iterations} rounds`));
    await dialog.getByRole('button', { name: 'Decrypt Anyway' }).click();
    await window.editor.placeOf('Decrypted with jwtSecret');
    await window.editor.placeOf('sub: "slow"');
  });
});
