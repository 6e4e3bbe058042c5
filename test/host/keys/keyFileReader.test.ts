import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { KeyFileReader } from '../../../src/host/keys/keyFileReader';

const reader = (): KeyFileReader =>
  new KeyFileReader({ get: () => Promise.resolve(undefined), generation: () => 0 });

describe('key files that are no such thing', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'claimcheck-keys-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** What is said of a file; within a second, since a pipe or device would be read for ever. */
  async function troubleOf(name: string): Promise<readonly string[]> {
    const read = reader().read({ uri: vscode.Uri.file(join(folder, name)) });
    const late = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error(`${name} hangs`)), 20_000),
    );
    const { keys, troubles } = await Promise.race([read, late]);
    assert.deepEqual(keys, []);
    return troubles.map(({ problem }) => problem.code);
  }

  it('are not opened: folders, pipes, devices, links in a circle', async () => {
    await mkdir(join(folder, 'folder.pem'));
    assert.deepEqual(await troubleOf('folder.pem'), ['store.notAFile']);
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(folder, 'pipe.pem')]);
    await symlink('/dev/zero', join(folder, 'device.pem'));
    await symlink(folder, join(folder, 'link.pem'));
    await symlink(join(folder, 'circle.pem'), join(folder, 'circle.pem'));
    assert.deepEqual(await troubleOf('pipe.pem'), ['store.notAFile']);
    assert.deepEqual(await troubleOf('device.pem'), ['store.notAFile']);
    assert.deepEqual(await troubleOf('link.pem'), ['store.notAFile']);
    assert.match((await troubleOf('circle.pem')).join(), /^store\.(fileMissing|notAFile)$/);
  });

  it('are not read where they are too large, and said to be gone where they are', async () => {
    await writeFile(join(folder, 'large.pem'), new Uint8Array(1_048_577));
    assert.deepEqual(await troubleOf('large.pem'), ['store.fileTooLarge']);
    assert.deepEqual(await troubleOf('gone.pem'), ['store.fileMissing']);
  });

  it('hold no key: noise, nothing, or half of one', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251);
    for (const [name, content] of [
      ['noise.der', noise],
      ['half.pem', '-----BEGIN PRIVATE KEY-----\nMIIE'],
      ['text.pem', 'root:x:0:0:root:/root:/bin/sh\n'],
    ] as const) {
      await writeFile(join(folder, name), content);
      assert.notDeepEqual(await troubleOf(name), [], name);
    }
  });

  it('tell nothing of what is in them', async () => {
    await writeFile(join(folder, 'hosts.pem'), '127.0.0.1 unguessable-machine.example\n');
    const { troubles } = await reader().read({ uri: vscode.Uri.file(join(folder, 'hosts.pem')) });
    assert.doesNotMatch(JSON.stringify(troubles.map(({ problem }) => problem)), /unguessable|127\.0/);
  });
});
