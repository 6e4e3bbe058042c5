import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonNode } from '../../../src/core/encoding/jsonNode';
import { tokenLimits } from '../../../src/core/jose/limits';
import { workTime } from '../../support/workTime';
import { parseToken } from '../../../src/core/jose/parseToken';
import { serializeToken } from '../../../src/core/jose/serialize';
import type { Segment, Token } from '../../../src/core/jose/token';
import { aCompactJwe, aCompactJws, jsonSegment, segment, someSignature } from '../../support/aToken';

const header = jsonSegment({ alg: 'HS256', typ: 'JWT', crit: ['b64'], b64: true });
const disclosure = jsonSegment(['salt', 'name', { _sd: ['x'] }]);
const jws = aCompactJws({ alg: 'HS256', typ: 'JWT' }, { sub: 'a', exp: 1 });
const jwe = aCompactJwe({ alg: 'dir', enc: 'A128GCM' });
const tokens: readonly string[] = [
  jws,
  jwe,
  `${header}..${someSignature}`,
  `${jws}~${disclosure}~${jws}`,
  `${jsonSegment({ alg: 'HS256', b64: false, crit: ['b64'] })}.plain text~.${someSignature}`,
  JSON.stringify({ payload: 'e30', protected: header, signature: someSignature }),
  JSON.stringify({
    payload: 'e30',
    signatures: [
      { protected: header, header: { kid: 'a', disclosures: [disclosure], kb_jwt: jws }, signature: 'x' },
    ],
  }),
  JSON.stringify({
    protected: jsonSegment({ enc: 'A128GCM' }),
    unprotected: { alg: 'dir' },
    recipients: [{ header: { kid: 'a' }, encrypted_key: 'a2V5' }],
    iv: 'aXY',
    ciphertext: 'Y3Q',
    tag: 'dGFn',
    aad: 'YWFk',
  }),
];

/** Everything reading may leave behind; fails where something is not as its type promises. */
function check(text: string): Token {
  const token = parseToken(text);
  assert.equal(token.text, text);
  assert.equal(serializeToken(token), text);
  assert.ok(token.problems.length <= tokenLimits.problems + 2);
  for (const { span } of token.problems) if (span) checkSpan(span, text);
  for (const one of segmentsIn(token)) {
    checkSpan(one.span, text);
    if (one.span.end - one.span.start === one.text.length && !text.startsWith('{'))
      assert.equal(text.slice(one.span.start, one.span.end), one.text);
  }
  if (token.kind === 'malformed' && token.intended) check(token.intended.text);
  if (token.kind === 'jws') {
    const { node, claims } = token.payload;
    assert.equal(claims, node?.type === 'object' ? node : undefined);
    for (const { protected: jose } of token.signatures)
      if (jose?.object) checkNode(jose.object, jose.text.length);
  }
  return token;
}

function checkSpan({ start, end }: { start: number; end: number }, text: string): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
}

function checkNode(node: JsonNode, length: number): void {
  assert.ok(0 <= node.span.start && node.span.start < node.span.end && node.span.end <= length);
}

function segmentsIn(token: Token): readonly Segment[] {
  if (token.kind === 'malformed') return token.segments;
  const own =
    token.kind === 'jws'
      ? [
          token.payload.segment,
          ...token.signatures.flatMap((one) => [one.protected?.segment, one.signature]),
          ...(token.sdJwt?.disclosures ?? []),
        ]
      : [
          token.protected?.segment,
          ...token.recipients.map(({ encryptedKey }) => encryptedKey),
          token.initializationVector,
          token.ciphertext,
          token.authenticationTag,
          token.additionalData,
        ];
  return own.filter((one) => one !== undefined);
}

/** A token with some of its characters taken out, doubled or replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...tokens),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(3),
        fc.constantFrom('', '.', '~', '"', '{', '=', ' ', '%41', '\\', 'é', '\ud800', 'A', '+'),
      ),
      {
        maxLength: 4,
      },
    ),
  )
  .map(([token, edits]) =>
    edits.reduce((text, [place, length, put]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + put + text.slice(at + length);
    }, token),
  );

describe('parseToken, whatever the text', () => {
  it('never throws, keeps the text and its places, and writes the same text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void check(text)),
      { numRuns: 3000 },
    );
  });

  it('keeps that of tokens with anything done to them', () => {
    fc.assert(
      fc.property(mutated, (text) => void check(text)),
      { numRuns: 5000 },
    );
  });

  it('keeps that of headers, payloads and disclosures of any JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), fc.json(), (one, other, third) => {
        check(`${segment(one)}.${segment(other)}.${someSignature}~${segment(third)}~`);
        check(`{"payload":${one},"protected":${other},"header":${third},"signature":"x"}`);
        check(`{"ciphertext":"x","unprotected":${one},"recipients":[{"header":${other}},${third}]}`);
        check(`{"payload":"x","signatures":[{"header":${one},"signature":${other}},${third}]}`);
      }),
      { numRuns: 500 },
    );
  });

  it('reads the same claims as JSON.parse does, big numbers and repeated names apart', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (claims) => {
        const token = check(aCompactJws({ alg: 'HS256' }, claims));
        assert.ok(token.kind === 'jws');
        assert.deepEqual(
          token.payload.claims?.members.map(({ name }) => name),
          Object.keys(JSON.parse(JSON.stringify(claims)) as object),
        );
      }),
    );
  });

  it('is never a whole token once anything stands around it or is cut off it', () => {
    for (const token of tokens) {
      assert.notEqual(parseToken(token).kind, 'malformed');
      for (const text of [` ${token}x`, `"${token}`, `Bearer ${token}`, `${token}"`])
        assert.equal(parseToken(text).kind, 'malformed', text);
    }
    for (let length = 0; length < jws.lastIndexOf('.'); length++)
      assert.equal(parseToken(jws.slice(0, length)).kind, 'malformed');
  });
});

describe('parseToken, whatever the size', () => {
  it('reads a claim of one megabyte, five thousand claims, and a payload ten thousand levels deep', () => {
    const long = check(aCompactJws({ alg: 'HS256' }, { claim: 'x'.repeat(1 << 20) }));
    assert.ok(long.kind === 'jws' && long.payload.text.length > 1 << 20 && long.problems.length === 0);
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`claim ${index}`, index]));
    const wide = check(aCompactJws({ alg: 'HS256' }, many));
    assert.ok(wide.kind === 'jws' && wide.payload.claims?.members.length === 5000);
    const nested = '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000);
    const deep = check(`${header}.${segment(nested)}.${someSignature}`);
    assert.deepEqual(
      deep.problems.map(({ code }) => code),
      ['json.tooDeep'],
    );
  });

  it('gives __proto__ no meaning', () => {
    const read = check(
      `${segment('{"alg":"x","__proto__":{"a":1}}')}.${segment('{"__proto__":[]}')}.${someSignature}`,
    );
    assert.ok(read.kind === 'jws');
    assert.equal(read.payload.claims?.members[0]?.name, '__proto__');
    assert.equal(({} as { a?: number }).a, undefined);
  });

  const hostile: readonly (readonly [note: string, make: (length: number) => string])[] = [
    ['brackets', (length) => '['.repeat(length)],
    ['braces', (length) => '{'.repeat(length)],
    ['header beginnings', (length) => 'eyJ'.repeat(length / 3)],
    ['dots', (length) => '.'.repeat(length)],
    ['tildes', (length) => '~'.repeat(length)],
    ['quotes', (length) => '"'.repeat(length)],
    ['backslashes', (length) => '\\'.repeat(length)],
    ['spaces', (length) => ' '.repeat(length)],
    ['spaces and an x', (length) => `${' '.repeat(length)}x${' '.repeat(length)}`],
    ['words', (length) => 'token '.repeat(length / 6)],
    ['words without end', (length) => 'token'.repeat(length / 5)],
    ['percent signs', (length) => '%'.repeat(length)],
    ['percent-encoding', (length) => '%41'.repeat(length / 3)],
    ['headers', (length) => `${header}.`.repeat(length / 80)],
    ['disclosures', (length) => `${jws}${'~'.repeat(length)}`],
    ['equal disclosures', (length) => `${jws}${`~${disclosure}`.repeat(length / 60)}`],
    ['foreign characters', (length) => `${header}.${'é'.repeat(length)}.x`],
    ['names that repeat', (length) => `${segment(`{"alg":"x"${',"kid":1'.repeat(length / 11)}}`)}..x`],
    ['critical names', (length) => `${segment(`{"alg":"x","crit":[${'"a",'.repeat(length / 6)}1]}`)}..x`],
    ['signatures', (length) => `{"payload":"","signatures":[${'{"signature":"x"},'.repeat(length / 18)}1]}`],
    [
      'recipients',
      (length) => `{"ciphertext":"","recipients":[${'{"header":{"a":1}},'.repeat(length / 20)}1]}`,
    ],
    [
      'a shared header and recipients',
      (length) => {
        const shared = Array.from({ length: length / 30 }, (_, index) => `"n${index}":1`).join();
        return `{"ciphertext":"","unprotected":{${shared}},"recipients":[${'{"header":{"a":1}},'.repeat(length / 40)}{}]}`;
      },
    ],
    ['deep payloads', (length) => `${header}.${segment('[{"a":'.repeat(length / 8))}.x`],
  ];
  for (const [note, make] of hostile)
    it(`takes time in proportion to ${note}`, () => {
      const time = (length: number): number => {
        const text = make(length);
        return workTime(() => parseToken(text));
      };
      let [small, large] = [Infinity, Infinity];
      // Twenty times as much text; 150 leaves room for the collector, a square would be 400. A busy machine may slow any
      // one round down, a square all of them.
      for (let round = 0; round < 2 || (round < 8 && large >= 150 * Math.max(small, 5)); round += 1) {
        small = Math.min(small, time(100_000));
        large = Math.min(large, time(2_000_000));
      }
      assert.ok(large < 150 * Math.max(small, 5), `${small} ms, then ${large} ms`);
    });
});
