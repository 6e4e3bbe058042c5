import assert from 'node:assert/strict';
import { workbench } from './support/hooks';
import { tutorial } from './support/tutorial';
import { waitFor } from './support/waitFor';

describe('JWT: Show Token as Text', () => {
  it('says beside the editor all that the panel says, and follows the token', async () => {
    const window = workbench();
    await window.runCommand('File: New Untitled Text File');
    await window.editor.type(`token: ${tutorial.expired}`);
    await window.runCommand('JWT: Show Token as Text');
    await window.editor.placeOf('name: "Jess Temporal"');
    const text = await window.editor.text();
    assert.match(text, /Expired \d+ years ago/);
    assert.match(text, /sub: "42" — Whom or what the token is about\./);
    await window.runCommand('View: Focus First Editor Group');
    await window.editor.putCursor({ line: 1, column: 1 });
    await window.editor.select(tutorial.expired);
    await window.editor.type(tutorial.hs256);
    await window.runCommand('View: Focus Next Editor Group');
    await waitFor('the text of the new token', async () =>
      /name: "Jessica Temporal"/.test(await window.editor.text()),
    );
  });
});
