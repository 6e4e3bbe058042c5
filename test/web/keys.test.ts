import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { keyNodes, type KeyNode } from '../../src/host/keysView/keyNode';
import { keyTreeItem } from '../../src/host/keysView/keyTreeItem';
import { eventually, hoverOver, sample } from '../host/support';
import { testPorts } from '../host/testPorts';
import { servedSet } from './servedSet';

describe('in the web-worker host', () => {
  it('the keys of the workspace are listed by what they are and where they are from', async () => {
    const { keys } = testPorts();
    const rowsOf = (node: KeyNode): readonly string[] => {
      const { label, description } = keyTreeItem(node, 0);
      const below = node.kind === 'group' ? node.children.flatMap(rowsOf) : [];
      return [[label, description].filter((text) => typeof text === 'string').join(' '), ...below];
    };
    const rows = async (): Promise<readonly string[]> =>
      keyNodes(await keys.summaries(), (await keys.inventory()).troubles).flatMap(rowsOf);
    const copy = sample('keys/copied_id_rsa.pub');
    try {
      const before = await rows();
      assert.equal(before[0], 'Files');
      assert.ok(before.includes('keys/gateway-private.pem EC · P-256 · private key'), before.join('\n'));
      assert.ok(!before.some((row) => row.includes('copied')));
      await vscode.workspace.fs.copy(sample('keys/tutorial_id_rsa.pub'), copy);
      await eventually(async () =>
        (await rows()).find((row) => /^keys\/copied_id_rsa\.pub RSA · /.test(row)),
      );
    } finally {
      await vscode.workspace.fs.delete(copy);
      keys.dispose();
    }
  });

  it('a set of keys is fetched and verifies', async () => {
    const section = vscode.workspace.getConfiguration('claimcheck');
    const { Global, Workspace } = vscode.ConfigurationTarget;
    await section.update('network.allowedHosts', [new URL(servedSet.url).host], Global);
    await section.update('keyFiles.enabled', false, Workspace);
    try {
      await vscode.commands.executeCommand('claimcheck.fetchIssuerKeys', { jwks: servedSet.url });
      const document = await vscode.workspace.openTextDocument(sample('service.log'));
      const token = /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(document.getText())![0];
      const text = await eventually(async () => {
        const hover = (await hoverOver(document, token))!.text;
        return hover.includes('Signature valid') ? hover : undefined;
      });
      assert.ok(text.includes(`Signature valid with ps-2026 (${servedSet.url})`), text);
    } finally {
      await section.update('keyFiles.enabled', undefined, Workspace);
      await section.update('network.allowedHosts', undefined, Global);
    }
  });
});
