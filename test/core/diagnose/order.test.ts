import assert from 'node:assert/strict';
import * as node from 'node:crypto';
import { Checker, diagnosisLimits } from '../../../src/core/diagnose/checker';
import { causeCodes, rowOf, type CauseCode } from '../../../src/core/diagnose/codes';
import {
  readConfiguredKeys,
  usableKeys,
  type ConfiguredKey,
} from '../../../src/core/diagnose/configuredKeys';
import type { KeyConfiguration } from '../../../src/core/diagnose/diagnosis';
import { formFact } from '../../../src/core/diagnose/forms';
import { inOrder, plansFor } from '../../../src/core/diagnose/plans';
import { longestSalt, pssSaltLength } from '../../../src/core/diagnose/pssSalt';
import { textVariants } from '../../../src/core/diagnose/textVariants';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { signatureAlgorithm } from '../../../src/core/jose/algorithms';
import { aCompactJwe } from '../../support/aToken';
import { aPair } from '../../support/keyMaterial';
import { file, secret } from './aCase';
import { settingOf, variantOf } from './aSetting';
import { b64, jwkSet, privatePem, publicPem, signed } from './signing';

const b = b64;
const tokenOf = (header: object, payload = '{"a":1}', signature: Uint8Array = new Uint8Array(64)): string =>
  `${b(JSON.stringify(header))}.${b(payload)}.${b(signature)}`;

describe('the form of a token that rules verification out', () => {
  const web = file('web', publicPem('RSA-2048'));
  const ids = file('set', jwkSet({ k1: aPair('P-256').publicKey }));
  const es = { alg: 'ES256' };
  const [h = '', p = ''] = tokenOf(es).split('.');
  const rows: readonly (readonly [
    what: string,
    text: string,
    keys: readonly KeyConfiguration[],
    fact: { readonly code: CauseCode; readonly facts: object } | undefined,
  ])[] = [
    ['a header alone, with something behind it', `${h}!`, [], { code: 'not-jose', facts: {} }],
    ['a header alone', h, [], { code: 'token-truncated', facts: { segments: 1 } }],
    [
      'a header and half a payload',
      `${h}.${p.slice(0, -3)}`,
      [],
      { code: 'token-truncated', facts: { segments: 2 } },
    ],
    [
      'a signature too short',
      tokenOf(es, '{}', new Uint8Array(63)),
      [],
      { code: 'token-truncated', facts: { segments: 3, found: 63, least: 64 } },
    ],
    [
      'a signature too short for any curve',
      tokenOf({ alg: 'EdDSA' }, '{}', new Uint8Array(63)),
      [],
      { code: 'token-truncated', facts: { segments: 3, found: 63, least: 64 } },
    ],
    [
      'a short signature of RSA, which any length may be',
      tokenOf({ alg: 'RS256' }, '{}', new Uint8Array(1)),
      [],
      undefined,
    ],
    ['no token', 'a.b.c', [], { code: 'not-jose', facts: {} }],
    ['objects without an algorithm', tokenOf({ typ: 'JWT' }), [], { code: 'not-jose', facts: {} }],
    ['a header in the wrong place', `x.${h}.y`, [], undefined],
    ['an encrypted token', aCompactJwe({ alg: 'dir', enc: 'A256GCM' }), [], { code: 'jwe', facts: {} }],
    [
      'an unsecured token',
      tokenOf({ alg: 'None' }, '{}', new Uint8Array()),
      [],
      { code: 'unsecured', facts: { alg: 'None' } },
    ],
    ['no signature', `${h}.${p}.`, [], { code: 'signature-missing', facts: { alg: 'ES256' } }],
    ['no signature and no dot', `${h}.${p}`, [], { code: 'signature-missing', facts: { alg: 'ES256' } }],
    ['no payload', `${h}..${b(new Uint8Array(64))}`, [], { code: 'payload-detached', facts: {} }],
    [
      'keys of another type',
      tokenOf(es),
      [web],
      { code: 'key-wrong-type', facts: { alg: 'ES256', needs: 'P-256' } },
    ],
    [
      'keys of another type for a secret',
      tokenOf({ alg: 'HS256' }, '{}', new Uint8Array(32)),
      [web],
      { code: 'key-wrong-type', facts: { alg: 'HS256', needs: 'oct' } },
    ],
    [
      'a key id nobody has',
      tokenOf({ ...es, kid: 'k2' }),
      [ids],
      { code: 'kid-unknown', facts: { kid: 'k2' } },
    ],
    ['a key id somebody has', tokenOf({ ...es, kid: 'k1' }), [ids], undefined],
    [
      'a key id where keys have none',
      tokenOf({ ...es, kid: 'k2' }),
      [file('p', publicPem('P-256'))],
      undefined,
    ],
    ['no keys', tokenOf(es), [], undefined],
    ['a key that fits', tokenOf(es), [web, file('p', publicPem('P-256'))], undefined],
    [
      'no key that fits among those without an id, whatever others have',
      tokenOf({ ...es, kid: 'k2' }),
      [web, ids],
      { code: 'key-wrong-type', facts: { alg: 'ES256', needs: 'P-256' } },
    ],
    [
      'a private key that fits beside public ones that do not',
      tokenOf(es),
      [web, file('p', privatePem('P-256'))],
      undefined,
    ],
    [
      'two keys of one id, the second of which fits',
      tokenOf({ ...es, kid: 'k1' }),
      [file('set', jwkSet({ k1: aPair('RSA-1024').publicKey })), ids],
      undefined,
    ],
    [
      'keys for neither of two curves',
      tokenOf({ alg: 'EdDSA' }),
      [web],
      { code: 'key-wrong-type', facts: { alg: 'EdDSA', needs: 'Ed25519, Ed448' } },
    ],
    [
      'a secret where an id is asked for that a secret has',
      tokenOf({ alg: 'none', kid: 'k2' }),
      [ids],
      undefined,
    ],
    [
      'a JSON serialization without an algorithm',
      JSON.stringify({ payload: 'e30', protected: b('{"typ":"JWT"}'), signature: 'AAAA' }),
      [],
      undefined,
    ],
    [
      'one whose signature is empty',
      JSON.stringify({ payload: 'e30', protected: b('{"typ":"JWT"}'), signature: '' }),
      [],
      { code: 'signature-missing', facts: { alg: '' } },
    ],
    ['neither payload nor signature', `${h}..`, [], undefined],
    ['a header behind a tilde', `x~${h}~y`, [], undefined],
    ['a header behind five others', `a.b.c.d.e.${h}`, [], undefined],
    ['a header behind more than any token has', `a.b.c.d.e.f.${h}`, [], { code: 'not-jose', facts: {} }],
    ['an object that is no serialization', '{"alg":"HS256"}', [], { code: 'not-jose', facts: {} }],
    ['an algorithm nobody knows', tokenOf({ alg: 'XS' }), [web], undefined],
  ];
  for (const [what, text, keys, fact] of rows)
    it(`is told: ${what}`, async () => {
      assert.deepEqual(await formFact([variantOf(text)], await settingOf(text, keys)), fact);
    });

  it('is looked for in the first text that is a token', async () => {
    const texts = ['no token at all', `${h}.${p}.`, h].map((text) => variantOf(text));
    const setting = await settingOf('no token at all');
    assert.deepEqual(await formFact(texts, setting), { code: 'signature-missing', facts: { alg: 'ES256' } });
    assert.equal(await formFact([], setting), undefined);
  });
});

describe('the plans of a search', () => {
  const variants = [
    variantOf('a'),
    variantOf('b', ['token-padded']),
    variantOf('c', ['token-escaped', 'token-padded']),
    variantOf('d', ['token-padded']),
  ];
  let plans: ReturnType<typeof plansFor> = [];
  beforeEach(() => {
    plans = plansFor(variants, 'all');
  });

  it('begin with the fewest causes, and among these go by the order of the causes', () => {
    const marks = plans.map(({ codes }) => [codes.length, ...codes.map(rowOf)]);
    for (const [index, mark] of marks.entries()) {
      if (index === marks.length - 1) continue;
      const next = marks[index + 1];
      const at = mark.findIndex((row, place) => row !== next[place]);
      assert.ok(
        at < 0 || (mark[at] ?? 0) < (next[at] ?? 0),
        `${plans[index]?.codes.join()} before ${plans[index + 1]?.codes.join()}`,
      );
    }
  });

  it('take texts of the same causes together, and each set of causes once', () => {
    const first = plans.find(({ codes }) => codes.join() === 'token-padded');
    assert.deepEqual(
      first?.variants.map(({ text }) => text),
      ['b', 'd'],
    );
    const marks = plans.map(({ codes }) => codes.join('+'));
    assert.equal(new Set(marks).size, marks.length);
    assert.ok(!marks.includes(''));
    for (const mark of [
      'payload-edited+header-edited',
      'token-escaped+token-padded',
      'token-padded+signature-der',
    ])
      assert.ok(marks.includes(mark), mark);
  });

  it('see a text anew beside one cause about the text at most', () => {
    const marks = plans.map(({ codes }) => codes.join('+'));
    assert.ok(marks.includes('token-padded+token-truncated'));
    assert.ok(!marks.some((mark) => mark.startsWith('token-escaped+token-padded+token-')));
  });

  it('leave out what is rare while somebody hovers', () => {
    const common = plansFor([variantOf('a')], 'common').flatMap(({ codes }) => codes);
    assert.ok(
      common.includes('secret-is-base64') &&
        common.includes('kid-mismatch') &&
        common.includes('signature-der'),
    );
    for (const rare of [
      'pss-salt-length',
      'alg-swapped',
      'secret-characters',
      'key-armour',
      'token-truncated',
    ] as const)
      assert.ok(!common.includes(rare), rare);
  });

  it('name causes in their order', () => {
    assert.deepEqual(inOrder(['nested-token', 'token-escaped', 'alg-swapped']), [
      'token-escaped',
      'alg-swapped',
      'nested-token',
    ]);
    assert.deepEqual(
      causeCodes.map(rowOf),
      causeCodes.map((_, index) => index + 1),
    );
  });
});

describe('the texts a token may be', () => {
  const good = signed({ alg: 'HS256' }, { sub: 'a' }, 'word');
  const causesOf = async (text: string): Promise<ReadonlyMap<string, readonly CauseCode[]>> =>
    new Map(
      (await textVariants(text, await settingOf(text))).map((variant) => [variant.text, variant.causes]),
    );

  for (const [text, causes] of [
    [good, []],
    [good.replaceAll('.', '\\u002e'), ['token-escaped']],
    [good.replaceAll('.', '%2E'), ['token-url-encoded']],
    [`Bearer ${good}`, ['token-surrounded']],
    [`${good}==`, ['token-padded']],
    [`"${good.slice(0, 30)}\n${good.slice(30)}"`, ['token-split']],
    [`${good.replaceAll('.', '%2E')}%3D`, ['token-url-encoded', 'token-padded']],
  ] as const)
    it(`are reached by ${causes.join(', ') || 'nothing'}: ${text.slice(0, 30)}`, async () => {
      assert.deepEqual((await causesOf(text)).get(good), causes);
    });

  it('are that text alone where it is longer than any token', async () => {
    const long = `"${'a'.repeat(262_143)}"`;
    assert.deepEqual([...(await causesOf(long)).keys()], [long]);
  });
});

describe('the keys that a token may use', () => {
  const key = (id: string, kid: string | undefined, kind: 'public' | 'private' | 'secret'): ConfiguredKey => {
    const { material } = aPair('P-256');
    assert.ok(material.kty === 'EC' && material.d);
    const { d, ...half } = material;
    const own = kind === 'secret' ? ({ kty: 'oct', k: d } as const) : kind === 'private' ? material : half;
    return { id, key: { material: own, labels: {}, format: 'jwk' }, ...(kid === undefined ? {} : { kid }) };
  };
  const all = [
    key('private', undefined, 'private'),
    key('public', undefined, 'public'),
    key('secret', undefined, 'secret'),
    key('k1 private', 'k1', 'private'),
    key('k1 public', 'k1', 'public'),
    key('k2 private', 'k2', 'private'),
    key('k3 secret', 'k3', 'secret'),
  ];
  const idsOf = (
    kid: string | undefined,
    keys = all,
    fits: (one: ConfiguredKey) => boolean = () => true,
  ): string =>
    usableKeys(keys, kid, fits)
      .map(({ id }) => id)
      .join(', ');

  it('are the first of those that carry its id, the public one before the private', () => {
    assert.equal(idsOf('k1'), 'k1 public');
    assert.equal(idsOf('k2'), 'k2 private');
    assert.equal(idsOf('k3'), 'k3 secret');
    assert.equal(
      idsOf('k1', all, ({ id }) => id === 'k1 private'),
      'k1 private',
    );
    assert.equal(
      idsOf('k1', all, ({ id }) => id === 'public'),
      '',
    );
  });

  it('are those without an id where nobody carries its own, and all where it names none', () => {
    assert.equal(idsOf('k9'), 'public, secret');
    assert.equal(idsOf(undefined), 'public, secret, k1 public, k3 secret');
    assert.equal(
      idsOf(undefined, all, ({ id }) => id.includes('private')),
      'private, k1 private, k2 private',
    );
    assert.equal(
      idsOf('k9', all, ({ id }) => id === 'private' || id === 'secret'),
      'private, secret',
    );
  });
});

describe('the salt of a PSS signature', () => {
  for (const bits of [1024, 1025, 2048] as const)
    it(`is read whatever its length, with ${bits} bits`, () => {
      const { privateKey, material } = aPair(`RSA-${bits}`);
      assert.ok(material.kty === 'RSA');
      const data = utf8Bytes('data');
      const longest = longestSalt('SHA-256', material);
      for (const saltLength of [0, 1, 20, 32, longest]) {
        const signature = new Uint8Array(
          node.sign('sha256', data, {
            key: privateKey,
            padding: node.constants.RSA_PKCS1_PSS_PADDING,
            saltLength,
          }),
        );
        assert.equal(pssSaltLength('SHA-256', material, data, signature), saltLength);
        assert.equal(pssSaltLength('SHA-256', material, utf8Bytes('other'), signature), undefined);
        assert.equal(pssSaltLength('SHA-384', material, data, signature), undefined);
        assert.equal(pssSaltLength('SHA-256', material, data, signature.slice(1)), undefined);
      }
      assert.throws(() =>
        node.sign('sha256', data, {
          key: privateKey,
          padding: node.constants.RSA_PKCS1_PSS_PADDING,
          saltLength: longest + 1,
        }),
      );
      assert.equal(pssSaltLength('SHA-256', material, data, new Uint8Array(material.n)), undefined);
      const plain = new Uint8Array(node.sign('sha256', data, privateKey));
      assert.equal(pssSaltLength('SHA-256', material, data, plain), undefined);
    });
});

describe('the budget of a diagnosis', () => {
  const algorithm = signatureAlgorithm('HS256');
  it('is a thousand HMACs for each secret, each text counted once', async () => {
    assert.ok(algorithm);
    const { keys } = await readConfiguredKeys([secret('a', 'one'), secret('b', 'two')]);
    const [first, second] = keys;
    const checker = new Checker();
    const same = utf8Bytes('same');
    for (let round = 0; round < 2000; round++) assert.ok(checker.hmac(algorithm, first, same));
    for (let round = 1; round < diagnosisLimits.hmacsPerSecret; round++)
      assert.ok(checker.hmac(algorithm, first, utf8Bytes(`${round}`)));
    assert.equal(checker.hmac(algorithm, first, utf8Bytes('one more')), undefined);
    assert.equal(checker.checkSecret(algorithm, first, utf8Bytes('one more'), new Uint8Array(32)), 'spent');
    assert.equal(checker.checkSecret(algorithm, first, utf8Bytes('one more'), new Uint8Array(31)), false);
    assert.ok(checker.hmac(algorithm, first, same));
    assert.ok(checker.hmac(algorithm, second, utf8Bytes('one more')));
    const right = new Uint8Array(node.createHmac('sha256', 'two').update('x').digest());
    assert.equal(checker.checkSecret(algorithm, second, utf8Bytes('x'), right), true);
  });

  it('is five thousand checks with public keys; what cannot be right by its length costs none', async () => {
    const row = signatureAlgorithm('Ed25519');
    assert.ok(row && algorithm);
    const asked = { count: 0 };
    const engine = {
      importKey: () => Promise.resolve({}),
      verify: () => Promise.resolve(asked.count++ < 0),
    } as unknown as SubtleCrypto;
    const checker = new Checker(engine);
    const { keys } = await readConfiguredKeys([file('ed', publicPem('Ed25519'))]);
    const [key] = keys;
    assert.ok(key);
    const check = (length: number, by = row): Promise<unknown> =>
      checker.checkPublic(by, key, utf8Bytes('x'), new Uint8Array(length));
    for (let round = 0; round < 10; round++) assert.equal(await check(63), false);
    assert.equal(await check(64, algorithm), false);
    assert.equal(asked.count, 0);
    for (let round = 0; round < diagnosisLimits.publicChecks; round++) assert.equal(await check(64), false);
    assert.equal(asked.count, diagnosisLimits.publicChecks);
    assert.equal(await check(64), 'spent');
  });
});
