import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Audit } from '../../src/core/present/auditReports';
import { childrenOf, foundTreeItem, type FoundNode } from '../../src/host/workspaceTokens/foundNodes';
import { candidateFiles } from '../../src/host/workspaceTokens/candidateFiles';
import { ripgrepProgram } from '../../src/host/workspaceTokens/ripgrepProgram';
import { runRipgrep } from '../../src/host/workspaceTokens/runRipgrep';
import { searchWorkspace, type SearchOptions } from '../../src/host/workspaceTokens/searchWorkspace';
import { textOfBytes } from '../../src/host/workspaceTokens/textOfFile';
import { TokenFinder } from '../../src/host/workspaceTokens/tokenFinder';
import { groupEntries } from '../../src/core/audit/groupEntries';
import { replace, withSetting } from './remarks';
import { hs256, sample, tutorial } from './support';

const moment = 1_767_225_600;
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Writes files below a folder of the workspace while something is done with them. */
async function withFiles(
  files: Readonly<Record<string, Uint8Array>>,
  work: () => Promise<void>,
): Promise<void> {
  const root = sample('found');
  for (const [name, content] of Object.entries(files))
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(root, name), content);
  try {
    await work();
  } finally {
    await vscode.workspace.fs.delete(root, { recursive: true });
  }
}

const never = new vscode.CancellationTokenSource().token;

async function search(cancellation = never, candidates?: SearchOptions['candidates']): Promise<Audit> {
  return await searchWorkspace({ moment, cancellation, onProgress: () => undefined, candidates });
}

/** What was found below the folder, as `name:line group`. */
const places = ({ entries }: Audit): readonly string[] =>
  entries
    .filter(({ path }) => path.startsWith('found/'))
    .map(({ path, line, group }) => `${path.slice('found/'.length)}:${line + 1} ${group}`);

describe('the editor’s surfaces: finding tokens in the workspace', function () {
  this.timeout(120_000);

  it('finds those of all files, as what they are', async () => {
    const live = await hs256({ iss: 'https://login.acme.io', exp: 4_070_908_800 }, 'x');
    await withFiles(
      {
        'a.ts': bytes(`\nconst t = '${live}';\n// ${tutorial.expired}`),
        'deep/er/b.log': bytes(tutorial.expired),
        'wide.txt': new Uint8Array(Buffer.from(`\ufeff${live}`, 'utf16le')),
        'c.test.ts': bytes(live),
      },
      async () => {
        assert.deepEqual(places(await search()), [
          'a.ts:2 live',
          'a.ts:3 expired',
          'c.test.ts:1 test',
          'deep/er/b.log:1 expired',
          'wide.txt:1 live',
        ]);
      },
    );
  });

  it('leaves out what is binary, hidden, or to be ignored', async () => {
    await withFiles(
      {
        'binary.bin': bytes(`\0${tutorial.expired}`),
        'node_modules/a.js': bytes(tutorial.expired),
        'skipped/a.txt': bytes(tutorial.expired),
        'marked.py': bytes(`# claimcheck-ignore-file\n${tutorial.expired}`),
        'kept.txt': bytes(tutorial.expired),
      },
      async () => {
        await withSetting('ignore', ['found/skipped/**'], async () => {
          assert.deepEqual(places(await search()), ['kept.txt:1 expired']);
        });
      },
    );
  });

  it('reads what an editor holds and the file does not yet', async () => {
    await withFiles({ 'a.txt': bytes('nothing') }, async () => {
      const document = await vscode.workspace.openTextDocument(sample('found/a.txt'));
      await replace(document, new vscode.Range(0, 0, 0, 7), tutorial.expired);
      assert.deepEqual(places(await search()), ['a.txt:1 expired']);
      await document.save();
    });
  });

  it('ends when cancelled, and says that it is not whole', async () => {
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    assert.equal((await search(source.token)).isCut, true);
  });

  it('shows them in a view and reports on them, masked', async () => {
    const finder = new TokenFinder(() => moment);
    try {
      await withFiles({ 'a.txt': bytes(tutorial.expired) }, async () => {
        await finder.find();
        const audit = finder.audit!;
        assert.ok(places(audit).includes('a.txt:1 expired'));
        for (const form of ['Markdown', 'JSON', 'SARIF']) {
          const text = finder.reportText(audit, form);
          assert.match(text.replaceAll('\\', ''), /found\/a\.txt/);
          assert.ok(!text.includes(tutorial.expired.split('.')[2]), form);
        }
      });
    } finally {
      finder.dispose();
    }
  });

  it('has a row for each group, issuer, file and token, which leads there', async () => {
    await withFiles({ 'a.txt': bytes(`x ${tutorial.expired}`) }, async () => {
      const { entries } = await search();
      const own = entries.filter(({ path }) => path === 'found/a.txt');
      let nodes: readonly FoundNode[] = groupEntries(own).map((grouping) => ({ kind: 'group', grouping }));
      const labels: unknown[] = [];
      let last: vscode.TreeItem | undefined;
      while (nodes.length > 0) {
        last = foundTreeItem(nodes[0]);
        labels.push(last.label);
        nodes = childrenOf(nodes[0]);
      }
      assert.deepEqual(labels, ['Expired', 'no issuer', 'found/a.txt', 'Line 1']);
      const [, options] = last!.command!.arguments as [vscode.Uri, { selection: vscode.Range }];
      assert.deepEqual(
        [options.selection.start.character, options.selection.end.character],
        [2, 2 + tutorial.expired.length],
      );
      assert.doesNotMatch(JSON.stringify(last), new RegExp(tutorial.expired.split('.')[1]));
    });
  });

  it('finds with ripgrep just what it finds by reading every file', async () => {
    const flattened = `{"payload": "e30", "signatures": [{"header": {"alg": "HS256"}, "signature": "AAAA"}]}`;
    await withFiles(
      {
        'a b [c].ts': bytes(`const t = '${tutorial.expired}';`),
        '.hidden/deep/b.log': bytes(`${'x'.repeat(200_000)} ${tutorial.hs256}`),
        'wide.txt': new Uint8Array(Buffer.from(`\ufeff${tutorial.expired}`, 'utf16le')),
        'odd ünïcode.json': bytes(flattened),
        'binary.bin': bytes(`\0${tutorial.expired}`),
        'late.bin': bytes(`${' '.repeat(9000)}\0\n${tutorial.expired}`),
        'node_modules/a.js': bytes(tutorial.expired),
        'skipped/a.txt': bytes(tutorial.expired),
        'hidden.txt': bytes(tutorial.expired),
        'none.txt': bytes('eyJ nothing here'),
      },
      async () => {
        await vscode.workspace.fs.writeFile(sample('.gitignore'), bytes('found/hidden.txt\n'));
        const link = sample('found/dangling');
        await symlink(sample('found/nowhere').fsPath, link.fsPath).catch(() => undefined);
        try {
          await withSetting('ignore', ['found/skipped/**'], async () => {
            const byReading = await search(never, () => Promise.resolve(undefined));
            assert.deepEqual(await search(), byReading);
            assert.deepEqual(
              places(byReading).map((place) => place.split(':')[0]),
              ['.hidden/deep/b.log', 'a b [c].ts', 'late.bin', 'odd ünïcode.json', 'wide.txt'],
            );
          });
        } finally {
          await vscode.workspace.fs.delete(sample('.gitignore'));
        }
      },
    );
  });

  it('asks the ripgrep that VS Code ships, and reads no file it finds nothing in', async () => {
    const [folder] = vscode.workspace.workspaceFolders!;
    const mayHold = await candidateFiles(folder, [], never);
    assert.ok(mayHold, `there is a ripgrep below ${vscode.env.appRoot}`);
    assert.deepEqual(
      ['tutorial.py', 'tokens.ipynb', 'claims.json', 'no such file'].map((name) => mayHold(sample(name))),
      [true, true, false, false],
    );
    await withFiles({ 'a.txt': bytes(tutorial.expired) }, async () => {
      assert.deepEqual(places(await search(never, () => Promise.resolve(() => false))), []);
    });
  });

  it('knows not what to leave out where ripgrep is not there, fails or is cancelled', async () => {
    assert.equal(await ripgrepProgram(''), undefined);
    assert.equal(await ripgrepProgram(sample('.').fsPath), undefined);
    const program = (await ripgrepProgram())!;
    const request = { program, folder: sample('.').fsPath, literals: ['eyJ'], leftOut: [], largest: 1e6 };
    assert.ok((await runRipgrep(request, never))!.length > 0);
    assert.deepEqual(await runRipgrep({ ...request, literals: ['in no file \u2603'] }, never), []);
    assert.equal(await runRipgrep({ ...request, program: `${program}-none` }, never), undefined);
    assert.equal(await runRipgrep({ ...request, leftOut: ['[z-a]'] }, never), undefined);
    const source = new vscode.CancellationTokenSource();
    const cancelled = runRipgrep(request, source.token);
    source.cancel();
    assert.ok([undefined, 'whole'].includes((await cancelled) && 'whole'));
    assert.equal(await runRipgrep(request, source.token), undefined);
  });

  it('reads text in UTF-8 and UTF-16, and nothing else', () => {
    assert.equal(textOfBytes(bytes('ä')), 'ä');
    assert.equal(textOfBytes(Uint8Array.from([0xfe, 0xff, 0, 0x61])), 'a');
    assert.equal(textOfBytes(Uint8Array.from([0x61, 0, 0x62])), undefined);
  });
});
