import { workbench } from './support/hooks';
import { tutorial } from './support/tutorial';
import { waitFor } from './support/waitFor';

describe('JWT: Compare Tokens', () => {
  it('compares the token at the cursor with another of the document, in the diff editor', async () => {
    const window = workbench();
    await window.runCommand('File: New Untitled Text File');
    await window.editor.type(`${tutorial.expired}\n${tutorial.hs256}`);
    await window.runCommand('JWT: Compare Tokens');
    await window.quickInput.waitUntilOpen('Which token is it compared with?');
    await window.quickInput.choose('Line 1');
    const sides = window.page.locator('.monaco-diff-editor .view-lines');
    await waitFor('both tokens', async () => {
      const texts = (await sides.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
      return texts.includes('"Jess Temporal"') && texts.includes('"Jessica Temporal"');
    });
    await window.screenshot('compare');
  });
});
