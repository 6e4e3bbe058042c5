import assert from 'node:assert/strict';
import { workbench } from './support/hooks';
import { addSecret } from './support/secrets';
import { tutorial } from './support/tutorial';

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
});
