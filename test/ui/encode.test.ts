import assert from 'node:assert/strict';
import { workbench } from './support/hooks';
import { addSecret } from './support/secrets';
import { tutorial } from './support/tutorial';
import { waitFor } from './support/waitFor';

describe('JWT: Encode Token', () => {
  const secretName = 'encode-test';
  before(() => addSecret(workbench(), secretName, tutorial.secret));

  it('signs a JSON selection into exactly the token PyJWT makes of it, in one undo step', async () => {
    const window = workbench();
    const claims = '{"sub":"4242","name":"Jessica Temporal","nickname":"Jess"}';
    await window.setSettings({ 'claimcheck.encode.sortHeader': false });
    await window.runCommand('File: New Untitled Text File');
    await window.editor.type(claims);
    await window.runCommand('Select All');
    await window.runCommand('JWT: Encode Token');
    await window.quickInput.waitUntilOpen('Which algorithm?');
    await window.quickInput.choose('HS256');
    await window.quickInput.waitUntilOpen('Which key signs it?');
    await window.quickInput.choose(secretName);
    await window.quickInput.waitUntilOpen('Where should it go?');
    await window.quickInput.choose('Replace the Selection');
    await window.editor.placeOf(tutorial.hs256);
    assert.equal(await window.editor.text(), tutorial.hs256);
    assert.match((await window.editor.hoverAt(tutorial.hs256)).text, /Signature valid/);
    await window.runCommand('Undo');
    await window.editor.placeOf(claims);
    assert.equal(await window.editor.text(), claims);
    await window.setSettings({ 'claimcheck.encode.sortHeader': undefined });
  });

  it('signs a fresh claims set from the palette, hovered and verified at once', async () => {
    const window = workbench();
    await window.runCommand('File: New Untitled Text File');
    await window.runCommand('JWT: Encode Token');
    await window.quickInput.waitUntilOpen('What kind of token?');
    await window.quickInput.choose('Claims in one line');
    await window.quickInput.waitUntilOpen('The claims set, as JSON');
    const hourAhead = Math.floor(Date.now() / 1000) + 3600;
    await window.quickInput.answer(
      `{"user_id":123,"username":"john_doe","roles":["admin"],"exp":${hourAhead}}`,
    );
    await window.quickInput.waitUntilOpen('Which algorithm?');
    await window.quickInput.choose('HS256');
    await window.quickInput.waitUntilOpen('Which key signs it?');
    await window.quickInput.choose(secretName);
    await window.quickInput.waitUntilOpen('Where should it go?');
    await window.quickInput.choose('Insert at the Cursor');
    const { text } = await window.editor.hoverAt('eyJ');
    assert.match(text, /Signature valid/);
    assert.match(text, /In force, expires in/);
    assert.match(text, /john_doe/);
  });

  /** Begins with a template beside a new page, and saves it until a question comes. */
  async function saveTemplate(
    template: string,
    ...changes: readonly (readonly [string, string])[]
  ): Promise<void> {
    const window = workbench();
    await window.runCommand('File: New Untitled Text File');
    await window.runCommand('JWT: Encode Token');
    await window.quickInput.waitUntilOpen('What kind of token?');
    await window.quickInput.choose(template);
    await window.editor.placeOf('"payload": {');
    for (const [from, to] of changes) {
      await window.editor.select(from);
      await window.editor.type(to);
      await window.editor.placeOf(to);
    }
    await waitFor('the question for a key', async () => {
      await window.page.keyboard.press('ControlOrMeta+s');
      await window.quickInput.root.waitFor({ timeout: 3000 });
      return true;
    });
  }

  it('signs a template that was edited, and puts the token where the cursor was', async () => {
    const window = workbench();
    await saveTemplate('First token');
    await window.quickInput.waitUntilOpen('Which key signs it?');
    assert.ok((await window.quickInput.items()).some((item) => item.includes('Generate key')));
    await window.quickInput.choose(secretName);
    await window.quickInput.waitUntilOpen('Where should it go?');
    await window.quickInput.choose('Insert into');
    const source = window.page.locator('.editor-group-container').first().locator('.view-lines');
    await waitFor('the token', async () => (await source.innerText()).includes(tutorial.hs256));
  });

  it('signs a token, encrypts it, and decrypts it again', async () => {
    const window = workbench();
    await saveTemplate('Signed and encrypted token', ['RS256', 'HS256'], ['RSA-OAEP-256', 'ECDH-ES']);
    await window.quickInput.waitUntilOpen('Which key signs it?');
    await window.quickInput.choose(secretName);
    await window.quickInput.waitUntilOpen('Whose key is it encrypted to?');
    await window.quickInput.choose('gateway-private.pem');
    await window.quickInput.waitUntilOpen('Where should it go?');
    await window.quickInput.choose('Insert into');
    await window.runCommand('View: Focus First Editor Group');
    await window.editor.placeOf('eyJ');
    await window.runCommand('JWT: Decrypt Token');
    await window.editor.placeOf('Decrypted with keys/gateway-private.pem');
    await window.editor.putCursor({ line: 38, column: 1 });
    await window.editor.placeOf('Token inside');
    await window.editor.placeOf(`Signature valid with ${secretName}`);
  });
});
