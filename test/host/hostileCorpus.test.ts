import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { AuditEntry } from '../../src/core/audit/auditEntry';
import { scanTokens } from '../../src/core/detect/scan';
import { parseToken } from '../../src/core/jose/parseToken';
import type { KeySummary } from '../../src/core/keys/key';
import { visible } from '../../src/core/present/escape';
import { formsOf } from '../../src/host/copyAs/copyTokenAs';
import { TokenIndexes } from '../../src/host/documents/tokenIndexes';
import { KeyFileReader } from '../../src/host/keys/keyFileReader';
import { keyDescription, keyLabel } from '../../src/host/keys/keyLabel';
import { plain } from '../../src/host/platform/plain';
import { keyTreeItem } from '../../src/host/keysView/keyTreeItem';
import { inspectTool } from '../../src/host/languageModelTool/inspectTool';
import { terminalLinkProvider } from '../../src/host/terminalLinks/terminalLinks';
import { foundTreeItem } from '../../src/host/workspaceTokens/foundNodes';
import { hostileTexts } from '../core/present/hostileTexts';
import { hostileTokens } from '../hostile/corpus/corpus';
import { assertOnlyOurs, assertSeen } from '../hostile/shown';
import { fullSummary } from '../support/aReport';
import { renderMarkdown } from '../support/renderedMarkdown';
import { replace, whole, withSetting } from './remarks';
import { eventually, hoverAt, sample, untitled } from './support';
import { testPorts } from './testPorts';

/** Tokens on one line of their own each. Those that are none to whoever looks for tokens are shown nowhere here. */
const tokens = Object.values(hostileTokens)
  .flat()
  .map(({ name, make }) => ({ name, text: make().text }))
  .filter(({ text }) => text.length < 20_000 && /^ey[\w.-]+$/.test(text) && isFound(text));

function isFound(text: string): boolean {
  return scanTokens(text).some(({ start, end }) => start === 0 && end === text.length);
}

const iconLeft = /\$\((?!lock\)|key\)|shield\))[A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;
/** What is parted by nothing that can be seen is whole to who reads it. */
const asRead = (text: string): string => text.replaceAll('$\u200b(', '$(');

describe('the hostile corpus in VS Code', function () {
  this.timeout(180_000);
  const failures: string[] = [];
  const note = (reason: unknown): void =>
    void failures.push(reason instanceof Error ? (reason.stack ?? '') : String(reason));
  let document: vscode.TextDocument;

  before(async () => {
    process.on('unhandledRejection', note);
    document = await untitled(tokens.map(({ text }) => `t = "${text}"`).join('\n'));
  });
  after(() => {
    process.off('unhandledRejection', note);
    assert.deepEqual(
      failures.filter((stack) => /claimcheck|dist\/(?:extension|chunks)/.test(stack)),
      [],
    );
  });

  it('is of two hundred tokens and more that fit on a line', () => {
    assert.ok(tokens.length >= 200, String(tokens.length));
  });

  it('has hovers with nothing to load, run or follow but what is ours', async () => {
    for (const [line, { name }] of tokens.entries()) {
      if (line % 6 !== 0) continue;
      const hover = await hoverAt(document, new vscode.Position(line, 8));
      assert.ok(hover, name);
      const rendered = renderMarkdown(hover.markdown.value);
      const ours = rendered.links.filter((link) =>
        /^command:claimcheck\.\w+(?:\?[\w%.~!*'()-]*)?$/.test(link),
      );
      assertOnlyOurs(rendered, ours);
      for (const read of asRead(rendered.text).split('\n')) assertSeen(read, `hover: ${name}`);
    }
  });

  it('has problems, lenses and hints of plain words', async () => {
    const problems = await eventually(() => {
      const all = vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ source }) => source === 'claimcheck');
      return Promise.resolve(all.length > 100 ? all : undefined);
    });
    for (const { message } of problems) assertSeen(message, 'problem');
    await withSetting('codeLens.enabled', true, async () => {
      const titles = await eventually(async () => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          500,
        );
        const ours = lenses.filter(({ command }) => command?.command.startsWith('claimcheck.'));
        return ours.length === 200 ? ours.map(({ command }) => command?.title ?? '') : undefined;
      }, 60_000);
      for (const title of titles) {
        assertSeen(title, 'lens');
        assert.doesNotMatch(title, /\$\(/);
      }
    });
    await withSetting('inlayHints.enabled', true, async () => {
      const hints = await eventually(async () => {
        const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
          'vscode.executeInlayHintProvider',
          document.uri,
          whole,
        );
        return found.length > 50 ? found : undefined;
      });
      for (const { label } of hints) {
        assert.ok(typeof label === 'string');
        assertSeen(label, 'hint');
        assert.match(label, /^(?:expired|expires|begins|never)/);
      }
    });
  });

  it('has links in the terminal whose tips are plain words', async () => {
    const provider = terminalLinkProvider({ now: () => 0, inspector: { show: () => Promise.resolve() } });
    const { token } = new vscode.CancellationTokenSource();
    for (const { text } of tokens) {
      const links = await provider.provideTerminalLinks({ line: text } as vscode.TerminalLinkContext, token);
      for (const { tooltip = '' } of links ?? []) {
        assertSeen(tooltip, 'terminal');
        assert.doesNotMatch(tooltip, /\$\(/);
      }
    }
  });

  it('is copied as headers for curl without a quote of its own', async () => {
    for (const { text } of tokens)
      for (const { label, text: make } of await formsOf(parseToken(text)))
        if (label === 'curl Header')
          assert.match((await make?.()) ?? '', /^-H 'Authorization: Bearer [^']+'$/);
  });

  it('is told to language models as escaped JSON, and not told when they turn away', async () => {
    const { keys, ...ports } = testPorts();
    const section = vscode.workspace.getConfiguration('claimcheck');
    const file = sample('hostile.txt');
    await vscode.workspace.fs.writeFile(file, Buffer.from(document.getText()));
    await section.update('ai.enabled', true, vscode.ConfigurationTarget.Global);
    try {
      const tool = inspectTool({ ...ports, isTrusted: () => true });
      const source = new vscode.CancellationTokenSource();
      const ask = (line: number): Thenable<vscode.LanguageModelToolResult | null | undefined> =>
        Promise.resolve(
          tool.invoke(
            { input: { file: 'hostile.txt', line: line + 1 }, toolInvocationToken: undefined },
            source.token,
          ),
        );
      for (let line = 0; line < tokens.length; line += 9) {
        const part = (await ask(line))?.content[0];
        assert.ok(part instanceof vscode.LanguageModelTextPart);
        assertSeen(part.value, 'tool');
        assert.equal(typeof JSON.parse(part.value), 'object');
      }
      source.cancel();
      await assert.rejects(Promise.resolve(ask(0)), vscode.CancellationError);
    } finally {
      await section.update('ai.enabled', undefined, vscode.ConfigurationTarget.Global);
      await vscode.workspace.fs.delete(file);
      keys.dispose();
    }
  });

  it('has keys whose names are text in the Keys view and in menus', () => {
    for (const [attempt, text] of hostileTexts) {
      const summary: KeySummary = {
        ...fullSummary,
        kid: text,
        comment: text,
        origin: { from: 'file', path: text, uri: 'file:///work/a' },
      };
      const { label, description, tooltip } = keyTreeItem({ kind: 'key', summary }, 0);
      assert.equal(label, visible(text));
      assertSeen(String(description), attempt);
      assert.ok(tooltip instanceof vscode.MarkdownString);
      const rendered = renderMarkdown(tooltip.value);
      assertOnlyOurs(rendered);
      for (const line of rendered.text.split('\n')) assertSeen(line, attempt);
      if (text.trim() === text && !text.includes('  '))
        assert.ok(rendered.text.includes(visible(text)), attempt);
      for (const shown of [keyLabel(summary), plain(keyDescription(summary)), plain(text)]) {
        assert.doesNotMatch(shown, iconLeft);
        assertSeen(asRead(shown), attempt);
      }
    }
  });

  it('is listed among found tokens as one line each', () => {
    for (const [attempt, text] of hostileTexts) {
      const entry: AuditEntry = {
        ...{ path: text, uri: 'file:///work/a', masked: text, alg: text, issuer: text, expires: undefined },
        ...{ line: 0, character: 0, endLine: 0, endCharacter: 1, group: 'live', rules: [] },
      };
      const file = { path: text, uri: entry.uri, entries: [entry] };
      const nodes = [
        foundTreeItem({ kind: 'token', entry }),
        foundTreeItem({ kind: 'file', file }),
        foundTreeItem({ kind: 'issuer', issuer: { issuer: text, count: 1, files: [file] } }),
      ];
      for (const { label, description } of nodes)
        for (const shown of [label, description]) if (typeof shown === 'string') assertSeen(shown, attempt);
    }
  });

  it('survives a document that is closed in the middle of a scan, quick edits and requests nobody waits for', async () => {
    const indexes = new TokenIndexes(() => Date.now());
    try {
      for (let round = 0; round < 5; round++) {
        const large = await untitled(`${tokens[round]?.text ?? ''}\n`.repeat(2000));
        assert.equal(indexes.tokensOf(large), undefined);
        const asked = Array.from({ length: 20 }, (_, line) => hoverAt(large, new vscode.Position(line, 8)));
        for (let edit = 0; edit < 5; edit++) await replace(large, new vscode.Range(edit, 0, edit, 3), 'x');
        await vscode.window.showTextDocument(large);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        await Promise.allSettled(asked);
      }
      const small = await untitled(`a ${tokens[0]?.text ?? ''}`);
      assert.equal((await eventually(() => Promise.resolve(indexes.tokensOf(small)))).length, 1);
    } finally {
      indexes.dispose();
    }
  });
});

/** What no file name may hold: on Windows, all but what is harmless everywhere. */
const unusable = process.platform === 'win32' ? /[^\w -]/g : /[/\0]|[\ud800-\udfff]/g;

describe('hostile key files on disk', function () {
  this.timeout(120_000);
  let folder: string;
  const reader = new KeyFileReader({ get: () => Promise.resolve(undefined), generation: () => 0 });
  const jwk = JSON.stringify({ kty: 'oct', k: 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA' });
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'claimcheck-hostile-'))));
  after(() => rm(folder, { recursive: true, force: true }));

  it('are read under any name, which is shown as text', async () => {
    for (const [attempt, text] of hostileTexts) {
      const name = `${text.replace(unusable, '').slice(0, 60)}.jwk`;
      const path = join(folder, name);
      await writeFile(path, jwk);
      const { keys, troubles } = await reader.read({ uri: vscode.Uri.file(path) });
      assert.deepEqual([keys.length, troubles], [1, []], attempt);
      assert.equal(keys[0]?.origin.from === 'file' && keys[0].origin.path.endsWith(name), true, attempt);
    }
  });

  it('may change, grow and go while they are read', async () => {
    const path = join(folder, 'changing.jwk');
    for (let round = 0; round < 20; round++) {
      await writeFile(path, jwk);
      const reading = Array.from({ length: 5 }, () => reader.read({ uri: vscode.Uri.file(path) }));
      if (round % 3 === 0) await rm(path);
      if (round % 3 === 1) await appendFile(path, ' '.repeat(2_000_000));
      if (round % 3 === 2) await writeFile(path, jwk.slice(0, 10));
      for (const { keys, troubles } of await Promise.all(reading))
        assert.ok(keys.length + troubles.length > 0);
    }
  });
});
