import assert from 'node:assert/strict';
import { AlgorithmUnavailable, KeyUnusable } from '../../../src/core/crypto/cryptoErrors';
import { hostEngine, hostRandom } from '../../../src/core/crypto/engine';

describe('the errors of crypto', () => {
  it('name the algorithm that nothing can do, cut and quoted, since a stranger chose it', () => {
    const error = new AlgorithmUnavailable(`XS256"\n${'x'.repeat(100)}`);
    assert.equal(error.name, 'AlgorithmUnavailable');
    assert.equal(error.message, `Nothing here can do "XS256\\"\\n${'x'.repeat(57)}".`);
    assert.equal(error.alg.length, 107);
  });

  it('tell why a key is unusable, and nothing of the key', () => {
    const error = new KeyUnusable('rsaTooSmall');
    assert.deepEqual(
      [error.name, error.message, error.fault],
      ['KeyUnusable', 'The key cannot be used: rsaTooSmall.', 'rsaTooSmall'],
    );
  });
});

describe('hostEngine', () => {
  /** Runs something in a host whose `crypto` is another. */
  function within<T>(value: unknown, work: () => T): T {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
    Object.defineProperty(globalThis, 'crypto', { value, configurable: true, writable: true });
    try {
      return work();
    } finally {
      // In a worker it is the prototype’s.
      if (own) Object.defineProperty(globalThis, 'crypto', own);
      else Reflect.deleteProperty(globalThis, 'crypto');
    }
  }

  it('is null where the host has no crypto, or none that is subtle', () => {
    assert.equal(within(undefined, hostEngine), null);
    assert.equal(within({}, hostEngine), null);
    // Where a page is not secure there is none.
    assert.equal(hostEngine(), (crypto as Partial<Crypto>).subtle ?? null);
  });

  it('is random by the host', () => {
    const [one, two] = [hostRandom(32), hostRandom(32)];
    assert.equal(one.length, 32);
    assert.notDeepEqual(one, two);
  });
});
