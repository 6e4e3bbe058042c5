import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { generateKey } from '../../../src/core/keys/generateKey';
import { offerToIgnore } from '../../../src/host/documents/offerToIgnore';
import { keyFileFormats } from '../../../src/host/generateKey/keyFileFormats';
import { saveKeyFiles } from '../../../src/host/generateKey/saveKeyFiles';
import { keepSecret } from '../../../src/host/keys/keepSecret';
import { addReference } from '../../../src/host/keys/keyReferenceEdits';
import { referenceLevel } from '../../../src/host/keys/referenceLevel';
import { Secrets } from '../../../src/host/keys/secrets';
import { sample } from '../support';
import { answering, FailingFiles, saying, yes } from './standIns';

const files = new FailingFiles();
const scheme = 'claimcheck-failing';
const root = vscode.Uri.from({ scheme, path: '/' });
const folder: vscode.WorkspaceFolder = { uri: root, name: 'failing', index: 0 };
const full = (): Error => new Error('ENOSPC: no space left on device, write');
const readOnly = (): Error => vscode.FileSystemError.NoPermissions('EROFS: read-only file system');
const unavailable = (): Error => vscode.FileSystemError.Unavailable('EIO: i/o error, read');

describe('a failure survived: where a file cannot be written or read', () => {
  let registered: vscode.Disposable;
  before(() => (registered = vscode.workspace.registerFileSystemProvider(scheme, files)));
  after(() => void registered.dispose());
  beforeEach(() => {
    files.files.clear();
    files.refuseRead = files.refuseWrite = () => undefined;
  });

  it('a .gitignore that cannot be read is left as it is, and the user is told', async () => {
    files.files.set('/.gitignore', 'node_modules\n');
    files.refuseRead = unavailable;
    await answering(yes, () =>
      assert.rejects(offerToIgnore(folder, '.env', '?'), saying(/\.gitignore could not be read/)),
    );
    assert.equal(files.files.get('/.gitignore'), 'node_modules\n');
  });

  it('a .gitignore is made where there is none, and added to where there is one', async () => {
    await answering(yes, async () => {
      assert.equal(await offerToIgnore(folder, '.env', '?'), true);
      files.files.set('/.gitignore', `${files.files.get('/.gitignore')}last line without an end`);
      assert.equal(await offerToIgnore(folder, 'keys/private.pem', '?'), true);
    });
    assert.equal(files.files.get('/.gitignore'), '/.env\nlast line without an end\n/keys/private.pem\n');
  });

  it('a .gitignore on a read-only disk is told of', async () => {
    files.refuseWrite = readOnly;
    await answering(yes, () =>
      assert.rejects(offerToIgnore(folder, '.env', '?'), saying(/\.gitignore could not be written/)),
    );
  });

  for (const [disk, refusal, isRefused] of [
    ['that is full from the start', full, (): boolean => true],
    ['that is full after the first half', full, (path: string): boolean => path === '/mine.pub.pem'],
    ['that is read-only', readOnly, (): boolean => true],
  ] as const)
    it(`no half of a generated pair stays on a disk ${disk}`, async () => {
      const spec = { kty: 'EC', crv: 'P-256' } as const;
      const key = await generateKey(spec);
      assert.ok(!('code' in key));
      files.refuseWrite = (path) => (isRefused(path) ? refusal() : undefined);
      await answering({ showOpenDialog: () => Promise.resolve([root]) }, () =>
        assert.rejects(
          saveKeyFiles('mine', key, keyFileFormats(spec)[0]),
          saying(/mine.* could not be written/),
        ),
      );
      assert.deepEqual([...files.files.keys()], []);
    });
});

describe('a failure survived: where settings cannot be written', function () {
  this.timeout(60_000);
  const settings = sample('.vscode/settings.json');
  const stored = new Map<string, string>();
  const secrets = new Secrets({
    get: (name) => Promise.resolve(stored.get(name)),
    store: (name, value) => Promise.resolve(void stored.set(name, value)),
    delete: (name) => Promise.resolve(void stored.delete(name)),
    onDidChange: new vscode.EventEmitter<never>().event,
  });
  let before: Uint8Array | undefined;

  beforeEach(async () => {
    stored.clear();
    before = await Promise.resolve(vscode.workspace.fs.readFile(settings)).catch(() => undefined);
    await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode('{ "claimcheck.enabled": tru'));
  });
  afterEach(async () => {
    if (before) await vscode.workspace.fs.writeFile(settings, before);
    else await vscode.workspace.fs.delete(settings);
  });

  it('the user is told in VS Code’s words', async () => {
    await assert.rejects(
      addReference({ file: 'keys/some.pem' }, referenceLevel()),
      saying(/Unable to write into workspace settings/i),
    );
  });

  it('a new secret is not kept where nothing would name it, and an old one stays', async () => {
    const secret = { name: 'api', text: 'new', encoding: 'utf8' } as const;
    await assert.rejects(keepSecret(secrets, secret), saying(/Unable to write/i));
    assert.deepEqual([...stored], []);
    await secrets.set('api', 'old');
    await assert.rejects(keepSecret(secrets, secret), saying(/Unable to write/i));
    assert.deepEqual([...stored.values()], ['old']);
  });
});
