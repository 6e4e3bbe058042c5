import assert from 'node:assert/strict';
import { ReadingContext } from '../../../src/core/keys/readingContext';
import { Refusal } from '../../../src/core/keys/refusal';

const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'allowed';
  } catch (error) {
    assert.ok(error instanceof Refusal);
    return error.problem.code;
  }
};

describe('ReadingContext', () => {
  it('asks for the passphrase it was not given, and takes the empty one for one', () => {
    assert.equal(
      codeOf(() => new ReadingContext().needPassphrase('pkcs12')),
      'passphraseNeeded',
    );
    assert.equal(new ReadingContext('').needPassphrase('pkcs12'), '');
  });
  it('refuses one derivation that costs too much, or costs nobody knows how much', () => {
    const context = new ReadingContext();
    assert.equal(
      codeOf(() => context.spend('scrypt', 10, 10)),
      'allowed',
    );
    assert.equal(
      codeOf(() => context.spend('scrypt', 11, 10)),
      'derivationTooCostly',
    );
    assert.equal(
      codeOf(() => context.spend('scrypt', NaN, 10)),
      'derivationTooCostly',
    );
  });
  it('stops when derivations together cost too much', () => {
    const context = new ReadingContext();
    const spend = (): string => codeOf(() => context.spend('bcrypt', 9, 10));
    assert.deepEqual(
      [spend(), spend(), spend(), spend()],
      ['allowed', 'allowed', 'allowed', 'derivationTooCostly'],
    );
  });
  it('stops after two dozen cheap ones', () => {
    const context = new ReadingContext();
    for (let count = 0; count < 24; count++) context.spend('PBKDF2', 1, 1000);
    assert.equal(
      codeOf(() => context.spend('PBKDF2', 1, 1000)),
      'tooMany',
    );
  });
});
