import { createHmac } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addSecret } from '../ui/support/secrets';
import { tutorial } from '../ui/support/tutorial';
import { waitFor } from '../ui/support/waitFor';
import type { Workbench } from '../ui/support/workbench';

/** Something a user does, from an empty window; whoever runs it closes what it leaves open. */
export interface Step {
  readonly name: string;
  readonly run: (window: Workbench, cycle: number) => Promise<void>;
}

const secret = 'granite-willow-compass-31';
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (claims: object): string => {
  const input = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
};
const reader = signed({ sub: 'alice', role: 'reader' });
const [head, , signature] = reader.split('.');
const forged = `${head}.${part({ sub: 'alice', role: 'admin' })}.${signature}`;

const write = (window: Workbench, path: string, text: string): void =>
  writeFileSync(join(window.session.workspace, path), text);

/** Puts the cursor into a token of the sample page. */
async function openAt(window: Workbench, text: string): Promise<void> {
  await window.openFile('README.md');
  await window.editor.putCursor(text, 5);
}

async function inspect(window: Workbench, words: string): Promise<void> {
  await waitFor(`a panel that says ${words}`, async () => {
    const page = await window.webviewFrame('.verdict');
    return (await page.locator('body').innerText()).includes(words);
  });
}

/** What a cycle consists of, in order. */
export const steps: readonly Step[] = [
  {
    name: 'open and hover',
    run: async (window: Workbench): Promise<void> => {
      await window.openFile('README.md');
      for (const token of [tutorial.hs256, tutorial.expired]) await window.editor.hoverAt(token);
      await window.editor.closeHover();
    },
  },
  {
    name: 'edit a document',
    run: async (window: Workbench): Promise<void> => {
      await window.runCommand('File: New Untitled Text File');
      await window.editor.type(`first: ${tutorial.hs256}\n`);
      for (let n = 0; n < 5; n++) await window.editor.type(`again ${n}: ${tutorial.expired}\n`);
      await window.editor.placeOf('again 4');
      for (let n = 0; n < 3; n++) await window.editor.undo();
    },
  },
  {
    name: 'verify with a key of the workspace',
    run: async (window: Workbench): Promise<void> => {
      await openAt(window, tutorial.rs256Start);
      await window.runCommand('JWT: Verify Token');
      await window.quickInput.waitUntilOpen('Which key');
      await window.quickInput.choose('tutorial_id_rsa.pub');
      await window.waitForNotification('Signature valid');
    },
  },
  {
    name: 'inspect, follow the cursor, reload the panel',
    run: async (window: Workbench): Promise<void> => {
      await openAt(window, tutorial.rs256Start);
      await window.runCommand('JWT: Inspect Token');
      await inspect(window, 'Signature valid');
      await window.runCommand('View: Focus First Editor Group');
      await window.editor.putCursor(tutorial.expired, 5);
      await inspect(window, 'Expired');
      await window.runCommand('Developer: Reload Webviews');
      await inspect(window, 'Expired');
    },
  },
  {
    name: 'edit a token, sign it again, take it back',
    run: async (window: Workbench): Promise<void> => {
      write(window, 'soak.txt', `jwtSecret = '${secret}'\ntoken = '${reader}'\n`);
      await window.openFile('soak.txt');
      await window.editor.putCursor(reader, 5);
      await window.runCommand('JWT: Edit Token');
      await window.editor.placeOf('"payload": {');
      await window.editor.select('reader');
      await window.editor.type('writer');
      await window.editor.placeOf('writer');
      const source = window.page.locator('.editor-group-container').first().locator('.view-lines');
      const expected = signed({ sub: 'alice', role: 'writer' });
      await waitFor('the new token in the file', async () => {
        await window.page.keyboard.press('ControlOrMeta+s');
        return (await source.innerText()).includes(expected);
      });
      await window.runCommand('View: Focus First Editor Group');
      await window.runCommand('Undo');
      await waitFor('the old token again', async () => (await source.innerText()).includes(reader));
    },
  },
  {
    name: 'extend a token',
    run: async (window: Workbench): Promise<void> => {
      const token = signed({ sub: 'bob', exp: 4_102_444_800 });
      await window.runCommand('File: New Untitled Text File');
      await window.editor.type(`jwtSecret = '${secret}'\n${token}`);
      await window.runCommand('JWT: Extend Token by 1 Hour');
      await window.editor.placeOf(signed({ sub: 'bob', exp: 4_102_448_400 }));
    },
  },
  {
    name: 'explain why a forged token does not verify',
    run: async (window: Workbench): Promise<void> => {
      write(window, 'soak.py', `SECRET = "${secret}"\n\ntoken = "${reader}"\nforged = "${forged}"\n`);
      await window.openFile('soak.py');
      await window.editor.putCursor(forged, 3);
      await window.runCommand('JWT: Inspect Token');
      await waitFor('what is wrong', async () => {
        const page = await window.webviewFrame('.why');
        return (await page.locator('.why').first().innerText()).includes('Do not accept this token');
      });
    },
  },
  {
    name: 'guess a weak secret',
    run: async (window: Workbench): Promise<void> => {
      await openAt(window, tutorial.expired);
      await window.runCommand('JWT: Check Secret Strength');
      const dialog = window.page.locator('.monaco-dialog-box');
      await dialog.getByRole('button', { name: 'Check', exact: true }).click();
      await window.waitForNotification('Weak secret: found in');
    },
  },
  {
    name: 'show and compare as text',
    run: async (window: Workbench): Promise<void> => {
      await window.runCommand('File: New Untitled Text File');
      await window.editor.type(`${tutorial.hs256}\n${tutorial.expired}`);
      await window.runCommand('JWT: Show Token as Text');
      await window.editor.placeOf('name: "Jess Temporal"');
      await window.runCommand('View: Focus First Editor Group');
      await window.runCommand('JWT: Compare Tokens');
      await window.quickInput.waitUntilOpen('Which token is it compared with?');
      await window.quickInput.choose('Line 1');
      await window.page.locator('.monaco-diff-editor .view-lines').first().waitFor();
    },
  },
  {
    name: 'change keys',
    run: async (window: Workbench, cycle: number): Promise<void> => {
      const file = join('keys', 'soak.jwks.json');
      const key = (kid: string): object => ({
        kty: 'oct',
        kid,
        k: Buffer.from(secret).toString('base64url'),
      });
      await window.runCommand('JWT: Show Keys');
      for (const name of [`soak-a${cycle}`, `soak-b${cycle}`]) {
        write(window, file, JSON.stringify({ keys: [key(name)] }));
        await waitFor('the new key in the view', async () => {
          await window.page.locator('.pane', { hasText: 'JWT Keys' }).locator('.monaco-list').first().focus();
          await window.page.keyboard.press('End');
          const rows = window.page.locator('.pane', { hasText: 'JWT Keys' }).locator('.monaco-list-row');
          return (await rows.allInnerTexts()).join().includes(name);
        });
      }
      rmSync(join(window.session.workspace, file));
      await window.setSettings({ 'claimcheck.keys': [] });
      await addSecret(window, 'soak', tutorial.secret);
      await openAt(window, tutorial.expired);
      await waitFor('a hover that verified', async () =>
        (await window.editor.hoverAt(tutorial.expired)).text.includes('Signature valid'),
      );
      await window.editor.closeHover();
      await window.runCommand('JWT: Forget Secrets');
      const dialog = window.page.locator('.monaco-dialog-box');
      await dialog.getByRole('button', { name: 'Forget All', exact: true }).click();
      await window.setSettings({ 'claimcheck.keys': undefined });
    },
  },
  {
    name: 'find tokens in the workspace',
    run: async (window: Workbench): Promise<void> => {
      await window.runCommand('JWT: Find Tokens in Workspace');
      const pane = window.page.locator('.pane', { hasText: 'JWT Tokens Found' });
      await pane.locator('.monaco-list-row').first().waitFor();
    },
  },
];
