import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import * as vscode from 'vscode';
import { eventually, hoverOver, sample, untitled } from './support';

function rs256(privateKey: KeyObject, claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  return `${input}.${createSign('sha256').update(input).sign(privateKey).toString('base64url')}`;
}

/** The one line `ssh-keygen -t rsa` leaves in its `.pub` file (RFC 4253 §6.6). */
function openSshLine(publicKey: KeyObject): string {
  const { n, e } = publicKey.export({ format: 'jwk' });
  const field = (bytes: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const integer = (text: string): Buffer => {
    const bytes = Buffer.from(text, 'base64url');
    return field(bytes[0] & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
  };
  return `ssh-rsa ${Buffer.concat([field(Buffer.from('ssh-rsa')), integer(e!), integer(n!)]).toString('base64')} me@here\n`;
}

describe('the workspace’s keys', () => {
  const file = sample('keys/made_by_the_test_id_rsa.pub');
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const token = rs256(privateKey, { sub: '42' });

  after(async () => {
    await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
  });

  it('verify by hover against a .pub file that has just come, and no longer when it is gone', async () => {
    const document = await untitled(token);
    const named = /made_by_the_test/;
    assert.doesNotMatch((await hoverOver(document, token))!.text, named);
    await vscode.workspace.fs.writeFile(file, Buffer.from(openSshLine(publicKey)));
    await eventually(async () => (named.test((await hoverOver(document, token))!.text) ? true : undefined));
    const changed = `${token.slice(0, 50)}${token[50] === 'A' ? 'B' : 'A'}${token.slice(51)}`;
    assert.doesNotMatch((await hoverOver(await untitled(changed), changed))!.text, /\bvalid\b(?! )/i);
    await vscode.workspace.fs.delete(file);
    await eventually(async () => (named.test((await hoverOver(document, token))!.text) ? undefined : true));
  });

  it('are taken from a file that a setting names, whatever nonsense it names besides', async () => {
    const named = sample('other/signer.txt');
    await vscode.workspace.fs.writeFile(
      named,
      Buffer.from(publicKey.export({ format: 'pem', type: 'spki' }) as string),
    );
    const section = vscode.workspace.getConfiguration('claimcheck');
    const entries = [{ file: 'file:////no/address' }, { file: 'other/signer.txt' }];
    await section.update('keys', entries, vscode.ConfigurationTarget.Workspace);
    try {
      const document = await untitled(token);
      await eventually(async () =>
        /signer\.txt/.test((await hoverOver(document, token))!.text) ? true : undefined,
      );
    } finally {
      await section.update('keys', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(sample('other'), { recursive: true });
    }
  });

  it('are noticed when the file that a setting names comes, changes and goes, whatever its name', async () => {
    const named = sample('late/signer.txt');
    const section = vscode.workspace.getConfiguration('claimcheck');
    await section.update('keys', [{ file: 'late/signer.txt' }], vscode.ConfigurationTarget.Workspace);
    const document = await untitled(token);
    const becomes = async (expected: boolean): Promise<unknown> =>
      await eventually(async () => {
        const isNamed = /signer\.txt/.test((await hoverOver(document, token))!.text);
        return isNamed === expected ? true : undefined;
      });
    const pem = Buffer.from(publicKey.export({ format: 'pem', type: 'spki' }) as string);
    try {
      await becomes(false);
      await vscode.workspace.fs.writeFile(named, pem);
      await becomes(true);
      await vscode.workspace.fs.writeFile(named, Buffer.from('no key at all'));
      await becomes(false);
      await vscode.workspace.fs.writeFile(named, pem);
      await becomes(true);
    } finally {
      await section.update('keys', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(sample('late'), { recursive: true });
    }
  });

  it('are noticed in a folder that comes whole, is renamed and deleted', async () => {
    const document = await untitled(token);
    const becomes = async (name: RegExp, expected: boolean): Promise<unknown> =>
      await eventually(async () =>
        name.test((await hoverOver(document, token))!.text) === expected ? true : undefined,
      );
    const outside = vscode.Uri.joinPath(sample('.'), `../made-${crypto.randomUUID()}`);
    const [here, there] = [sample('copied'), sample('moved')];
    try {
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(outside, 'deep/er/made_by_the_test.pub'),
        Buffer.from(openSshLine(publicKey)),
      );
      await becomes(/made_by_the_test/, false);
      await vscode.workspace.fs.rename(outside, here);
      await becomes(/copied\/deep\/er\/made_by_the_test/, true);
      await vscode.workspace.fs.rename(here, there);
      await becomes(/moved\/deep\/er\/made_by_the_test/, true);
      await vscode.workspace.fs.delete(there, { recursive: true });
      await becomes(/made_by_the_test/, false);
    } finally {
      for (const uri of [outside, here, there])
        await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
    }
  });

  it('are not read from outside the folder, whatever a setting says', async () => {
    const outside = vscode.Uri.joinPath(sample('.'), '../outside.pem');
    await vscode.workspace.fs.writeFile(
      outside,
      Buffer.from(publicKey.export({ format: 'pem', type: 'spki' }) as string),
    );
    const section = vscode.workspace.getConfiguration('claimcheck');
    await section.update('keys', [{ file: '../outside.pem' }], vscode.ConfigurationTarget.Workspace);
    try {
      const document = await untitled(token);
      assert.doesNotMatch((await hoverOver(document, token))!.text, /outside\.pem/);
    } finally {
      await section.update('keys', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(outside);
    }
  });
});
