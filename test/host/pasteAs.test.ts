import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pasteEditProvider } from '../../src/host/pasteAs/pasteAs';
import { terminalLinkProvider } from '../../src/host/terminalLinks/terminalLinks';
import { withSetting } from './remarks';
import { tutorial, untitled } from './support';

const never = new vscode.CancellationTokenSource().token;

/** What a paste of a text would offer, as titles with what they insert. */
async function offered(
  text: string,
  triggerKind = vscode.DocumentPasteTriggerKind.PasteAs,
): Promise<ReadonlyMap<string, string>> {
  const transfer = new vscode.DataTransfer();
  transfer.set('text/plain', new vscode.DataTransferItem(text));
  const edits = await pasteEditProvider.provideDocumentPasteEdits?.(
    await untitled(''),
    [new vscode.Range(0, 0, 0, 0)],
    transfer,
    { only: undefined, triggerKind },
    never,
  );
  return new Map(
    (edits ?? []).map(({ title, insertText }) => [
      title,
      typeof insertText === 'string' ? insertText : insertText.value,
    ]),
  );
}

describe('the editor’s surfaces: Paste As…', () => {
  it('offers a token decoded, and a text with its tokens redacted', async () => {
    const edits = await offered(`Bearer ${tutorial.hs256}`);
    assert.match(edits.get('Paste Token as Decoded JSON')!, /"name": "Jessica Temporal"/);
    assert.match(edits.get('Paste with Tokens Redacted')!, /^Bearer eyJ[\w-]+\.eyJ[\w-]+\.REDACTED$/);
  });

  it('leaves a plain paste alone, and texts without a token', async () => {
    const { Automatic } = vscode.DocumentPasteTriggerKind;
    assert.equal((await offered(tutorial.hs256, Automatic)).size, 0);
    assert.equal((await offered('no token. here')).size, 0);
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
