import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserStorage } from './support/browserStorage';
import { workbench } from './support/hooks';
import { addSecret } from './support/secrets';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Everything in a folder that is a file, as bytes. */
function filesBelow(folder: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file, readFileSync(file)] as const);
}

describe('after a session', () => {
  const secret = `kept-nowhere ${randomUUID()}`;
  const subject = `subject-${randomUUID()}`;
  const issuer = `https://${randomUUID()}.example`;
  const input = `${part({ alg: 'HS256', kid: `kid-${randomUUID()}` })}.${part({ iss: issuer, sub: subject })}`;
  const signature = createHmac('sha256', secret).update(input).digest('base64url');
  const token = `${input}.${signature}`;

  /** What must not be found, in every spelling that something might have written it in. */
  const hidden: readonly (readonly [string, string])[] = [
    ['the secret', secret],
    ['the secret in base64', Buffer.from(secret).toString('base64').replace(/=+$/, '')],
    ['the secret in base64url', Buffer.from(secret).toString('base64url')],
    ['the secret in hexadecimal', Buffer.from(secret).toString('hex')],
    ['the token', token],
    ['the payload', token.split('.')[1]],
    ['the signature', signature],
    ['the subject', subject],
    ['the issuer', issuer],
  ];

  it('no secret, token or claim is in settings, mementos, logs, storage or the profile on disk', async () => {
    const window = workbench();
    const document = join(window.session.workspace, 'kept.txt');
    writeFileSync(document, `token: ${token}\n`);
    try {
      await addSecret(window, 'kept-test', secret);
      await window.openFile('kept.txt');
      await window.editor.putCursor(token, 5);
      await window.runCommand('JWT: Pick Key for This Token');
      await window.quickInput.waitUntilOpen('Which key signs');
      await window.quickInput.choose('kept-test');
      await window.waitForNotification('Signature valid');
      await window.webviewFrame();
      // What VS Code keeps in memory goes to its stores after a while.
      await new Promise((resolve) => setTimeout(resolve, 3000));

      const stored = String(await window.page.evaluate(browserStorage));
      assert.match(stored, /claimcheck\.picks/, 'the pick itself is remembered, so the stores were read');
      for (const [name, text] of hidden)
        assert.ok(!stored.includes(text), `${name} is in the browser’s storage`);

      const profile = join(window.session.logsFolder, '..', '..');
      const settings = join(window.session.workspace, '.vscode');
      const files = [...filesBelow(profile), ...filesBelow(settings)];
      assert.ok(files.some(([file]) => file.endsWith('Claimcheck.log')));
      assert.ok(files.some(([file, bytes]) => file.startsWith(settings) && bytes.includes('kept-test')));
      for (const [file, bytes] of files)
        for (const [name, text] of hidden) assert.ok(!bytes.includes(text), `${name} is in ${file}`);
    } finally {
      rmSync(document, { force: true });
    }
  });
});
