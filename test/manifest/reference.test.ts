import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { referenceText, type Manifest } from '../../scripts/lib/referenceText.mjs';

const json = (name: string): unknown => JSON.parse(readFileSync(name, 'utf8'));

describe('the reference of commands and settings', () => {
  it('says what package.json contributes, each with its words; npm run reference writes it', () => {
    const text = referenceText(
      json('package.json') as Manifest,
      json('package.nls.json') as Readonly<Record<string, string>>,
    );
    assert.doesNotMatch(text, /missing: |undefined|%\w/);
    assert.equal(readFileSync('docs/reference.md', 'utf8'), text);
  });

  it('leaves out commands that the palette does not offer, and keeps bars inside cells', () => {
    const text = referenceText(
      {
        contributes: {
          commands: [
            { command: 'a.shown', title: '%shown%', category: 'A' },
            { command: 'a.hidden', title: 'Hidden' },
          ],
          configuration: [{ title: 'A', properties: { 'a.b': { description: 'this|that', default: 1 } } }],
          menus: { commandPalette: [{ command: 'a.hidden', when: 'false' }] },
        },
      },
      { shown: 'Shown' },
    );
    assert.match(text, /\| \*\*A: Shown\*\* \| `a\.shown` \|/);
    assert.doesNotMatch(text, /hidden/);
    assert.match(text, /\| `a\.b` \| this\\\|that \| `1` \| you, workspace \|/);
  });
});
