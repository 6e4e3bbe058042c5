import assert from 'node:assert/strict';
import { signatureAlgorithm } from '../../../src/core/jose/algorithms';
import { parseToken } from '../../../src/core/jose/parseToken';
import { publicPart } from '../../../src/core/keys/jwk';
import type { KeyLabels, KeyMaterial, KnownKey } from '../../../src/core/keys/key';
import { rankDecryptionKeys } from '../../../src/core/keys/rankDecryptionKeys';
import { rankKeys, type KeyWish } from '../../../src/core/keys/rankKeys';
import { jsonSegment } from '../../support/aToken';
import { aKey, aPair } from '../../support/keyMaterial';

const known = (id: string, material: KeyMaterial, labels: KeyLabels = {}): KnownKey => ({
  id,
  key: aKey(material, labels),
  origin: { from: 'secretStorage', name: id },
});
/** Another secret for each name. */
const secret = (id: string, labels: KeyLabels = {}): KnownKey =>
  known(id, { kty: 'oct', k: new Uint8Array(32).fill(id.charCodeAt(0) + id.length) }, labels);
const idsOf = async (wish: KeyWish, keys: readonly KnownKey[]): Promise<readonly string[]> =>
  (await rankKeys(wish, keys)).map(({ known: { id } }) => id);
const half = (material: KeyMaterial): KeyMaterial => {
  const part = publicPart(material);
  assert.ok(part);
  return part;
};
const fitOf = (alg: string): KeyWish['fit'] => {
  const row = signatureAlgorithm(alg);
  assert.ok(row);
  return row;
};

describe('the order of keys', () => {
  const wish: KeyWish = {
    alg: 'HS256',
    fit: fitOf('HS256'),
    purpose: 'verify',
    kid: 'wanted',
    x5t: 'short',
    'x5t#S256': 'long',
    picked: new Set(['picked']),
    issuer: new Set(['issuer', 'issuerOtherKid']),
  };
  /** From best to last. What is between two of the same reason speaks against the later one. */
  const order: readonly KnownKey[] = [
    secret('picked', { kid: 'other', use: 'enc', alg: 'RS256' }),
    secret('kid', { kid: 'wanted', keyOps: ['verify', 'sign'], use: 'sig', alg: 'HS256' }),
    secret('kidOtherAlg', { kid: 'wanted', alg: 'HS512' }),
    secret('kidOtherOperations', { kid: 'wanted', keyOps: ['encrypt'] }),
    secret('kidOtherOperationsAndAlg', { kid: 'wanted', keyOps: ['encrypt'], alg: 'HS512' }),
    secret('kidOtherUse', { kid: 'wanted', use: 'enc' }),
    secret('kidAllOther', { kid: 'wanted', use: 'enc', keyOps: [], alg: 'HS512' }),
    secret('certificate', { 'x5t#S256': 'long', kid: 'other' }),
    secret('certificateOtherUse', { x5t: 'short', use: 'enc' }),
    secret('issuer'),
    secret('issuerOtherKid', { kid: 'other', alg: 'HS512' }),
    secret('plain'),
    secret('plainOtherUse', { use: 'enc' }),
    secret('otherKid', { kid: 'other' }),
    secret('otherKidAndAlg', { kid: 'other', alg: 'HS512' }),
  ];
  const ids = order.map(({ id }) => id);

  it('is by reason, then by what their labels say, however they come', async () => {
    const half = Math.floor(order.length / 2);
    for (const keys of [
      order,
      [...order].reverse(),
      [...order.slice(half), ...order.slice(0, half)],
      [...order].sort((one, other) => (one.id < other.id ? -1 : 1)),
    ])
      assert.deepEqual(await idsOf(wish, keys), ids);
  });

  it('comes with the reason of each, and a mark where the id is another', async () => {
    const ranked = await rankKeys(wish, order);
    assert.deepEqual(
      ranked.map(({ chosenBy, kidDiffers }) => `${chosenBy}${kidDiffers ? '!' : ''}`),
      [
        'picked!',
        ...new Array<string>(6).fill('kid'),
        'x5t!',
        'x5t',
        'issuer',
        'issuer!',
        'tried',
        'tried',
        'tried!',
        'tried!',
      ],
    );
  });

  it('does not tell keys apart by ids where the token names none', async () => {
    const keys = [secret('a', { kid: 'one' }), secret('bb')];
    const ranked = await rankKeys({ alg: 'HS256', fit: fitOf('HS256'), purpose: 'verify' }, keys);
    assert.deepEqual(
      ranked.map(({ known: { id }, chosenBy, kidDiffers }) => [id, chosenBy, kidDiffers]),
      [
        ['a', 'tried', false],
        ['bb', 'tried', false],
      ],
    );
  });

  it('does not call the only key fitting that the token does not name', async () => {
    const [only] = await rankKeys({ alg: 'HS256', fit: fitOf('HS256'), purpose: 'verify', kid: 'x' }, [
      secret('a', { kid: 'y' }),
    ]);
    assert.deepEqual([only.chosenBy, only.kidDiffers], ['tried', true]);
    const [nameless] = await rankKeys({ alg: 'HS256', fit: fitOf('HS256'), purpose: 'verify', kid: 'x' }, [
      secret('a'),
    ]);
    assert.deepEqual([nameless.chosenBy, nameless.kidDiffers], ['onlyFit', false]);
  });

  it('takes no thumbprint that is not written out, and no absent one for another absent one', async () => {
    const [one] = await rankKeys({ alg: 'HS256', fit: fitOf('HS256'), purpose: 'verify' }, [
      secret('a'),
      secret('bb'),
    ]);
    assert.equal(one.chosenBy, 'tried');
    const [labelled] = await rankKeys({ alg: 'HS256', fit: fitOf('HS256'), purpose: 'verify', x5t: 'a' }, [
      secret('a', { 'x5t#S256': 'a' }),
      secret('bb'),
    ]);
    assert.equal(labelled.chosenBy, 'tried');
  });

  const lattice = { kty: 'AKP', alg: 'ML-DSA-44', pub: new Uint8Array(1312).fill(1) } as const;
  for (const [alg, whole] of [
    ['RS256', aPair('RSA-1024').material],
    ['ES256', aPair('P-256').material],
    ['EdDSA', aPair('Ed25519').material],
    ['ML-DSA-44', { ...lattice, seed: new Uint8Array(32) }],
  ] as const)
    it(`counts a pair and its public half as one key, the half first to verify: ${alg}`, async () => {
      const keys = [known('pair', whole), known('half', half(whole))];
      const verifying = await rankKeys({ alg, fit: fitOf(alg), purpose: 'verify' }, keys);
      assert.deepEqual(
        verifying.map(({ known: { id }, chosenBy }) => [id, chosenBy]),
        [
          ['half', 'onlyFit'],
          ['pair', 'onlyFit'],
        ],
      );
      assert.deepEqual(await idsOf({ alg, fit: fitOf(alg), purpose: 'encrypt' }, keys), ['half', 'pair']);
      for (const purpose of ['sign', 'decrypt'] as const)
        assert.deepEqual(await idsOf({ alg, fit: fitOf(alg), purpose }, keys), ['pair']);
    });

  for (const [purpose, use, operation] of [
    ['verify', 'sig', 'verify'],
    ['sign', 'sig', 'sign'],
    ['encrypt', 'enc', 'encrypt'],
    ['decrypt', 'enc', 'decrypt'],
  ] as const)
    it(`takes keys marked “${use}” or “${operation}” first to ${purpose}`, async () => {
      const asked: KeyWish = { alg: 'HS256', fit: fitOf('HS256'), purpose };
      const other = use === 'sig' ? 'enc' : 'sig';
      assert.deepEqual(await idsOf(asked, [secret('a', { use: other }), secret('bb', { use })]), ['bb', 'a']);
      const others = [use === 'sig' ? 'encrypt' : 'verify'];
      const operations = [secret('a', { keyOps: others }), secret('bb', { keyOps: [operation] })];
      assert.deepEqual(await idsOf(asked, operations), ['bb', 'a']);
    });
});

describe('the order of keys that may decrypt', () => {
  const enc = 'A128GCM';
  const wrapping = (id: string, length = 16, labels: KeyLabels = {}): KnownKey =>
    known(id, { kty: 'oct', k: new Uint8Array(length).fill(id.charCodeAt(0)) }, labels);
  const pair = known('pair', aPair('P-256').material);
  const public_ = known('public', half(aPair('P-256').material));
  async function order(
    recipients: readonly object[],
    keys: readonly KnownKey[],
    picked?: readonly string[],
  ): Promise<string> {
    const token = parseToken(
      JSON.stringify({
        protected: jsonSegment({ enc }),
        recipients: recipients.map((header) => ({ header, encrypted_key: 'AAAA' })),
        ...{ iv: 'AAAA', ciphertext: 'AAAA', tag: 'AAAA' },
      }),
    );
    assert.ok(token.kind === 'jwe');
    const ranked = await rankDecryptionKeys(token, keys, picked && new Set(picked));
    return ranked
      .map(({ known: { id }, chosenBy, kidDiffers }) => `${id}:${chosenBy}${kidDiffers ? '!' : ''}`)
      .join(' ');
  }
  const direct = { alg: 'A128KW' };
  const agreed = { alg: 'ECDH-ES+A128KW' };

  it('takes each key once, for whichever recipient it fits best', async () => {
    const [a, b] = [wrapping('a'), wrapping('b', 16, { kid: 'k2' })];
    assert.equal(await order([direct], [a, b]), 'a:tried b:tried');
    assert.equal(await order([{ ...direct, kid: 'k2' }], [a, b]), 'b:kid a:tried');
    assert.equal(await order([direct, { ...direct, kid: 'k2' }], [a, b]), 'b:kid a:tried');
    assert.equal(await order([{ ...direct, kid: 'k2' }, direct], [a, b]), 'b:kid a:tried');
    assert.equal(await order([{ ...direct, kid: 'k3' }], [a, b]), 'a:tried b:tried!');
  });

  it('puts keys that are named before those that merely fit another recipient', async () => {
    const named = wrapping('named', 16, { kid: 'k1' });
    assert.equal(
      await order([agreed, { ...direct, kid: 'k1' }], [pair, wrapping('a'), named]),
      'named:kid pair:onlyFit a:tried',
    );
    assert.equal(
      await order([agreed, direct], [wrapping('a'), wrapping('b'), pair], ['b']),
      'b:picked pair:onlyFit a:tried',
    );
  });

  it('leaves out what fits nobody, and halves that cannot decrypt', async () => {
    assert.equal(await order([agreed], [wrapping('a'), public_, pair]), 'pair:onlyFit');
    assert.equal(await order([{ alg: 'nothing known' }, {}], [wrapping('a'), pair]), '');
    assert.equal(await order([], [wrapping('a')]).catch(() => ''), '');
  });

  it('finds keys by the thumbprints of their certificates', async () => {
    const labels: readonly KeyLabels[] = [{ x5t: 's' }, { 'x5t#S256': 'l' }];
    const keys = [wrapping('a'), ...labels.map((one, index) => wrapping(`c${index}`, 16, one))];
    assert.equal(await order([{ ...direct, x5t: 's' }], keys), 'c0:x5t a:tried c1:tried');
    assert.equal(await order([{ ...direct, 'x5t#S256': 'l' }], keys), 'c1:x5t a:tried c0:tried');
  });

  it('looks at the first fifty recipients', async () => {
    const recipients = (at: number): readonly object[] =>
      Array.from({ length: 60 }, (_, index) => (index === at ? agreed : direct));
    assert.equal(await order(recipients(49), [pair]), 'pair:onlyFit');
    assert.equal(await order(recipients(50), [pair]), '');
  });
});
