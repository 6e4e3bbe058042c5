import assert from 'node:assert/strict';
import type { Bytes } from '../../../../src/core/encoding/bytes';
import {
  derBits,
  derElement,
  derInteger,
  derOctets,
  derOid,
  derSequence,
} from '../../../../src/core/encoding/derWriter';
import { certificate, read, told } from './derFiles';

describe('certificates in one file (PKCS#7)', () => {
  const signedData = (...members: readonly Bytes[]): Bytes =>
    derSequence(
      derOid('1.2.840.113549.1.7.2'),
      derElement(
        0xa0,
        derSequence(derInteger(1), derElement(0x31), derSequence(derOid('1.2.840.113549.1.7.1')), ...members),
      ),
    );
  const set = (...certificates: readonly Bytes[]): Bytes => derElement(0xa0, ...certificates);
  const attribute = derElement(0xa1, derInteger(1));
  const broken = derSequence(derSequence(), derSequence(), derBits(new Uint8Array(1)));

  for (const [what, bytes, said] of [
    ['no certificates', signedData(), 'noKeyInside pkcs7'],
    ['an empty set', signedData(set()), 'noKeyInside pkcs7'],
    ['certificates of attributes alone', signedData(set(attribute)), 'noKeyInside pkcs7'],
    [
      'something that is not signed',
      derSequence(derOid('1.2.840.113549.1.7.1'), derElement(0xa0, derOctets(new Uint8Array()))),
      'noKeyInside pkcs7',
    ],
    ['one that is broken', signedData(set(broken)), 'truncated pkcs7'],
  ] as const)
    it(`with ${what}: ${said}`, async () => {
      assert.equal(await told(bytes), said);
    });

  it('are read one by one, a broken one beside the others', async () => {
    const { keys, told: problems } = await read(signedData(set(attribute, certificate, broken, certificate)));
    assert.deepEqual(problems, ['truncated pkcs7']);
    assert.deepEqual(
      keys.map(({ format, labels }) => [format, labels.comment, labels.notBefore, labels.notAfter]),
      [1, 2].map(() => ['pkcs7', 'subject', 1_577_836_800, 1_893_456_000]),
    );
    assert.deepEqual(keys[0]?.labels.x5t, (await read(certificate)).keys[0]?.labels.x5t);
  });

  it('are read up to five hundred', async () => {
    const { keys, told: problems } = await read(
      signedData(set(...Array.from({ length: 501 }, () => certificate))),
    );
    assert.equal(keys.length, 500);
    assert.deepEqual(problems, ['tooMany 501 500']);
  });
});
