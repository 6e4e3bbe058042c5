import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import * as vscode from 'vscode';
import { pasteEditProvider } from '../../src/host/pasteAs/pasteAs';
import { terminalLinkProvider } from '../../src/host/terminalLinks/terminalLinks';
import { readSettings } from '../../src/host/platform/settings';
import { withSetting } from './remarks';
import { hs256, sample, tutorial, untitled } from './support';
import { testPorts } from './testPorts';

const never = new vscode.CancellationTokenSource().token;

describe('the editor’s surfaces: Paste As…', () => {
  const { keys, verifier } = testPorts();
  const provider = pasteEditProvider({ keys, verifier });
  after(() => keys.dispose());

  /** The edits that a paste of a text into a document would offer, by their titles. */
  async function edits(
    text: string,
    {
      triggerKind = vscode.DocumentPasteTriggerKind.PasteAs,
      content = '',
    }: { readonly triggerKind?: vscode.DocumentPasteTriggerKind; readonly content?: string } = {},
  ): Promise<ReadonlyMap<string, vscode.DocumentPasteEdit>> {
    const transfer = new vscode.DataTransfer();
    transfer.set('text/plain', new vscode.DataTransferItem(text));
    const found = await provider.provideDocumentPasteEdits?.(
      await untitled(content),
      [new vscode.Range(0, 0, 0, 0)],
      transfer,
      { only: undefined, triggerKind },
      never,
    );
    return new Map((found ?? []).map((edit) => [edit.title, edit]));
  }

  /** What they insert. */
  async function offered(...request: Parameters<typeof edits>): Promise<ReadonlyMap<string, string>> {
    return new Map(
      [...(await edits(...request))].map(([title, { insertText }]) => [
        title,
        typeof insertText === 'string' ? insertText : insertText.value,
      ]),
    );
  }

  /** What is inserted by the token signed again. */
  async function signed(text: string, content = ''): Promise<string> {
    const edit = (await edits(text, { content })).get('Paste Token Signed Anew')!;
    const resolved = await provider.resolveDocumentPasteEdit!(edit, never);
    return resolved!.insertText as string;
  }

  it('offers a token decoded, and a text with its tokens redacted', async () => {
    const edits = await offered(`Bearer ${tutorial.hs256}`);
    assert.match(edits.get('Paste Token as Decoded JSON')!, /"name": "Jessica Temporal"/);
    assert.match(edits.get('Paste with Tokens Redacted')!, /^Bearer eyJ[\w-]+\.eyJ[\w-]+\.REDACTED$/);
  });

  it('leaves a plain paste alone, and texts without a token', async () => {
    const { Automatic } = vscode.DocumentPasteTriggerKind;
    assert.equal((await offered(tutorial.hs256, { triggerKind: Automatic })).size, 0);
    assert.equal((await offered('no token. here')).size, 0);
  });

  it('signs a token again with its own key, under the very same header', async () => {
    const secret = 'a-secret-of-the-page-it-is-pasted-into';
    const token = await hs256({ sub: '42' }, secret, { typ: 'JWT', alg: 'HS256', kid: 'own' });
    assert.equal(await signed(`Bearer ${token},`, `secret = "${secret}"`), `Bearer ${token},`);
  });

  it('signs it with the only key that fits where none made it, which then verifies it', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const file = sample('only-p384.pem');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(pem));
    try {
      const [header, payload] = ['{"alg":"ES384"}', '{"sub":"pasted"}'].map((json) =>
        Buffer.from(json).toString('base64url'),
      );
      keys.refresh();
      const token = await signed(`${header}.${payload}.AAAA`);
      assert.equal(token.split('.')[1], payload);
      const { report } = await verifier.verify(token, readSettings());
      assert.equal(report.signatures[0].status, 'valid');
    } finally {
      await vscode.workspace.fs.delete(file);
      keys.refresh();
    }
  });

  it('asks where several may fit, and pastes nothing when the user turns away', async () => {
    const content = 'secret_one = "first-secret-0123"\nsecret_two = "second-secret-0123"';
    const token = await hs256({ sub: '42' }, 'a secret that nobody here knows');
    const turningAway = setInterval(
      () => void vscode.commands.executeCommand('workbench.action.closeQuickOpen'),
      100,
    );
    try {
      await assert.rejects(signed(token, content), (error) => error instanceof vscode.CancellationError);
    } finally {
      clearInterval(turningAway);
    }
  });

  it('offers to sign none that is encrypted, unsecured, or one of many', async () => {
    const none = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiI0MiJ9.';
    const jwe = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA';
    for (const text of [none, jwe, `${tutorial.hs256} ${tutorial.expired}`])
      assert.ok(!(await edits(text)).has('Paste Token Signed Anew'), text);
  });

  it('offers nothing when switched off', async () => {
    await withSetting('pasteAs.enabled', false, async () => {
      assert.equal((await offered(tutorial.hs256)).size, 0);
    });
  });
});

describe('the editor’s surfaces: links in the terminal', () => {
  const shown: string[] = [];
  const provider = terminalLinkProvider({
    now: () => 1_767_225_600,
    inspector: { show: ({ text }) => Promise.resolve(void shown.push(text)) },
  });
  type Link = NonNullable<Awaited<ReturnType<typeof provider.provideTerminalLinks>>>[number];

  async function links(line: string): Promise<readonly Link[]> {
    const context = { line } as vscode.TerminalLinkContext;
    return (await provider.provideTerminalLinks(context, never)) ?? [];
  }

  it('cover exactly the tokens, say what they are, and open the inspector', async () => {
    const [first, second, ...others] = await links(`a ${tutorial.expired}, ${tutorial.hs256}.`);
    assert.deepEqual([first.startIndex, first.length, others], [2, tutorial.expired.length, []]);
    assert.match(first.tooltip!, /HS256 · expired \d+ years ago/);
    assert.equal(second.length, tutorial.hs256.length);
    await provider.handleTerminalLink(second);
    assert.deepEqual(shown, [tutorial.hs256]);
  });

  it('are none where there is no token, at most twenty in a line, and none when switched off', async () => {
    assert.deepEqual(await links('eyJ.not.one http://a.b.c'), []);
    assert.equal((await links(`${tutorial.hs256} `.repeat(50))).length, 20);
    await withSetting('terminalLinks.enabled', false, async () => {
      assert.deepEqual(await links(tutorial.hs256), []);
    });
  });
});

describe('the editor’s surfaces: languages', () => {
  it('know .jwt files, and read .jwk and .jwks as JSON', async () => {
    const known = await vscode.languages.getLanguages();
    assert.ok(known.includes('jwt'));
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('untitled:/a.jwks'));
    assert.equal(document.languageId, 'json');
  });
});
