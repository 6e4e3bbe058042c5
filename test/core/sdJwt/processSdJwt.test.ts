import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toPlainValue } from '../../../src/core/encoding/json';
import { parseToken } from '../../../src/core/jose/parseToken';
import { embeddingLimits } from '../../../src/core/sdJwt/embedDisclosures';
import { processSdJwt, sdJwtDigest, sdJwtHash } from '../../../src/core/sdJwt/processSdJwt';
import type { SdJwtReport } from '../../../src/core/sdJwt/sdJwtReport';
import { aCompactJws } from '../../support/aToken';
import { aDisclosure, anSdJwt, digestOf } from '../../support/anSdJwt';

async function process(payload: unknown, disclosures: readonly string[] = []): Promise<SdJwtReport> {
  const report = await processSdJwt(anSdJwt(payload, disclosures));
  assert.ok(report);
  return report;
}

/** The processed payload as JSON text. */
function json({ payload }: SdJwtReport): string {
  assert.ok(payload);
  return JSON.stringify(toPlainValue(payload));
}
const codes = ({ faults }: SdJwtReport): string[] => faults.map(({ code }) => code);

const name = aDisclosure('salt1', 'given_name', 'Ada');
const street = aDisclosure('salt2', 'street', 'Main');
const country = aDisclosure('salt3', 'DE');
const address = aDisclosure('salt4', 'address', { _sd: [digestOf(street)], city: 'B' });
const list = aDisclosure('salt5', 'nationalities', [{ '...': digestOf(country) }, 'US', { '...': 'decoy' }]);

describe('processSdJwt', () => {
  it('is nothing to a token without a tilde', async () => {
    const token = parseToken(aCompactJws({ alg: 'ES256' }, {}));
    assert.ok(token.kind === 'jws');
    assert.equal(await processSdJwt(token), undefined);
  });

  it('puts members and elements in their places and takes the digests away', async () => {
    const payload = {
      iss: 'i',
      _sd_alg: 'sha-256',
      _sd: [digestOf(name), 'decoy 1'],
      nationalities: [{ '...': digestOf(country) }, 'US', { '...': 'decoy 2' }],
    };
    const report = await process(payload, [name, country]);
    assert.deepEqual(report.faults, []);
    assert.deepEqual(report.notes, []);
    assert.equal(json(report), '{"iss":"i","nationalities":["DE","US"],"given_name":"Ada"}');
    assert.equal(report.hashName, 'sha-256');
    assert.equal(report.digestCount, 4);
    assert.equal(report.undisclosedCount, 2);
    assert.deepEqual(report.undisclosed, [
      { digest: 'decoy 2', path: ['nationalities'] },
      { digest: 'decoy 1', path: [] },
    ]);
    assert.deepEqual(
      report.disclosures.map(({ path, content, digest }) => [path, content?.name, content?.salt, digest]),
      [
        [['given_name'], 'given_name', 'salt1', digestOf(name)],
        [['nationalities', 0], undefined, 'salt3', digestOf(country)],
      ],
    );
  });

  it('keeps claims back whose disclosures are not there', async () => {
    const report = await process({ _sd: [digestOf(name)], a: [{ '...': digestOf(country) }], b: {} });
    assert.deepEqual(report.faults, []);
    assert.equal(json(report), '{"a":[],"b":{}}');
    assert.equal(report.undisclosedCount, 2);
  });

  it('follows disclosures within disclosures', async () => {
    const report = await process({ _sd: [digestOf(address), digestOf(list)] }, [
      country,
      list,
      street,
      address,
    ]);
    assert.deepEqual(report.faults, []);
    assert.equal(json(report), '{"address":{"city":"B","street":"Main"},"nationalities":["DE","US"]}');
    assert.deepEqual(
      report.disclosures.map(({ path }) => path),
      [['nationalities', 0], ['nationalities'], ['address', 'street'], ['address']],
    );
    assert.equal(report.digestCount, 5);
  });

  it('represents an object that held only digests as an empty one', async () => {
    assert.equal(json(await process({ a: { _sd: ['decoy'] }, _sd: [] })), '{"a":{}}');
  });

  it('keeps numbers as they were written', async () => {
    const big = Buffer.from('["s","n",9007199254740993.0]').toString('base64url');
    const { payload } = await process({ _sd: [digestOf(big)] }, [big]);
    const value = payload?.members[0]?.value;
    assert.ok(value?.type === 'number' && value.text === '9007199254740993.0');
  });

  for (const [hashName, algorithm] of [
    ['sha-256', 'sha256'],
    ['sha-384', 'sha384'],
    ['sha-512', 'sha512'],
  ] as const)
    it(`understands ${hashName}`, async () => {
      const report = await process({ _sd_alg: hashName, _sd: [digestOf(name, algorithm)] }, [name]);
      assert.deepEqual(report.faults, []);
      assert.equal(json(report), '{"given_name":"Ada"}');
    });

  const refused: readonly (readonly [
    note: string,
    payload: unknown,
    disclosures: readonly string[],
    faults: readonly string[],
  ])[] = [
    ['a disclosure no digest refers to', { _sd: ['decoy'] }, [name], ['sd.disclosureUnreferenced']],
    [
      'a disclosure whose parent is not there',
      { _sd: [digestOf(address)] },
      [street],
      ['sd.disclosureUnreferenced'],
    ],
    ['a digest twice in one list', { _sd: [digestOf(name), digestOf(name)] }, [name], ['sd.digestRepeated']],
    ['a decoy twice', { _sd: ['d'], a: { _sd: ['d'] } }, [], ['sd.digestRepeated']],
    [
      'a digest as member and as element',
      { a: [{ '...': digestOf(country) }], _sd: [digestOf(country)] },
      [country],
      ['sd.digestRepeated'],
    ],
    [
      'a digest in the payload and in a disclosure',
      { _sd: [digestOf(address), digestOf(street)] },
      [address, street],
      ['sd.digestRepeated'],
    ],
    [
      'a name that is there',
      { given_name: 'Eve', _sd: [digestOf(name)] },
      [name],
      ['sd.nameTaken', 'sd.disclosureUnreferenced'],
    ],
    [
      'a name disclosed twice',
      { _sd: [digestOf(name), digestOf(aDisclosure('other', 'given_name', 'Eve'))] },
      [name, aDisclosure('other', 'given_name', 'Eve')],
      ['sd.nameTaken', 'sd.disclosureUnreferenced'],
    ],
    ['an element where a member should be', { _sd: [digestOf(country)] }, [country], ['sd.disclosureKind']],
    [
      'a member where an element should be',
      { a: [{ '...': digestOf(name) }] },
      [name],
      ['sd.disclosureKind'],
    ],
    [
      'a member named _sd',
      { _sd: [digestOf(aDisclosure('s', '_sd', []))] },
      [aDisclosure('s', '_sd', [])],
      ['sd.disclosureMalformed'],
    ],
    [
      'a member named ...',
      { _sd: [digestOf(aDisclosure('s', '...', 'x'))] },
      [aDisclosure('s', '...', 'x')],
      ['sd.disclosureMalformed'],
    ],
    [
      'four elements in a disclosure',
      { _sd: [digestOf(aDisclosure('s', 'a', 1, 2))] },
      [aDisclosure('s', 'a', 1, 2)],
      ['sd.disclosureMalformed'],
    ],
    [
      'a salt that is no string',
      { _sd: [digestOf(aDisclosure(1, 'a', 1))] },
      [aDisclosure(1, 'a', 1)],
      ['sd.disclosureMalformed'],
    ],
    ['a disclosure that is no JSON', { _sd: [digestOf('YQ')] }, ['YQ'], ['sd.disclosureMalformed']],
    ['an empty disclosure', { _sd: [digestOf('')] }, [''], ['sd.disclosureMalformed']],
    [
      'a disclosure with padding, though its digest is there',
      { _sd: [digestOf(`${name}=`)] },
      [`${name}=`],
      ['sd.disclosureMalformed'],
    ],
    ['_sd that is no array', { _sd: digestOf(name) }, [], ['sd.digestsMalformed']],
    ['_sd with something else in it', { _sd: [1, 'd'] }, [], ['sd.digestsMalformed']],
    ['... beside another member', { a: [{ '...': 'd', b: 1 }] }, [], ['sd.ellipsisMisplaced']],
    ['... with no string', { a: [{ '...': 1 }] }, [], ['sd.ellipsisMisplaced']],
    ['... outside an array', { a: { '...': 'd' } }, [], ['sd.ellipsisMisplaced']],
    ['_sd_alg that is unknown', { _sd_alg: 'md5', _sd: [] }, [], ['sd.hashUnknown']],
    ['_sd_alg of another case', { _sd_alg: 'SHA-256' }, [], ['sd.hashUnknown']],
    ['_sd_alg that is no string', { _sd_alg: null }, [], ['sd.hashUnknown']],
    ['a payload that is no object', [1], [], ['sd.payloadNotObject']],
    [
      'a digest of another algorithm',
      { _sd_alg: 'sha-512', _sd: [digestOf(name)] },
      [name],
      ['sd.disclosureUnreferenced'],
    ],
    [
      'a digest in hexadecimal',
      { _sd: [Buffer.from(digestOf(name), 'base64url').toString('hex')] },
      [name],
      ['sd.disclosureUnreferenced'],
    ],
  ];
  for (const [note, payload, disclosures, faults] of refused)
    it(`refuses ${note}`, async () => {
      const report = await process(payload, disclosures);
      assert.deepEqual(codes(report).sort(), [...faults].sort());
    });

  it('embeds a disclosure once, however often its digest stands', async () => {
    // Each level names the next twice: embedded each time it would be 2^40 values.
    let inner = aDisclosure('salt', 'leaf');
    const disclosures = [inner];
    for (let level = 0; level < 40; level++) {
      const digest = { '...': digestOf(inner) };
      inner = aDisclosure(`salt ${level}`, [digest, digest]);
      disclosures.push(inner);
    }
    const report = await process({ a: [{ '...': digestOf(inner) }] }, disclosures);
    assert.equal(report.faults.length, 40);
    assert.ok(codes(report).every((code) => code === 'sd.digestRepeated'));
    assert.ok(json(report).length < 200);
  });

  it('stops at a depth that disclosures within disclosures can reach', async () => {
    let inner = aDisclosure('salt', 'leaf');
    const disclosures = [inner];
    for (let level = 0; level < 300; level++) {
      inner = aDisclosure(`salt ${level}`, [{ '...': digestOf(inner) }]);
      disclosures.push(inner);
    }
    const report = await process({ a: [{ '...': digestOf(inner) }] }, disclosures);
    assert.ok(
      report.faults.some((fault) => fault.code === 'sd.tooDeep' && fault.limit === embeddingLimits.depth),
    );
    const within = await process(JSON.parse('{"a":'.repeat(250) + '1' + '}'.repeat(250)));
    assert.deepEqual(within.faults, []);
  });

  it('tells a bounded number of faults and digests of a hostile payload', async () => {
    const report = await process({
      a: Array.from({ length: 5000 }, (_, index) => ({ '...': `d${index % 2000}` })),
    });
    assert.equal(report.faults.length, embeddingLimits.faults);
    assert.equal(report.undisclosed.length, embeddingLimits.undisclosed);
    assert.equal(report.undisclosedCount, 2000);
  });

  it('refuses more disclosures than it reads', async () => {
    const report = await process(
      {},
      Array.from({ length: 10_001 }, () => name),
    );
    assert.ok(codes(report).includes('sd.tooManyDisclosures'));
  });

  it('notes what is against the rules and no reason to refuse', async () => {
    const twice = await process({ _sd: [digestOf(name)] }, [name, name]);
    assert.deepEqual([twice.faults, twice.notes], [[], [{ code: 'sd.disclosureRepeated', index: 1 }]]);
    assert.deepEqual(twice.disclosures[1]?.path, ['given_name']);
    const other = aDisclosure('salt1', 'b', 1);
    const salted = await process({ _sd: [digestOf(name), digestOf(other)] }, [name, other]);
    assert.deepEqual([salted.faults, salted.notes], [[], [{ code: 'sd.saltRepeated', index: 1 }]]);
    const nested = await process({ a: { _sd_alg: 'sha-512' } });
    assert.deepEqual([nested.faults, nested.notes], [[], [{ code: 'sd.hashNested', path: ['a'] }]]);
    assert.equal(json(nested), '{"a":{"_sd_alg":"sha-512"}}');
  });

  it('lets no disclosure change the hash or reach a prototype', async () => {
    const hash = aDisclosure('s', '_sd_alg', 'sha-512');
    const report = await process({ _sd: [digestOf(hash)] }, [hash]);
    assert.equal(report.hashName, 'sha-256');
    assert.equal(json(report), '{}');
    const proto = aDisclosure('s', '__proto__', { polluted: true });
    const other = await process({ _sd: [digestOf(proto)] }, [proto]);
    assert.deepEqual(other.faults, []);
    assert.equal(json(other), '{"__proto__":{"polluted":true}}');
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  it('gives back any claims, whichever of them were made selectively disclosable', async () => {
    const claims = fc.dictionary(
      fc.string().filter((key) => !['_sd', '...', '_sd_alg'].includes(key)),
      fc.oneof(
        fc.string(),
        fc.integer(),
        fc.array(fc.string()),
        fc.dictionary(fc.constantFrom('a', 'b'), fc.boolean()),
      ),
      { maxKeys: 6 },
    );
    await fc.assert(
      fc.asyncProperty(
        claims,
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        async (all, hidden) => {
          const disclosures: string[] = [];
          const hide = (...content: unknown[]): string => {
            const disclosure = aDisclosure(`salt ${disclosures.length}`, ...content);
            disclosures.push(disclosure);
            return digestOf(disclosure);
          };
          const entries = Object.entries(all);
          const open = entries
            .filter((_, index) => !hidden[index])
            .map(([key, value]) => [
              key,
              Array.isArray(value) ? value.map((item) => ({ '...': hide(item) })) : value,
            ]);
          const digests = entries.filter((_, index) => hidden[index]).map(([key, value]) => hide(key, value));
          const report = await process({ ...Object.fromEntries(open), _sd: digests }, disclosures.reverse());
          assert.deepEqual(report.faults, []);
          assert.deepEqual(sorted(JSON.parse(json(report))), sorted(JSON.parse(JSON.stringify(all))));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('processSdJwt, whatever the SD-JWT', () => {
  /** JSON in which digests and the reserved names come up often, in their places and out of them. */
  const anyJson = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(digestOf(name), digestOf(country), digestOf(address), 'decoy', 1, null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('_sd', '...', '_sd_alg', '__proto__', 'a', 'given_name'), tie('value'), {
        maxKeys: 3,
      }),
      fc.array(fc.constantFrom(digestOf(name), digestOf(street), 'decoy'), { maxLength: 3 }).map((list) => ({
        _sd: list,
      })),
      fc.constantFrom(digestOf(country), 'decoy').map((digest) => [{ '...': digest }]),
    ),
  })).value;
  const anyDisclosure = fc.oneof(
    fc.constantFrom(name, street, country, address, list, ''),
    fc.array(anyJson, { maxLength: 4 }).map((content) => aDisclosure(...content)),
    fc.string({ unit: fc.constantFrom('W', 'y', '=', '~', '.', '"') }),
  );

  it('never rejects, and leaves no digest where it finds no fault', async () => {
    await fc.assert(
      fc.asyncProperty(anyJson, fc.array(anyDisclosure, { maxLength: 5 }), async (payload, disclosures) => {
        const token = parseToken([aCompactJws({ alg: 'ES256' }, payload), ...disclosures, ''].join('~'));
        if (token.kind !== 'jws') return;
        const report = await processSdJwt(token);
        assert.ok(report);
        if (report.faults.length > 0) return;
        const text = json(report);
        assert.ok(!/"_sd":|"\.\.\.":/.test(text), text);
        assert.ok(report.disclosures.every(({ path, content }) => path && content));
      }),
      { numRuns: 2000 },
    );
  });
});

/** Members by name, for comparing what JSON does not order. */
function sorted(value: unknown): unknown {
  return Object.entries(value as object).sort(([one], [other]) => (one < other ? -1 : 1));
}

describe('sdJwtHash', () => {
  it('is sha-256 where nothing is said', () =>
    assert.deepEqual(sdJwtHash(undefined), { name: 'sha-256', hash: 'SHA-256' }));
});

describe('sdJwtDigest', () => {
  it('gives the digest RFC 9901 §4.2.3 prints', async () => {
    const disclosure = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0';
    assert.equal(await sdJwtDigest('SHA-256', disclosure), 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0');
  });
});
