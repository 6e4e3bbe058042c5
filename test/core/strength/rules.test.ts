import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { candidatesOf } from '../../../src/core/strength/rules';

const texts = (word: string, thoroughness: 'asIs' | 'usual' | 'thorough'): readonly string[] =>
  candidatesOf(word, thoroughness).flatMap(({ secret }) => (typeof secret === 'string' ? [secret] : []));

describe('the secrets made of a word', () => {
  it('are the word alone where nothing is to be changed', () => {
    assert.deepEqual(candidatesOf('c2VjcmV0', 'asIs'), [{ secret: 'c2VjcmV0', rule: 'asIs' }]);
  });

  for (const [word, secret, rule] of [
    ['acme', 'ACME', 'case'],
    ['acme', 'Acme', 'case'],
    ['acmeShop', 'AcmeShop', 'case'],
    ['ACME', 'acme', 'case'],
    ['acme', 'acme123', 'ending'],
    ['acme', 'Acme!', 'ending'],
  ] as const) {
    it(`are usually ${secret} of ${word} too`, () => {
      const found = candidatesOf(word, 'usual').find((one) => one.secret === secret);
      assert.equal(found?.rule, rule);
    });
  }

  for (const [secret, rule] of [
    ['acme-jwt-secret', 'ending'],
    ['ACME_SECRET_KEY', 'ending'],
    ['acme2025', 'ending'],
    ['my-acme', 'beginning'],
    ['acmeacme', 'repeated'],
    ['acmeacmeacmeacmeacmeacmeacmeacme', 'repeated'],
    ['acme0000000000000000000000000000', 'repeated'],
  ] as const) {
    it(`are ${secret} too where one is thorough`, () => {
      const found = candidatesOf('acme', 'thorough').find((one) => one.secret === secret);
      assert.equal(found?.rule, rule);
      assert.ok(!texts('acme', 'usual').includes(secret));
    });
  }

  it('are what a word of base64 or hex holds', () => {
    const held = utf8Bytes('sixteen octets!!');
    const base64 = candidatesOf(Buffer.from(held).toString('base64'), 'usual').find(
      (one) => one.rule === 'base64',
    );
    assert.deepEqual(base64?.secret, held);
    const hex = candidatesOf(Buffer.from(held).toString('hex'), 'usual').find((one) => one.rule === 'hex');
    assert.deepEqual(hex?.secret, held);
    assert.ok(!candidatesOf('not base64 at all', 'usual').some((one) => one.rule === 'base64'));
  });

  it('begin with the word, come once each, and are at most a thousand', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 90 }),
        fc.constantFrom('usual', 'thorough'),
        (word, thoroughness) => {
          const made = texts(word, thoroughness);
          assert.equal(made[0], word);
          assert.equal(new Set(made).size, made.length);
          assert.ok(made.length <= 1000, `${made.length}`);
        },
      ),
    );
  });

  it('do not grow from texts too long to be words', () => {
    assert.ok(candidatesOf('x'.repeat(65), 'thorough').length <= 3);
  });
});
