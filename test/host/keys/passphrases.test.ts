import assert from 'node:assert/strict';
import { Passphrases } from '../../../src/host/keys/passphrases';
import { addressOf, memoryStorage } from './memoryStorage';

const [one, two] = [addressOf('file:///one.pem'), addressOf('file:///two.pem')];
const kept = { 'claimcheck.passphrase:file:///one.pem': 'kept', 'claimcheck.secret:mine': 'x' };

describe('passphrases of key files', () => {
  it('are known for the session, and written down only where that is wanted', async () => {
    const { storage, held } = memoryStorage();
    const passphrases = new Passphrases(storage);
    await passphrases.set(one, 'a', false);
    await passphrases.set(two, 'b', true);
    assert.equal(await passphrases.get(one), 'a');
    assert.equal(await passphrases.get(two), 'b');
    assert.deepEqual([...held], [['claimcheck.passphrase:file:///two.pem', 'b']]);
  });

  it('are those of an earlier session, until another is given', async () => {
    const passphrases = new Passphrases(memoryStorage(kept).storage);
    assert.equal(await passphrases.get(one), 'kept');
    assert.equal(await passphrases.get(two), undefined);
    await passphrases.set(one, 'new', false);
    assert.equal(await passphrases.get(one), 'new');
  });

  it('make stale what was read with another one', async () => {
    const passphrases = new Passphrases(memoryStorage().storage);
    assert.equal(passphrases.generation(one), 0);
    await passphrases.set(one, 'a', false);
    assert.equal(passphrases.generation(one), 1);
    await passphrases.forget(one);
    assert.equal(passphrases.generation(one), 2);
    assert.equal(passphrases.generation(two), 0);
  });

  it('are forgotten, wherever they are', async () => {
    const { storage, held } = memoryStorage(kept);
    const passphrases = new Passphrases(storage);
    await passphrases.set(one, 'a', false);
    await passphrases.forget(one);
    assert.equal(await passphrases.get(one), undefined);
    assert.deepEqual([...held.keys()], ['claimcheck.secret:mine']);
  });

  for (const isListed of [true, false])
    it(`are all forgotten, where the storage ${isListed ? 'lists' : 'does not list'} what it holds`, async () => {
      const { storage, held } = memoryStorage(kept, isListed);
      const passphrases = new Passphrases(storage);
      await passphrases.set(two, 'b', true);
      await passphrases.set(one, 'a', isListed);
      await passphrases.forgetAll();
      assert.deepEqual([...held.keys()], ['claimcheck.secret:mine']);
      assert.equal(await passphrases.get(one), undefined);
      assert.equal(await passphrases.get(two), undefined);
      assert.deepEqual([passphrases.generation(one), passphrases.generation(two)], [2, 2]);
    });

  it('make stale what was read with one that only the storage held', async () => {
    const passphrases = new Passphrases(memoryStorage(kept).storage);
    await passphrases.forgetAll();
    assert.equal(passphrases.generation(one), 1);
  });
});
