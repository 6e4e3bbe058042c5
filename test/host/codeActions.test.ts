import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { moveToEnvFile } from '../../src/host/codeActions/moveToEnvFile';
import { told, unsecured, untilCodes, withSetting } from './remarks';
import { eventually, hs256, sample, tutorial, untitled } from './support';

/** Our code actions at a place. */
async function actionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  kind?: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  // VS Code lets go of documents that no editor shows, and an edit would then meet an empty one.
  await vscode.window.showTextDocument(document);
  return await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(position, position),
    kind?.value,
  );
}

async function apply({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert.ok(await vscode.workspace.applyEdit(edit));
  if (command)
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

async function applyTitled(
  document: vscode.TextDocument,
  position: vscode.Position,
  title: string,
): Promise<void> {
  const actions = await actionsAt(document, position);
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `${title} among ${actions.map((one) => one.title).join(', ')}`);
  await apply(action);
}

const section = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('claimcheck');

describe('the editor’s surfaces: code actions', function () {
  this.timeout(120_000);

  it('redact the token: readable, and of no use', async () => {
    const document = await untitled(`t = "${tutorial.hs256}"`);
    await applyTitled(
      document,
      new vscode.Position(0, 20),
      'Redact the token: make it useless, keep it readable',
    );
    const [header, payload] = tutorial.hs256.split('.');
    assert.equal(document.getText(), `t = "${header}.${payload}.REDACTED"`);
  });

  it('offer what commands do, with the place of the token and never the token', async () => {
    const document = await untitled(`t = "${tutorial.hs256}"`);
    const actions = await actionsAt(document, new vscode.Position(0, 20));
    const commands = actions.flatMap(({ command }) => (command ? [command] : []));
    assert.deepEqual(
      commands.map(({ command }) => command),
      ['inspectToken', 'editToken', 'extendToken', 'encodeToken', 'explainFailure', 'moveToEnvFile'].map(
        (name) => `claimcheck.${name}`,
      ),
    );
    for (const command of commands) assert.doesNotMatch(JSON.stringify(command), /eyJ/);
  });

  it('ignore a rule here, then all about the token, by one comment', async () => {
    const document = await untitled(`if x:\n    t = "${unsecured}"\n`, 'python');
    await untilCodes(document, 'expired', 'unsecured');
    await applyTitled(document, new vscode.Position(1, 60), 'Ignore “expired” here');
    assert.equal(document.lineAt(1).text, '    # claimcheck-ignore-next-line expired');
    await untilCodes(document, 'unsecured');
    await applyTitled(document, new vscode.Position(2, 20), 'Ignore “unsecured” here');
    assert.equal(document.lineAt(1).text, '    # claimcheck-ignore-next-line expired, unsecured');
    await untilCodes(document);
  });

  it('extend an expired token, as a fix of its problem', async () => {
    const document = await untitled(`t = ${tutorial.expired}`);
    await untilCodes(document, 'expired');
    const actions = await actionsAt(document, new vscode.Position(0, 80), vscode.CodeActionKind.QuickFix);
    const extend = actions.find(({ command }) => command?.command === 'claimcheck.extendToken')!;
    assert.equal(extend.title, 'Extend the token by one hour, signed anew');
    assert.doesNotMatch(JSON.stringify(extend.command), /eyJ/);
  });

  it('redact a token that is in force, or move it away, as fixes of its problem', async () => {
    const live = await hs256({ sub: '42', exp: Math.floor(Date.now() / 1000) + 86_400 }, 'x'.repeat(64));
    const file = sample('in-force.txt');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`t = ${live}\n`));
    try {
      const document = await vscode.workspace.openTextDocument(file);
      await untilCodes(document, 'liveToken');
      const fixes = await actionsAt(document, new vscode.Position(0, 6), vscode.CodeActionKind.QuickFix);
      assert.deepEqual(
        fixes.slice(0, 2).map(({ title }) => title),
        ['Move the token to a variable in .env…', 'Redact the token: make it useless, keep it readable'],
      );
      await apply(fixes[1]);
      assert.match(document.getText(), /\.REDACTED\n$/);
      await document.save();
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('offer no comment where the language has none', async () => {
    const document = await untitled(`{"t": "${unsecured}"}`, 'json');
    await untilCodes(document, 'expired', 'unsecured');
    const titles = (await actionsAt(document, new vscode.Position(0, 12))).map(({ title }) => title);
    assert.ok(!titles.some((title) => title.startsWith('Ignore')), titles.join());
    assert.ok(titles.includes('Turn the rule “unsecured” off'), titles.join());
  });

  it('turn a rule off in the settings of the workspace', async () => {
    const document = await untitled(unsecured);
    await untilCodes(document, 'expired', 'unsecured');
    try {
      await applyTitled(document, new vscode.Position(0, 5), 'Turn the rule “unsecured” off');
      await untilCodes(document, 'expired');
      assert.deepEqual(section().get('diagnostics.rules'), { unsecured: 'off' });
    } finally {
      await section().update('diagnostics.rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('leave a file alone', async () => {
    const file = sample('odd [name].txt');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(unsecured));
    try {
      const document = await vscode.workspace.openTextDocument(file);
      await untilCodes(document, 'expired', 'unsecured');
      await applyTitled(document, new vscode.Position(0, 5), 'Leave tokens of this file alone');
      await eventually(() => Promise.resolve(told(document).length === 0 || undefined));
    } finally {
      await section().update('ignore', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(file);
    }
  });

  it('are none where there is no token, and none when switched off', async () => {
    const document = await untitled(`no token here\n${tutorial.hs256}`);
    assert.deepEqual(await actionsAt(document, new vscode.Position(0, 3)), []);
    await withSetting('codeActions.enabled', false, async () => {
      assert.deepEqual(await actionsAt(document, new vscode.Position(1, 20)), []);
    });
  });
});

describe('the editor’s surfaces: moving a token to .env', function () {
  this.timeout(120_000);
  const environment = sample('.env');
  const { window } = vscode;

  /** Runs the command at the token, with an answer to the question for a name. */
  async function move(document: vscode.TextDocument, name: (suggested: string) => string): Promise<void> {
    const ask = Object.getOwnPropertyDescriptor(window, 'showInputBox');
    Object.defineProperty(window, 'showInputBox', {
      configurable: true,
      value: ({ value = '' }: vscode.InputBoxOptions) => Promise.resolve(name(value)),
    });
    const tell = Object.getOwnPropertyDescriptor(window, 'showInformationMessage');
    Object.defineProperty(window, 'showInformationMessage', {
      configurable: true,
      value: (_text: string, add: string) => Promise.resolve(add),
    });
    try {
      const line = document
        .getText()
        .split('\n')
        .findIndex((text) => text.includes('eyJ'));
      const character = document.lineAt(line).text.indexOf('eyJ') + 5;
      await moveToEnvFile({ uri: document.uri.toString(), line, character });
    } finally {
      Object.defineProperty(window, 'showInputBox', ask!);
      Object.defineProperty(window, 'showInformationMessage', tell!);
    }
  }

  const read = async (uri: vscode.Uri): Promise<string | undefined> =>
    await vscode.workspace.fs.readFile(uri).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => undefined,
    );

  it('writes the variable, reads it where the token stood, and keeps the file out of version control', async () => {
    const ignore = sample('.gitignore');
    const before = [await read(environment), await read(ignore)];
    try {
      const token = await hs256({ sub: '42' }, 'x'.repeat(32));
      const document = await untitled(`api_token = 'Bearer ${token}'\n`, 'ruby');
      await move(document, (suggested) => {
        assert.equal(suggested, 'API_TOKEN');
        return 'MOVED_TOKEN';
      });
      assert.equal(document.getText(), 'api_token = \'Bearer \' + ENV.fetch("MOVED_TOKEN")\n');
      assert.equal(await read(environment), `${before[0] ?? ''}MOVED_TOKEN=${token}\n`);
      assert.equal(await read(ignore), `${before[1] ?? ''}/.env\n`);
    } finally {
      for (const [index, uri] of [environment, ignore].entries()) {
        const text = before[index];
        if (text === undefined) await Promise.resolve(vscode.workspace.fs.delete(uri)).catch(() => undefined);
        else await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      }
    }
  });
});
