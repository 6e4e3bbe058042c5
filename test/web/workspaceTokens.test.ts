import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { candidateFiles } from '../../src/host/workspaceTokens/candidateFiles';
import { searchWorkspace } from '../../src/host/workspaceTokens/searchWorkspace';
import { toolNames } from '../../src/host/platform/ids';
import { sample, tutorial } from '../host/support';

describe('in the web-worker host', () => {
  it('the workspace’s tokens are found without ripgrep', async () => {
    const cancellation = new vscode.CancellationTokenSource().token;
    const [folder] = vscode.workspace.workspaceFolders!;
    assert.equal(await candidateFiles(folder, [], cancellation), undefined);
    const { entries, isCut } = await searchWorkspace({
      moment: 1_767_225_600,
      cancellation,
      onProgress: () => undefined,
    });
    const document = await vscode.workspace.openTextDocument(sample('tutorial.py'));
    const { line } = document.positionAt(document.getText().indexOf(tutorial.expired));
    assert.ok(entries.some((entry) => entry.path.endsWith('tutorial.py') && entry.line === line));
    assert.ok(!entries.some(({ path }) => path.endsWith('near-misses.txt')));
    assert.equal(isCut, false);
  });

  it('the tool for language models is there, and refused until it is turned on', async () => {
    const input = { file: 'tutorial.py', line: 9 };
    await assert.rejects(
      Promise.resolve(
        vscode.lm.invokeTool(toolNames.inspectToken, { input, toolInvocationToken: undefined }),
      ),
      /claimcheck\.ai\.enabled/,
    );
  });
});
