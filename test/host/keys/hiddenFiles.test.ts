import { generateKeyPairSync, sign } from 'node:crypto';
import * as vscode from 'vscode';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { eventually, hoverOver, hs256, sample, untitled } from '../support';

describe('key files that are hidden', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part({ alg: 'EdDSA' })}.${part({ sub: 'hidden' })}`;
  const token = `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
  const write = async (name: string, text: string): Promise<void> =>
    await vscode.workspace.fs.writeFile(sample(name), utf8Bytes(text));
  const remove = async (name: string): Promise<void> =>
    await vscode.workspace.fs.delete(sample(name), { recursive: true }).then(undefined, () => undefined);
  const isVerified = async (text = token): Promise<boolean> =>
    /Signature valid/.test((await hoverOver(await untitled(text), text))!.text);
  const becomes = async (expected: boolean): Promise<unknown> =>
    await eventually(async () => ((await isVerified()) === expected ? true : undefined));
  const update = async (section: string, id: string, value: unknown): Promise<void> =>
    await vscode.workspace.getConfiguration(section).update(id, value, vscode.ConfigurationTarget.Workspace);

  before(async () => {
    await write('hidden/signer.pem', pem);
    await becomes(true);
  });
  after(async () => {
    await update('claimcheck', 'keys', undefined);
    await update('search', 'exclude', undefined);
    await update('search', 'useIgnoreFiles', undefined);
    for (const name of ['.gitignore', 'hidden', '.env.hidden']) await remove(name);
  });

  it('by .gitignore are not read, until it says otherwise', async () => {
    await write('.gitignore', '*.log\nhidden/\n!hidden/other.pem\n');
    await becomes(false);
    await write('.gitignore', '*.log\n');
    await becomes(true);
  });

  it('by .gitignore are read where VS Code’s search does not ask it', async () => {
    await write('.gitignore', '/hidden/*.pem\n');
    await becomes(false);
    await update('search', 'useIgnoreFiles', false);
    await becomes(true);
    await update('search', 'useIgnoreFiles', undefined);
    await becomes(false);
  });

  it('by .gitignore are read where a setting names them', async () => {
    await update('claimcheck', 'keys', [{ file: 'hidden/signer.pem' }]);
    await becomes(true);
    await update('claimcheck', 'keys', undefined);
    await becomes(false);
    await remove('.gitignore');
    await becomes(true);
  });

  it('by search.exclude are not read', async () => {
    await update('search', 'exclude', { '**/{hidden,gone}': true });
    await becomes(false);
    await update('search', 'exclude', undefined);
    await becomes(true);
  });

  it('do not include environment files: those are kept out of version control on purpose', async () => {
    await write('.gitignore', '.env*\n');
    const secret = `made for the test ${crypto.randomUUID()}`;
    await write('.env.hidden', `JWT_SECRET="${secret}"\n`);
    const signed = await hs256({ sub: 'x' }, secret);
    await eventually(async () => ((await isVerified(signed)) ? true : undefined));
  });
});
