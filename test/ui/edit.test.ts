import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbench } from './support/hooks';
import { waitFor } from './support/waitFor';

const secret = 'granite-willow-compass-31';
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (claims: object): string => {
  const input = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
};

describe('JWT: Edit Token', () => {
  const token = signed({ sub: 'alice', role: 'reader' });
  const file = 'edited.txt';
  const path = (): string => join(workbench().session.workspace, file);
  beforeEach(() => writeFileSync(path(), `jwtSecret = '${secret}'\ntoken = '${token}'\n`));
  after(() => rmSync(path(), { force: true }));

  /** Opens the file and its token for editing, and puts `to` where `from` stands. */
  async function edit(from: string, to: string): Promise<void> {
    const window = workbench();
    await window.openFile(file);
    await window.editor.putCursor(token, 5);
    await window.runCommand('JWT: Edit Token');
    await window.editor.placeOf('"payload": {');
    await window.editor.select(from);
    await window.editor.type(to);
    await window.editor.placeOf(to);
  }

  it('signs what is saved and replaces the token, undone in one step: all by keyboard', async () => {
    const window = workbench();
    await edit('reader', 'writer');
    await window.page.locator('.statusbar-item', { hasText: 'jwtSecret' }).waitFor();
    await window.screenshot('edit');
    const expected = signed({ sub: 'alice', role: 'writer' });
    const source = window.page.locator('.editor-group-container').first().locator('.view-lines');
    await waitFor('the new token in the file', async () => {
      await window.page.keyboard.press('ControlOrMeta+s');
      return (await source.innerText()).includes(expected);
    });
    await window.runCommand('View: Focus First Editor Group');
    await window.runCommand('Undo');
    await waitFor('the old token again', async () => (await source.innerText()).includes(token));
  });

  it('writes nothing of what is typed to disk, saved or not', async () => {
    const window = workbench();
    const claim = `claim-${randomUUID()}`;
    await edit('reader', claim);
    // VS Code backs up what is not saved a second or two after it was typed.
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const profile = join(window.session.logsFolder, '..', '..');
    const files = readdirSync(profile, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    assert.ok(files.length > 3);
    for (const one of files) assert.ok(!readFileSync(one).includes(claim), one);
  });
});

describe('JWT: Extend Token by 1 Hour', () => {
  it('is one command', async () => {
    const window = workbench();
    const token = signed({ sub: 'bob', exp: 4_102_444_800 });
    await window.runCommand('File: New Untitled Text File');
    await window.editor.type(`jwtSecret = '${secret}'\n${token}`);
    await window.runCommand('JWT: Extend Token by 1 Hour');
    await window.editor.placeOf(signed({ sub: 'bob', exp: 4_102_448_400 }));
  });
});
