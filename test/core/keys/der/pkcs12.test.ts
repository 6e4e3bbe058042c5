import assert from 'node:assert/strict';
import { createHmac, pbkdf2Sync } from 'node:crypto';
import type { Bytes } from '../../../../src/core/encoding/bytes';
import {
  derElement,
  derInteger,
  derNull,
  derOctets,
  derOid,
  derSequence,
} from '../../../../src/core/encoding/derWriter';
import { bmpPassword, pkcs12Key, pkcs12Purpose } from '../../../../src/core/keys/password/repeatedHash';
import { certificate, own, pkcs8Of, read, told } from './derFiles';

describe('a store of keys (PKCS#12)', () => {
  const data = '1.2.840.113549.1.7.1';
  const bagOid = (kind: number): Bytes => derOid(`1.2.840.113549.1.12.10.1.${kind}`);
  const named = (name: string): Bytes =>
    derElement(
      0x31,
      derSequence(derOid('1.2.3'), derElement(0x31, derNull())),
      derSequence(
        derOid('1.2.840.113549.1.9.20'),
        derElement(0x31, derElement(0x1e, Buffer.from(name, 'utf16le').swap16())),
      ),
    );
  const bag = (kind: number, value: Bytes, ...attributes: readonly Bytes[]): Bytes =>
    derSequence(bagOid(kind), derElement(0xa0, value), ...attributes);
  const keyBag = (...attributes: readonly Bytes[]): Bytes => bag(1, pkcs8Of('Ed25519'), ...attributes);
  const certBag = (oid = '1.2.840.113549.1.9.22.1', ...attributes: readonly Bytes[]): Bytes =>
    bag(3, derSequence(derOid(oid), derElement(0xa0, derOctets(certificate))), ...attributes);
  const open = (...bags: readonly Bytes[]): Bytes =>
    derSequence(derOid(data), derElement(0xa0, derOctets(derSequence(...bags))));

  const hmacs = { sha1: 7, sha224: 8, sha256: 9, sha384: 10, sha512: 11 } as const;
  /** A store closed with PBMAC1 (RFC 9579), which Node can compute beside us. */
  function store(
    contents: readonly Bytes[],
    password = '',
    hash: keyof typeof hmacs = 'sha256',
    oid = data,
    keyLength: number | null = 32,
    made = keyLength ?? 32,
  ): Bytes {
    const content = derSequence(...contents);
    const salt = new Uint8Array(8).fill(6);
    const key = pbkdf2Sync(password, salt, 3, made, 'sha256');
    const mac = own(createHmac(hash, key).update(content).digest());
    const hmacOid = (number: number): Bytes => derSequence(derOid(`1.2.840.113549.2.${number}`), derNull());
    const derivation = derSequence(
      derOid('1.2.840.113549.1.5.12'),
      derSequence(
        derOctets(salt),
        derInteger(3),
        ...(keyLength === null ? [] : [derInteger(keyLength)]),
        hmacOid(9),
      ),
    );
    const identifier = derSequence(
      derOid('1.2.840.113549.1.5.14'),
      derSequence(derivation, hmacOid(hmacs[hash])),
    );
    return derSequence(
      derInteger(3),
      derSequence(derOid(oid), derElement(0xa0, derOctets(content))),
      derSequence(derSequence(identifier, derOctets(mac)), derOctets(salt), derInteger(1)),
    );
  }

  for (const hash of ['sha256', 'sha384', 'sha512'] as const)
    it(`opens with its password alone, checked with ${hash}`, async () => {
      const bytes = store([open(keyBag())], 'secret', hash);
      assert.equal(await told(bytes, 'secret'), '1 keys');
      assert.equal(await told(bytes, 'wrong'), 'passphraseWrong pkcs12');
      assert.equal(await told(bytes), 'passphraseNeeded pkcs12');
      assert.equal(await told(store([open(keyBag())], '', hash)), '1 keys');
    });

  const oids = {
    sha1: '1.3.14.3.2.26',
    sha224: '2.16.840.1.101.3.4.2.4',
    sha256: '2.16.840.1.101.3.4.2.1',
    sha384: '2.16.840.1.101.3.4.2.2',
    sha512: '2.16.840.1.101.3.4.2.3',
  } as const;
  const names = {
    sha1: 'SHA-1',
    sha224: 'SHA-224',
    sha256: 'SHA-256',
    sha384: 'SHA-384',
    sha512: 'SHA-512',
  } as const;
  /** A store closed as PKCS#12 itself has it (RFC 7292 appendix B); an undefined password is no octets at all. */
  async function oldStore(
    hash: keyof typeof oids,
    password: string | undefined,
    rounds?: number,
  ): Promise<Bytes> {
    const content = derSequence(open(keyBag()));
    const salt = new Uint8Array(8).fill(6);
    const octets = password === undefined ? new Uint8Array() : bmpPassword(password);
    const size = createHmac(hash, '').digest().length;
    const key = await pkcs12Key(names[hash], octets, salt, rounds ?? 1, pkcs12Purpose.mac, size);
    const mac = own(createHmac(hash, key).update(content).digest());
    return derSequence(
      derInteger(3),
      derSequence(derOid(data), derElement(0xa0, derOctets(content))),
      derSequence(
        derSequence(derSequence(derOid(oids[hash]), derNull()), derOctets(mac)),
        derOctets(salt),
        ...(rounds === undefined ? [] : [derInteger(rounds)]),
      ),
    );
  }

  for (const hash of ['sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const)
    it(`is checked with ${hash} too, once or many times over`, async () => {
      for (const rounds of [undefined, 1, 5]) {
        const bytes = await oldStore(hash, 'Zürich', rounds);
        assert.equal(await told(bytes, 'Zürich'), '1 keys');
        assert.equal(await told(bytes, 'Zurich'), 'passphraseWrong pkcs12');
      }
    });

  it('opens with no password, whichever way that was written', async () => {
    for (const password of ['', undefined]) {
      const bytes = await oldStore('sha256', password, 2);
      assert.equal(await told(bytes), '1 keys');
      assert.equal(await told(bytes, ''), '1 keys');
      assert.equal(await told(bytes, 'x'), 'passphraseWrong pkcs12');
    }
  });

  it('says how long the key of its check is, which need not be as long as the check', async () => {
    const closed = (length: number | null, made = length ?? 64): Bytes =>
      store([open(keyBag())], 'secret', 'sha512', data, length, made);
    for (const length of [20, 32, 64, 144]) assert.equal(await told(closed(length), 'secret'), '1 keys');
    assert.equal(await told(closed(null), 'secret'), '1 keys');
    assert.equal(await told(closed(20, 64), 'secret'), 'passphraseWrong pkcs12');
    for (const length of [0, 145]) assert.match(await told(closed(length, 64), 'secret'), /^damaged/);
  });

  it('gives its private keys first, with their friendly names, and its certificates behind them', async () => {
    const { keys } = await read(
      store([open(certBag(undefined, named('of the certificate'))), open(keyBag(named('Zürich')), keyBag())]),
    );
    assert.deepEqual(
      keys.map(({ format, labels, material }) => [format, labels.comment, 'd' in material]),
      [
        ['pkcs12', 'Zürich', true],
        ['pkcs12', undefined, true],
        ['pkcs12', 'of the certificate', false],
      ],
    );
  });

  it('goes into bags within bags, up to five deep', async () => {
    const nested = (depth: number): Bytes => {
      let inner = keyBag();
      for (let level = 0; level < depth; level++) inner = bag(6, derSequence(inner));
      return store([open(inner)]);
    };
    assert.equal(await told(nested(5)), '1 keys');
    assert.match(await told(nested(6)), /^damaged/);
  });

  it('looks into two hundred bags', async () => {
    const many = (count: number): Bytes => store([open(...Array.from({ length: count }, () => keyBag()))]);
    assert.deepEqual((await read(many(200))).told, []);
    const { keys, told: problems } = await read(many(201));
    assert.equal(keys.length, 200);
    assert.deepEqual(problems, ['tooMany 201 200']);
  });

  for (const [what, bytes, said] of [
    ['nothing inside', store([open()]), 'noKeyInside pkcs12'],
    ['bags of other things', store([open(bag(4, derNull()), bag(5, derNull()))]), 'noKeyInside pkcs12'],
    [
      'a certificate of another kind',
      store([open(certBag('1.2.840.113549.1.9.22.2'))]),
      'noKeyInside pkcs12',
    ],
    [
      'content of another kind',
      store([derSequence(derOid('1.2.840.113549.1.7.3'), derElement(0xa0, derNull()))]),
      'unsupportedCipher 1.2.840.113549.1.7.3',
    ],
    [
      'a signature in the place of a password',
      store([open(keyBag())], '', 'sha256', '1.2.840.113549.1.7.2'),
      'unsupportedCipher PKCS#12 public-key integrity',
    ],
    ['a key that is broken', store([open(bag(1, derSequence(derInteger(0))))]), 'truncated pkcs12'],
    [
      'a closed bag of an unknown cipher',
      store([open(bag(2, derSequence(derSequence(derOid('1.2.3')), derOctets(new Uint8Array(8)))))]),
      'unsupportedCipher 1.2.3',
    ],
    [
      'a digest nobody knows',
      derSequence(
        derInteger(3),
        derSequence(derOid(data), derElement(0xa0, derOctets(derSequence()))),
        derSequence(
          derSequence(derSequence(derOid('1.2.3')), derOctets(new Uint8Array(4))),
          derOctets(new Uint8Array(8)),
        ),
      ),
      'unsupportedCipher 1.2.3',
    ],
    [
      'no check at all',
      derSequence(derInteger(3), derSequence(derOid(data), derElement(0xa0, derOctets(derSequence())))),
      'passphraseNeeded pkcs12',
    ],
  ] as const)
    it(`with ${what}: ${said}`, async () => {
      assert.equal(await told(bytes), said);
    });
});
