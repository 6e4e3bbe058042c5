import assert from 'node:assert/strict';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { hmacTester } from '../../../src/core/strength/hmacTester';

const digests = { 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 } as const;
const data = utf8Bytes('eyJhbGciOiJIUzI1NiJ9.e30');

describe('the HMAC tester', () => {
  for (const hash of ['SHA-256', 'SHA-384', 'SHA-512'] as const) {
    const digest = digests[hash];

    it(`knows the secret of an HMAC with ${hash} among any others, in any order`, () => {
      const secrets = fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), {
        minLength: 1,
        maxLength: 12,
      });
      fc.assert(
        fc.property(secrets, fc.nat(), (all, choice) => {
          const right = all[choice % all.length];
          const isSecret = hmacTester(hash, data, hmac(digest, utf8Bytes(right), data), digest);
          // Octets behind a zero are no part of a shorter key, and a key of zeros is the empty one: RFC 2104 pads so.
          const same = (one: string): string => one.replace(/\0+$/, '');
          for (const one of all) {
            const isLong = utf8Bytes(one).length > (hash === 'SHA-256' ? 64 : 128);
            if (isLong && one !== right) continue;
            assert.equal(isSecret(one), same(one) === same(right), JSON.stringify(one));
            assert.equal(isSecret(utf8Bytes(one)), isSecret(one));
          }
        }),
        { numRuns: 40 },
      );
    });

    it(`hashes secrets longer than a block of ${hash} first`, () => {
      const long = 'ü'.repeat(150);
      const isSecret = hmacTester(hash, data, hmac(digest, utf8Bytes(long), data), digest);
      for (const [secret, expected] of [
        ['short', false],
        [long, true],
        ['', false],
        [`${long}x`, false],
        [long, true],
      ] as const)
        assert.equal(isSecret(secret), expected);
    });
  }

  it('answers the test cases of RFC 4231', () => {
    for (const [key, text, mac] of [
      ['0b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
      [
        Buffer.from('Jefe').toString('hex'),
        'what do ya want for nothing?',
        '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
      ],
      [
        'aa'.repeat(131),
        'Test Using Larger Than Block-Size Key - Hash Key First',
        '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
      ],
    ] as const) {
      const octets = new Uint8Array(Buffer.from(key, 'hex'));
      const isSecret = hmacTester(
        'SHA-256',
        utf8Bytes(text),
        new Uint8Array(Buffer.from(mac, 'hex')),
        sha256,
      );
      assert.equal(isSecret(octets), true);
      assert.equal(isSecret(octets.slice(1)), false);
    }
  });
});
