import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverAt, hoverOver, hs256, sample, tutorial, untitled } from './support';

const readme = async (): Promise<vscode.TextDocument> =>
  await vscode.workspace.openTextDocument(sample('README.md'));

/** The nth token of a document's text, by its first characters. */
function tokens(document: vscode.TextDocument): readonly string[] {
  return document.getText().match(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g) ?? [];
}

describe('the hover', () => {
  it('verifies the tutorial’s RS256 token with its author’s public key, nothing configured', async () => {
    const document = await readme();
    const token = tokens(document)[1];
    const hover = await hoverOver(document, token);
    assert.match(hover!.text, /signature (is )?valid|valid signature/i);
    assert.match(hover!.text, /keys\/tutorial_id_rsa\.pub/);
  });

  it('covers exactly the token', async () => {
    const document = await readme();
    for (const token of tokens(document)) {
      for (const at of [0, 1, Math.floor(token.length / 2), token.length - 1]) {
        assert.equal((await hoverOver(document, token, at))!.hoveredText, token);
      }
    }
  });

  it('says of a token with one character changed that no key made its signature', async () => {
    const document = await readme();
    const token = tokens(document)[1];
    const changed = token.slice(0, 60) + (token[60] === 'A' ? 'B' : 'A') + token.slice(61);
    const hover = await hoverOver(await untitled(changed), changed);
    assert.doesNotMatch(hover!.text, /\bis valid\b|signature valid/i);
  });

  it('says expired and does not hide that no key was there to verify with', async () => {
    const document = await untitled(`token = ${tutorial.expired}`);
    const hover = await hoverOver(document, tutorial.expired);
    assert.match(hover!.text, /expired \d+ years ago/i);
    assert.match(hover!.text, /2018/);
  });

  for (const [name, language, wrap] of [
    ['an environment file', 'dotenv', (token: string) => `TOKEN=${token}\n`],
    ['an HTTP file', 'http', (token: string) => `Authorization: Bearer ${token}\n`],
    ['a log', 'log', (token: string) => `08:00 token="${token}", next\n`],
    ['Markdown', 'markdown', (token: string) => `see \`${token}\`.\n`],
    ['Python', 'python', (token: string) => `t = '${token}'\n`],
    ['JSON', 'json', (token: string) => `{"id_token":"${token}"}`],
    ['an unknown language', 'plaintext', (token: string) => `(${token})`],
  ] as const) {
    it(`finds the token in ${name}`, async () => {
      const document = await untitled(wrap(tutorial.hs256), language);
      assert.equal((await hoverOver(document, tutorial.hs256))!.hoveredText, tutorial.hs256);
    });
  }

  it('finds the token in a notebook cell', async () => {
    const notebook = await vscode.workspace.openNotebookDocument(sample('tokens.ipynb'));
    const cell = notebook.getCells().find((one) => one.document.getText().includes('eyJ'))!.document;
    const [token] = tokens(cell);
    assert.equal((await hoverOver(cell, token))!.hoveredText, token);
  });

  it('says nothing where there is no token', async () => {
    const document = await untitled('eyJ.not.a.token and some.dotted.words, 1.2.3');
    for (let character = 0; character < document.getText().length; character += 3) {
      assert.equal(await hoverAt(document, new vscode.Position(0, character)), undefined);
    }
  });

  it('stays silent when its setting is off', async () => {
    const section = vscode.workspace.getConfiguration('claimcheck');
    await section.update('hover.enabled', false, vscode.ConfigurationTarget.Workspace);
    try {
      const document = await untitled(tutorial.hs256);
      assert.equal(await hoverOver(document, tutorial.hs256), undefined);
    } finally {
      await section.update('hover.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('lets Markdown run our own commands and nothing else', async () => {
    const document = await untitled(tutorial.hs256);
    const { markdown } = (await hoverOver(document, tutorial.hs256))!;
    assert.ok(typeof markdown.isTrusted === 'object');
    assert.deepEqual([...markdown.isTrusted.enabledCommands].sort(), [
      'claimcheck.addKey',
      'claimcheck.encodeToken',
      'claimcheck.explainFailure',
      'claimcheck.fixToken',
      'claimcheck.inspectToken',
      'claimcheck.verifyToken',
    ]);
    assert.notEqual(markdown.supportHtml, true);
  });

  it('puts no token and no claim into a link', async () => {
    const token = await hs256({ sub: 'unguessable-subject' }, 'a secret');
    const hover = await hoverOver(await untitled(token), token);
    for (const [, link] of hover!.markdown.value.matchAll(/\]\(([^)]*)\)/g)) {
      assert.doesNotMatch(decodeURIComponent(link), /unguessable|eyJ/);
    }
  });

  it('shows hostile claims as text: no image, no link, no command of theirs', async () => {
    const token = await hs256(
      {
        sub: '![x](https://evil.example/a.png)',
        name: '[click](command:workbench.action.quit)',
        iss: '<img src=https://evil.example/b.png>',
        aud: 'a|b\n```\n![y](https://evil.example/c.png)',
        jti: ' ```\n[z](command:claimcheck.addKey)',
      },
      'a secret',
    );
    const hover = await hoverOver(await untitled(token), token);
    // What stands in a code block is text already; elsewhere an escaped character can begin nothing.
    const text = hover!.markdown.value.replace(/^(`{3,})json$[^]*?^\1$/gm, '').replace(/\\./g, '');
    for (const [, target] of text.matchAll(/\]\(([^)\s]*)/g)) {
      assert.match(
        target,
        /^command:claimcheck\.(inspectToken|verifyToken|explainFailure|encodeToken|addKey)/,
      );
    }
  });

  it('answers on a 64 KB token at its first, middle and last character', async () => {
    const token = await hs256({ sub: 'x'.repeat(48_000) }, 'a secret');
    const document = await untitled(`a ${token} b`);
    for (const at of [0, Math.floor(token.length / 2), token.length - 1]) {
      assert.equal((await hoverOver(document, token, at))!.hoveredText, token);
    }
  });
});
