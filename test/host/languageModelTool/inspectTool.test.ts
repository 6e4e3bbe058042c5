import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import { inspectTool, registerInspectTool } from '../../../src/host/languageModelTool/inspectTool';
import type { ToolPorts } from '../../../src/host/languageModelTool/toolPorts';
import { toolNames } from '../../../src/host/platform/ids';
import { withSetting } from '../remarks';
import { eventually, sample, tutorial, untitled } from '../support';
import { testPorts } from '../testPorts';

/** Does something while the user lets language models ask. */
async function withTool(work: (ports: ToolPorts) => Promise<void>): Promise<void> {
  const { keys, ...ports } = testPorts();
  const section = vscode.workspace.getConfiguration('claimcheck');
  await section.update('ai.enabled', true, vscode.ConfigurationTarget.Global);
  try {
    await work({ ...ports, isTrusted: () => true });
  } finally {
    await section.update('ai.enabled', undefined, vscode.ConfigurationTarget.Global);
    keys.dispose();
  }
}

/** What the tool answers, as text. */
async function ask(ports: ToolPorts, input: unknown): Promise<string> {
  const options = {
    input,
    toolInvocationToken: undefined,
  } as vscode.LanguageModelToolInvocationOptions<object>;
  const result = await inspectTool(ports).invoke(options, new vscode.CancellationTokenSource().token);
  const [part] = result!.content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return part.value;
}

async function refusal(ports: ToolPorts, input: unknown): Promise<string> {
  return await ask(ports, input).then(
    (text) => assert.fail(text),
    (error: unknown) => (error as Error).message,
  );
}

interface Told {
  readonly data: {
    readonly place: unknown;
    readonly claims: readonly { readonly name: string; readonly value: string }[];
    readonly verdict: { readonly signature: { readonly text: string } };
  };
}
const line = (document: vscode.TextDocument, text: string): number =>
  document.positionAt(document.getText().indexOf(text)).line + 1;

describe('the tool for language models', () => {
  it('is offered by the extension, and by nothing where VS Code has no such API', () => {
    const { keys, ...given } = testPorts();
    keys.dispose();
    const ports = { ...given, isTrusted: () => true };
    for (const registry of [undefined, {}]) registerInspectTool(ports, registry).dispose();
    const registered: string[] = [];
    const registerTool = (name: string): vscode.Disposable => {
      registered.push(name);
      return new vscode.Disposable(() => registered.pop());
    };
    const registration = registerInspectTool(ports, { registerTool });
    assert.deepEqual(registered, [toolNames.inspectToken]);
    registration.dispose();
    assert.deepEqual(registered, []);
  });

  it('answers about a token by its place: redacted JSON, with the verdict of the workspace’s keys', async () => {
    const document = await vscode.workspace.openTextDocument(sample('tutorial.py'));
    await withTool(async (ports) => {
      for (const file of [
        'tutorial.py',
        document.uri.toString(),
        document.uri.path,
        './keys/../tutorial.py',
      ]) {
        const text = await ask(ports, { file, line: line(document, tutorial.hs256) });
        const { data } = JSON.parse(text) as Told;
        assert.deepEqual(data.place, { file: 'tutorial.py', line: 9, column: 10 });
        assert.match(data.verdict.signature.text, /^Signature valid with /);
        assert.deepEqual(
          data.claims.map(({ value }) => value),
          Array(3).fill('(masked text)'),
        );
        for (const part of tutorial.hs256.split('.')) assert.ok(!text.includes(part), part);
        assert.doesNotMatch(text, /Jessica|4242|my_super_secret/);
      }
    });
  });

  it('means the token at the cursor of the active editor when asked without a place', async () => {
    const document = await untitled(`x\na ${tutorial.expired} b ${tutorial.hs256}`);
    const editor = await vscode.window.showTextDocument(document);
    await withTool(async (ports) => {
      editor.selection = new vscode.Selection(1, 10, 1, 10);
      const { place } = (JSON.parse(await ask(ports, {})) as Told).data;
      assert.deepEqual(place, { file: document.uri.path, line: 2, column: 3 });
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      assert.match(
        await refusal(ports, {}),
        /^There are 2 tokens in this file.*: line 2 column 3, line 2 column \d+\.$/,
      );
    });
  });

  it('says where tokens stand when there is none, or more than one, at the place', async () => {
    await withTool(async (ports) => {
      assert.match(
        await refusal(ports, { file: 'tutorial.py', line: 1 }),
        /no token on line 1\. Tokens stand at line 9 column 10, /,
      );
      assert.match(
        await refusal(ports, { file: 'tutorial.py', line: 4000 }),
        /^The file has only \d+ lines\./,
      );
      assert.match(await refusal(ports, { file: 'tutorial.py' }), /^There are 2 tokens in this file\./);
      assert.equal(
        await refusal(ports, { file: 'claims.json', line: 1 }),
        'There is no token on line 1. The file has none.',
      );
    });
  });

  it('opens nothing outside the workspace, and nothing that is no file', async () => {
    const root = sample('.').path;
    await withTool(async (ports) => {
      for (const file of [
        '../x.txt',
        '/etc/hosts',
        'file:///etc/hosts',
        `file://${root}/%2e%2e/x`,
        `${root}/../x`,
        'https://a.example/b',
        'untitled:x',
        'a\\..\\..\\b',
        '::',
      ])
        assert.match(await refusal(ports, { file, line: 1 }), /not in the workspace|no such file/, file);
      assert.match(await refusal(ports, { file: 'keys', line: 1 }), /no such file/);
      // Windows lets few users make links.
      const link = sample('a-link.txt');
      const isMade = await symlink('/etc/hosts', link.fsPath).then(
        () => true,
        () => false,
      );
      if (!isMade) return;
      try {
        assert.match(await refusal(ports, { file: 'a-link.txt', line: 1 }), /symbolic link/);
      } finally {
        await vscode.workspace.fs.delete(link);
      }
    });
  });

  it('takes no token, and nothing else than a place', async () => {
    await withTool(async (ports) => {
      assert.match(await refusal(ports, { token: tutorial.hs256 }), /Do not send a token/);
      for (const input of [undefined, null, 'eyJ', [], 3])
        assert.match(await refusal(ports, input), /^Send an object/);
      for (const input of [
        { line: 0 },
        { line: 1.5 },
        { line: '3' },
        { line: 1, column: -1 },
        { column: 2 },
        { file: 7 },
        { file: '' },
      ])
        assert.match(await refusal(ports, input), /must be|needs a/, JSON.stringify(input));
    });
  });

  it('leaves alone what the user excluded, and workspaces that are not trusted', async () => {
    await withTool(async (ports) => {
      await withSetting('ignore', ['tutorial.py'], async () => {
        assert.match(await refusal(ports, { file: 'tutorial.py', line: 9 }), /claimcheck\.ignore/);
      });
      const untrusted = { ...ports, isTrusted: () => false };
      assert.match(await refusal(untrusted, { file: 'tutorial.py', line: 9 }), /not trusted/);
    });
  });

  it('tells of a defect of ours to the log, and stops when it is no longer wanted', async () => {
    await withTool(async (ports) => {
      const logged: string[] = [];
      const broken: ToolPorts = {
        ...ports,
        log: { ...ports.log, error: (message) => void logged.push(message) },
        verifier: { verify: () => Promise.reject(new Error('inner detail')) },
      };
      assert.doesNotMatch(await refusal(broken, { file: 'tutorial.py', line: 9 }), /inner detail/);
      assert.match(logged.join(), /inner detail/);
      const options = { input: { file: 'tutorial.py', line: 9 }, toolInvocationToken: undefined };
      const source = new vscode.CancellationTokenSource();
      source.cancel();
      await assert.rejects(
        Promise.resolve(inspectTool(ports).invoke(options, source.token)),
        (error) => error instanceof vscode.CancellationError,
      );
    });
  });

  it('asks the user first, in plain text, and names the place', async () => {
    await withTool(async (ports) => {
      const options = { input: { file: 'tutorial.py', line: 9 } };
      const prepared = await inspectTool(ports).prepareInvocation!(
        options,
        new vscode.CancellationTokenSource().token,
      );
      const message = prepared!.confirmationMessages!.message as vscode.MarkdownString;
      assert.match(message.value.replaceAll('\\', ''), /line 9 of tutorial\.py/);
      assert.ok(!message.isTrusted && !message.supportHtml);
    });
  });

  it('is turned on by the user alone, never by a workspace', async () => {
    const section = vscode.workspace.getConfiguration('claimcheck');
    await assert.rejects(
      Promise.resolve(section.update('ai.enabled', true, vscode.ConfigurationTarget.Workspace)),
    );
    assert.equal(section.get('ai.enabled'), false);
  });

  it('is refused to every caller until the user turns it on, before anything is asked', async () => {
    const invoke = async (input: object): Promise<unknown> =>
      await vscode.lm.invokeTool(toolNames.inspectToken, { input, toolInvocationToken: undefined });
    await assert.rejects(invoke({ file: 'tutorial.py', line: 9 }), /claimcheck\.ai\.enabled/);
    await withTool(async () => {
      await eventually(async () => {
        const message = await invoke({ file: '/etc/hosts', line: 1 }).then(String, String);
        return /not in the workspace/.test(message) ? message : undefined;
      });
    });
  });
});
