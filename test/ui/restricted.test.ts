import assert from 'node:assert/strict';
import { openWindow } from './support/hooks';
import { tutorial } from './support/tutorial';

describe('in a workspace that is not trusted', () => {
  it('the hover explains the token, and reads no key file', async () => {
    const window = await openWindow({ trusts: false });
    await window.openFile('README.md');
    const { text } = await window.editor.hoverAt(tutorial.rs256Start);
    assert.match(text, /RS256/);
    assert.match(text, /Jessica Temporal/);
    assert.match(text, /Signature not verified/);
    assert.doesNotMatch(text, /tutorial_id_rsa/);
    await window.screenshot('restricted');
    await window.page.context().close();
  });
});
