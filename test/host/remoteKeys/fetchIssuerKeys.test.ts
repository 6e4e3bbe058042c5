import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import * as vscode from 'vscode';
import { eventually, hoverOver, untitled } from '../support';
import { KeyServer } from './keyServer';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function es256(privateKey: KeyObject, kid: string, claims: object): string {
  const input = `${part({ alg: 'ES256', kid })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

describe('JWT: Fetch Issuer’s Keys', () => {
  const server = new KeyServer();
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const section = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('claimcheck');
  const global = async (id: string, value: unknown): Promise<void> =>
    await section().update(id, value, vscode.ConfigurationTarget.Global);
  const keys = async (value: unknown): Promise<void> =>
    await section().update('keys', value, vscode.ConfigurationTarget.Workspace);
  const run = async (argument: unknown): Promise<void> =>
    await vscode.commands.executeCommand('claimcheck.fetchIssuerKeys', argument);
  const hoverText = async (token: string): Promise<string> =>
    (await hoverOver(await untitled(token), token))!.text;
  const kid = 'fetched-key';
  /** One whose issuer's keys were found by metadata. */
  let tenantToken = '';

  before(async () => {
    await server.listen();
    server.json('/jwks', { keys: [{ ...publicKey.export({ format: 'jwk' }), kid }] });
  });
  after(async () => {
    await keys(undefined);
    await global('network.allowLoopback', undefined);
    await global('network.allowedHosts', undefined);
    await server.close();
  });

  it('asks nothing of the network for settings that name a set, for tokens that name one, or for a hover', async () => {
    await global('network.allowLoopback', true);
    await global('network.allowedHosts', [server.host]);
    await keys([{ jwks: server.url('/jwks') }]);
    const header = { alg: 'ES256', kid, jku: server.url('/jwks'), x5u: server.url('/jwks') };
    const token = `${part(header)}.${part({ iss: server.url('') })}.${'A'.repeat(86)}`;
    assert.doesNotMatch(await hoverText(token), /Signature valid/);
    assert.doesNotMatch(await hoverText(es256(privateKey, kid, { iss: server.url('') })), /Signature valid/);
    assert.deepEqual(server.requests, []);
  });

  it('fetches the set that it is told to, and hovers verify with it', async () => {
    await run({ jwks: server.url('/jwks') });
    assert.equal(server.requests.length, 1);
    const text = await hoverText(es256(privateKey, kid, { sub: 'x' }));
    assert.match(text, /Signature valid/);
    assert.ok(text.includes(server.url('/jwks')), text);
  });

  it('asks for no unknown key id on a hover, however often', async () => {
    const before = server.requests.length;
    for (const id of ['other-1', 'other-2']) await hoverText(es256(privateKey, id, { sub: 'x' }));
    assert.equal(server.requests.length, before);
  });

  it('finds the keys of a token’s issuer by its metadata', async () => {
    const issuer = server.url('/tenant');
    server.json('/tenant/.well-known/openid-configuration', { issuer, jwks_uri: server.url('/tenant/keys') });
    const next = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    server.json('/tenant/keys', {
      keys: [{ ...next.publicKey.export({ format: 'jwk' }), kid: 'tenant-key' }],
    });
    const token = es256(next.privateKey, 'tenant-key', { iss: issuer });
    tenantToken = token;
    const document = await untitled(token);
    await vscode.window.showTextDocument(document);
    await run({ uri: document.uri.toString(), line: 0, character: 3 });
    const text = await eventually(async () => {
      const hover = await hoverText(token);
      return /Signature valid/.test(hover) ? hover : undefined;
    });
    assert.ok(text.includes(server.url('/tenant/keys')), text);
  });

  it('has its keys taken out of use like any other', async () => {
    const url = server.url('/tenant/keys');
    const before = server.requests.length;
    const stillThere = es256(privateKey, kid, { sub: 'x' });
    await vscode.commands.executeCommand('claimcheck.removeKey', { summary: { id: `remote:${url}#0` } });
    await eventually(async () => (/Signature valid/.test(await hoverText(tenantToken)) ? undefined : true));
    assert.match(await hoverText(stillThere), /Signature valid/);
    assert.equal(server.requests.length, before);
  });

  it('does not fetch from this machine once that is not allowed any more, and keeps quiet with its keys', async () => {
    await global('network.allowLoopback', false);
    const before = server.requests.length;
    // Not awaited: the refusal is a message that waits for its reader.
    void run({ jwks: server.url('/jwks') });
    await eventually(async () =>
      /Signature valid/.test(await hoverText(es256(privateKey, kid, { sub: 'x' }))) ? undefined : true,
    );
    assert.equal(server.requests.length, before);
  });
});
