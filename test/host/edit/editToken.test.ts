import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeTexts, eventually, hoverOver, hs256, placeOf, untitled } from '../support';

const secret = 'amber-thicket-falcon-2048';
const later = 4_102_444_800;

async function source(claims: object): Promise<{ document: vscode.TextDocument; token: string }> {
  const token = await hs256(claims, secret);
  return { document: await untitled(`jwtSecret = '${secret}'\ntoken = '${token}'\n`), token };
}

/** The document that a command opens for editing, in front. */
async function draftOf(document: vscode.TextDocument, token: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('claimcheck.editToken', placeOf(document, token));
  return await eventually(() => {
    const active = vscode.window.activeTextEditor?.document;
    return Promise.resolve(active?.uri.scheme === 'claimcheck-draft' ? active : undefined);
  });
}

async function replace(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const start = document.getText().indexOf(old);
  assert.ok(start >= 0, document.getText());
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + old.length));
  edit.replace(document.uri, range, text);
  await vscode.workspace.applyEdit(edit);
}

/** The claims of the token that a document holds now. */
function claimsIn(document: vscode.TextDocument): Record<string, unknown> {
  const [, payload = ''] = /eyJ[\w-]*\.([\w-]*)\./.exec(document.getText()) ?? [];
  return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as Record<string, unknown>;
}

function meaningOf({ documentation }: vscode.CompletionItem): string {
  return typeof documentation === 'string' ? documentation : (documentation?.value ?? '');
}

describe('JWT: Edit Token', () => {
  afterEach(closeTexts);

  it('opens header and payload as JSON, signs what is saved with the key that verifies it, and puts it in place', async () => {
    const { document, token } = await source({ sub: '42', exp: later });
    const draft = await draftOf(document, token);
    assert.equal(
      draft.getText(),
      `{\n  "header": {\n    "alg": "HS256",\n    "typ": "JWT"\n  },\n  "payload": {\n    "sub": "42",\n    "exp": ${later}\n  }\n}\n`,
    );
    await replace(draft, '"42"', '"43", "nbf": "2020-01-01"');
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.files.save');
      return document.getText().includes(token) ? undefined : true;
    });
    assert.deepEqual(claimsIn(document), { sub: '43', nbf: 1_577_836_800, exp: later });
    const hover = await hoverOver(document, 'eyJ', 5);
    assert.match(hover!.text, /Signature valid with jwtSecret/);
  });

  it('replaces the token it made, saved once more, and is undone in one step', async () => {
    const { document, token } = await source({ sub: '42' });
    const draft = await draftOf(document, token);
    for (const sub of ['43', '44']) {
      await replace(draft, /"sub": "\d+"/.exec(draft.getText())![0], `"sub": "${sub}"`);
      await vscode.commands.executeCommand('claimcheck.signDraft', draft.uri.toString());
      assert.equal(claimsIn(document)['sub'], sub);
    }
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await eventually(() => Promise.resolve(claimsIn(document)['sub'] === '43' ? true : undefined));
    await vscode.commands.executeCommand('undo');
    await eventually(() => Promise.resolve(document.getText().includes(token) ? true : undefined));
  });

  it('never leaves text unsaved for VS Code to back up on disk', async () => {
    const { document, token } = await source({ sub: '42' });
    const draft = await draftOf(document, token);
    await replace(draft, '"42"', '"43"');
    await eventually(() => Promise.resolve(draft.isDirty ? undefined : true));
    assert.ok(document.getText().includes(token), 'what is only kept is not signed');
    assert.match(draft.getText(), /"43"/);
  });

  it('holds no character of the token in its address', async () => {
    const { document, token } = await source({ sub: '42' });
    const address = decodeURIComponent((await draftOf(document, token)).uri.toString());
    for (const segment of token.split('.')) assert.ok(!address.includes(segment), address);
  });

  it('points at what is wrong as one types', async () => {
    const { document, token } = await source({ sub: '42' });
    const draft = await draftOf(document, token);
    const problems = (): string[] =>
      vscode.languages
        .getDiagnostics(draft.uri)
        .filter((one) => one.source === 'JWT')
        .map((one) => `${draft.getText(one.range)} ${typeof one.code === 'string' ? one.code : ''}`);
    await replace(draft, '"HS256"', '"ES256"');
    await eventually(() =>
      Promise.resolve(problems().includes('"ES256" alg.keyMismatch') ? true : undefined),
    );
    await replace(draft, '"42"', '"42", "exp": "soon"');
    await eventually(() => Promise.resolve(problems().includes('"soon" draft.time') ? true : undefined));
    await replace(draft, '"ES256"', '"HS256"');
    await replace(draft, '"soon"', '"in 2 days"');
    await eventually(() => Promise.resolve(problems().length === 0 ? true : undefined));
  });

  it('completes registered names with their meaning', async () => {
    const { document, token } = await source({ sub: '42' });
    const draft = await draftOf(document, token);
    await replace(draft, '"sub": "42"', '"sub": "42",\n    "e"');
    const position = draft.positionAt(draft.getText().indexOf('"e"') + 2);
    // Until the schema is read, VS Code offers words of other documents, which mean nothing.
    await eventually(async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        draft.uri,
        position,
      );
      const isExp = ({ label }: vscode.CompletionItem): boolean =>
        (typeof label === 'string' ? label : label.label) === 'exp';
      return list.items.filter(isExp).some((item) => /When the token expires/.test(meaningOf(item)))
        ? true
        : undefined;
    });
  });

  it('says in a line above what saving does, and with which key', async () => {
    const { document, token } = await source({ sub: '42' });
    const draft = await draftOf(document, token);
    const lenses = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        draft.uri,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.match(lenses[0]?.command?.title ?? '', /sign with jwtSecret .*replace in .*line 2/);
  });
});

describe('JWT: Extend Token by 1 Hour', () => {
  it('moves the end on, signed with the same key under the same header', async () => {
    const { document, token } = await source({ sub: '42', exp: later, note: '\u00e9' });
    await vscode.commands.executeCommand('claimcheck.extendToken', placeOf(document, token));
    assert.deepEqual(claimsIn(document)['exp'], later + 3600);
    const [header = ''] = token.split('.');
    assert.ok(document.getText().includes(`${header}.`));
    const hover = await hoverOver(document, 'eyJ', 5);
    assert.match(hover!.text, /Signature valid with jwtSecret/);
  });

  it('counts from now for a token that is over', async () => {
    const { document, token } = await source({ exp: 1_516_239_022 });
    const before = Math.floor(Date.now() / 1000);
    await vscode.commands.executeCommand('claimcheck.extendToken', placeOf(document, token));
    const { exp } = claimsIn(document);
    assert.ok(
      typeof exp === 'number' && exp >= before + 3600 && exp <= Date.now() / 1000 + 3600,
      String(exp),
    );
  });
});
