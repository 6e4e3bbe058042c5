import * as assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled } from '../../scripts/lib/isInstalled.mjs';

describe('isInstalled', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'claimcheck-installed-'));
    mkdirSync(join(folder, 'node_modules'));
    lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, packages: object): void =>
    writeFileSync(join(folder, name), JSON.stringify({ packages: { '': { name: 'root' }, ...packages } }));
  const lock = (packages: object): void => write('package-lock.json', packages);
  const installed = (packages: object): void => write('node_modules/.package-lock.json', packages);

  it('says no where nothing was installed, or an install was interrupted', () => {
    assert.equal(isInstalled(folder), false);
  });

  it('says yes where every version is the one the lock file names', () => {
    installed({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } });
    assert.equal(isInstalled(folder), true);
  });

  it('lets optional packages of other systems be absent', () => {
    installed({ 'node_modules/a': { version: '1.0.0' } });
    assert.equal(isInstalled(folder), true);
  });

  it('says no where a package is missing or of another version, an optional one too', () => {
    installed({ 'node_modules/b': { version: '2.0.0' } });
    assert.equal(isInstalled(folder), false);
    installed({ 'node_modules/a': { version: '1.0.1' } });
    assert.equal(isInstalled(folder), false);
    installed({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } });
    assert.equal(isInstalled(folder), false);
  });
});
