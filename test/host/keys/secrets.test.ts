import assert from 'node:assert/strict';
import { Secrets } from '../../../src/host/keys/secrets';
import { memoryStorage } from './memoryStorage';

describe('secrets by name', () => {
  it('are kept in the storage of VS Code, under names of ours', async () => {
    const { storage, held } = memoryStorage();
    const secrets = new Secrets(storage);
    await secrets.set('my api', 'swordfish');
    assert.deepEqual([...held], [['claimcheck.secret:my api', 'swordfish']]);
    assert.equal(await secrets.get('my api'), 'swordfish');
    assert.equal(await secrets.get('another'), undefined);
    assert.equal(secrets.onDidChange, storage.onDidChange);
  });

  it('are forgotten one by one', async () => {
    const { storage, held } = memoryStorage({ 'claimcheck.secret:a': '1', 'claimcheck.secret:b': '2' });
    await new Secrets(storage).forget('a');
    assert.deepEqual([...held.keys()], ['claimcheck.secret:b']);
  });

  const entries = {
    ...{ 'claimcheck.secret:a': '1', 'claimcheck.secret:b': '2' },
    ...{ 'claimcheck.passphrase:a': '3', 'x.claimcheck.secret:a': '4' },
  };

  it('are all forgotten, and nothing else is', async () => {
    const { storage, held } = memoryStorage(entries);
    await new Secrets(storage).forgetAll([]);
    assert.deepEqual([...held.keys()], ['claimcheck.passphrase:a', 'x.claimcheck.secret:a']);
  });

  it('are forgotten by the names that are known, where the storage lists none', async () => {
    const { storage, held } = memoryStorage(entries, false);
    await new Secrets(storage).forgetAll(['b', 'never kept']);
    assert.deepEqual(
      [...held.keys()],
      ['claimcheck.secret:a', 'claimcheck.passphrase:a', 'x.claimcheck.secret:a'],
    );
  });
});
