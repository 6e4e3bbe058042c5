import assert from 'node:assert/strict';
import { readJson } from '../../../src/core/encoding/json';
import { checkClaims } from '../../../src/core/verify/checkClaims';
import type { Policy } from '../../../src/core/verify/policy';

const moment = 1_700_000_000;

/** Every check as `claim outcome code`. */
function checks(
  claimsText: string,
  policy: Policy = {},
  header: { alg?: string; typ?: string } = {},
): string[] {
  const { node } = readJson(claimsText);
  const claims = node?.type === 'object' ? node : undefined;
  return checkClaims({ claims, alg: header.alg, typ: header.typ }, policy, moment).map(
    ({ claim, outcome, code }) => `${claim} ${outcome} ${code}`,
  );
}
const at = (offset: number): string => String(moment + offset);

describe('checkClaims', () => {
  it('tells of a token without claims that it never expires, and nothing else', () => {
    assert.deepEqual(checks('{}'), ['exp notAsked noExpiry']);
    assert.deepEqual(checks('[]'), ['exp notAsked noExpiry']);
  });

  const rows: readonly (readonly [string, string, Policy, readonly string[]])[] = [
    ['exp at the moment is over', `{"exp":${at(0)}}`, {}, ['exp failed expired']],
    ['exp a second ahead is not', `{"exp":${at(1)}}`, {}, ['exp passed notExpired']],
    ['leeway ends where the moment comes to it', `{"exp":${at(-5)}}`, { leeway: 5 }, ['exp failed expired']],
    ['leeway works in favour of the token', `{"exp":${at(-4)}}`, { leeway: 5 }, ['exp passed notExpired']],
    ['exp may have a fraction', `{"exp":${at(0)}.5}`, {}, ['exp passed notExpired']],
    ['exp in text is no date', `{"exp":"${at(9)}"}`, {}, ['exp failed notNumericDate']],
    ['exp of null is no date', '{"exp":null}', {}, ['exp failed notNumericDate']],
    ['exp beyond all doubles is no date', '{"exp":1e999}', {}, ['exp failed notNumericDate']],
    ['the last of repeated names counts', `{"exp":1,"exp":${at(9)}}`, {}, ['exp passed notExpired']],
    [
      'nbf at the moment counts',
      `{"nbf":${at(0)}}`,
      {},
      ['exp notAsked noExpiry', 'nbf passed alreadyValid'],
    ],
    ['nbf ahead does not', `{"nbf":${at(1)}}`, {}, ['exp notAsked noExpiry', 'nbf failed notYetValid']],
    [
      'leeway reaches nbf',
      `{"nbf":${at(5)}}`,
      { leeway: 5 },
      ['exp notAsked noExpiry', 'nbf passed alreadyValid'],
    ],
    ['a list is no date', '{"nbf":[]}', {}, ['exp notAsked noExpiry', 'nbf failed notNumericDate']],
    [
      'iat ahead is told and refuses nothing',
      `{"iat":${at(9)}}`,
      {},
      ['exp notAsked noExpiry', 'iat notAsked issuedInFuture'],
    ],
    ['iat behind is told', `{"iat":${at(-9)}}`, {}, ['exp notAsked noExpiry', 'iat notAsked issuedInPast']],
    ['an age asked for needs iat', '{}', { maxAge: 60 }, ['exp notAsked noExpiry', 'iat failed missing']],
    [
      'an age that is reached is allowed',
      `{"iat":${at(-60)}}`,
      { maxAge: 60 },
      ['exp notAsked noExpiry', 'iat passed notTooOld'],
    ],
    [
      'an age that is passed is not',
      `{"iat":${at(-61)}}`,
      { maxAge: 60 },
      ['exp notAsked noExpiry', 'iat failed tooOld'],
    ],
    [
      'leeway reaches the age',
      `{"iat":${at(-61)}}`,
      { maxAge: 60, leeway: 1 },
      ['exp notAsked noExpiry', 'iat passed notTooOld'],
    ],
    [
      'an age is never negative',
      `{"iat":${at(9)}}`,
      { maxAge: 60 },
      ['exp notAsked noExpiry', 'iat failed issuedInFuture'],
    ],
    [
      'an issuer nobody asked for is told',
      '{"iss":"a"}',
      {},
      ['exp notAsked noExpiry', 'iss notAsked present'],
    ],
    [
      'an issuer of another type is wrong asked or not',
      '{"iss":1}',
      {},
      ['exp notAsked noExpiry', 'iss failed wrongType'],
    ],
    ['the issuer asked for', '{"iss":"a"}', { issuer: 'a' }, ['exp notAsked noExpiry', 'iss passed matches']],
    [
      'one of several issuers',
      '{"iss":"b"}',
      { issuer: ['a', 'b'] },
      ['exp notAsked noExpiry', 'iss passed matches'],
    ],
    [
      'an issuer in another case is another',
      '{"iss":"A"}',
      { issuer: 'a' },
      ['exp notAsked noExpiry', 'iss failed mismatch'],
    ],
    ['an issuer that is not there', '{}', { issuer: 'a' }, ['exp notAsked noExpiry', 'iss failed missing']],
    [
      'no issuer is allowed where none is',
      '{"iss":"a"}',
      { issuer: [] },
      ['exp notAsked noExpiry', 'iss failed mismatch'],
    ],
    [
      'the subject asked for',
      '{"sub":"a"}',
      { subject: 'a' },
      ['exp notAsked noExpiry', 'sub passed matches'],
    ],
    ['another subject', '{"sub":"b"}', { subject: 'a' }, ['exp notAsked noExpiry', 'sub failed mismatch']],
    [
      'an audience as text',
      '{"aud":"a"}',
      { audience: 'a' },
      ['exp notAsked noExpiry', 'aud passed matches'],
    ],
    [
      'an audience in a list',
      '{"aud":["x","a"]}',
      { audience: ['b', 'a'] },
      ['exp notAsked noExpiry', 'aud passed matches'],
    ],
    [
      'another audience',
      '{"aud":["x"]}',
      { audience: 'a' },
      ['exp notAsked noExpiry', 'aud failed mismatch'],
    ],
    [
      'an empty list of audiences',
      '{"aud":[]}',
      { audience: 'a' },
      ['exp notAsked noExpiry', 'aud failed mismatch'],
    ],
    [
      'a number among audiences',
      '{"aud":["a",1]}',
      { audience: 'a' },
      ['exp notAsked noExpiry', 'aud failed wrongType'],
    ],
    ['an audience that is an object', '{"aud":{}}', {}, ['exp notAsked noExpiry', 'aud failed wrongType']],
    [
      'an audience that is not there',
      '{}',
      { audience: 'a' },
      ['exp notAsked noExpiry', 'aud failed missing'],
    ],
    [
      'a claim required and there',
      '{"x":0}',
      { required: ['x'] },
      ['exp notAsked noExpiry', 'x passed present'],
    ],
    [
      'a claim required and null',
      '{"x":null}',
      { required: ['x'] },
      ['exp notAsked noExpiry', 'x failed missing'],
    ],
    [
      'a claim required and not there',
      '{}',
      { required: ['toString'] },
      ['exp notAsked noExpiry', 'toString failed missing'],
    ],
  ];
  for (const [what, claims, policy, expected] of rows)
    it(what, () => {
      assert.deepEqual(checks(claims, policy), expected);
    });

  it('holds the header against allowed algorithms and the type', () => {
    const policy = { algorithms: ['ES256', 'EdDSA'], type: 'at+jwt' };
    const none = 'exp notAsked noExpiry';
    assert.deepEqual(checks('{}', policy, { alg: 'ES256', typ: 'application/AT+JWT' }), [
      'alg passed algorithmAllowed',
      'typ passed matches',
      none,
    ]);
    assert.deepEqual(checks('{}', policy, { alg: 'none', typ: 'JWT' }), [
      'alg failed algorithmNotAllowed',
      'typ failed mismatch',
      none,
    ]);
    assert.deepEqual(checks('{}', policy), ['alg failed algorithmNotAllowed', 'typ failed missing', none]);
  });

  it('makes every check, however many fail', () => {
    const policy = { issuer: 'a', audience: 'b', subject: 'c', required: ['jti'], maxAge: 1 };
    assert.deepEqual(checks(`{"exp":1,"nbf":${at(9)},"iat":1,"iss":"x","aud":"y","sub":"z"}`, policy), [
      'exp failed expired',
      'nbf failed notYetValid',
      'iat failed tooOld',
      'iss failed mismatch',
      'sub failed mismatch',
      'aud failed mismatch',
      'jti failed missing',
    ]);
  });

  it('shows numbers as they were written, and cuts long texts', () => {
    const { node } = readJson(`{"exp":9007199254740993,"iss":"${'x'.repeat(5000)}"}`);
    assert.ok(node?.type === 'object');
    const [exp, iss] = checkClaims({ claims: node, alg: undefined, typ: undefined }, {}, moment);
    assert.equal(exp.facts['found'], '9007199254740993');
    assert.equal(String(iss.facts['found']).length, 201);
  });
});

describe('the facts of a check', () => {
  const facts = (
    claimsText: string,
    policy: Policy = {},
    header: { alg?: string; typ?: string } = {},
  ): object => {
    const { node } = readJson(claimsText);
    assert.ok(node?.type === 'object');
    const found = checkClaims({ claims: node, alg: header.alg, typ: header.typ }, policy, moment);
    return Object.fromEntries(found.map((check) => [`${check.claim} ${check.code}`, check.facts]));
  };
  const noExpiry = { 'exp noExpiry': {} };

  it('are the algorithm and type found and those expected', () => {
    const policy = { algorithms: ['ES256', 'EdDSA'], type: 'at+jwt' };
    assert.deepEqual(facts('{}', policy, { alg: 'HS256', typ: 'JWT' }), {
      'alg algorithmNotAllowed': { found: 'HS256', expected: 'ES256, EdDSA' },
      'typ mismatch': { found: 'JWT', expected: 'at+jwt' },
      ...noExpiry,
    });
    assert.deepEqual(facts('{}', policy), {
      'alg algorithmNotAllowed': { found: '', expected: 'ES256, EdDSA' },
      'typ missing': { expected: 'at+jwt' },
      ...noExpiry,
    });
  });

  it('are a date as written, as a number, and how far off it is', () => {
    assert.deepEqual(facts(`{"exp":${at(-7)}.50,"nbf":${at(7)},"iat":${at(-9)}}`), {
      'exp expired': { found: `${at(-7)}.50`, at: moment - 6.5, seconds: -6.5 },
      'nbf notYetValid': { found: at(7), at: moment + 7, seconds: 7 },
      'iat issuedInPast': { found: at(-9), at: moment - 9, seconds: -9 },
    });
  });

  it('are the type of what is no date', () => {
    assert.deepEqual(facts('{"exp":"1","nbf":[],"iat":null}'), {
      'exp notNumericDate': { found: 'string' },
      'nbf notNumericDate': { found: 'array' },
      'iat notNumericDate': { found: 'null' },
    });
  });

  it('are the age asked for beside the date', () => {
    const maxAge = 60;
    const date = (offset: number): object => ({
      found: at(offset),
      at: moment + offset,
      seconds: offset,
      maxAge,
    });
    assert.deepEqual(facts('{}', { maxAge }), { ...noExpiry, 'iat missing': { maxAge } });
    for (const [offset, code] of [
      [9, 'issuedInFuture'],
      [-60, 'notTooOld'],
      [-61, 'tooOld'],
    ] as const)
      assert.deepEqual(facts(`{"iat":${at(offset)}}`, { maxAge }), {
        ...noExpiry,
        [`iat ${code}`]: date(offset),
      });
  });

  it('are the text found and all those expected', () => {
    const policy = { issuer: ['a', 'b'], audience: ['c', 'd'] };
    assert.deepEqual(facts('{"iss":"x","aud":["y","z"]}', policy), {
      ...noExpiry,
      'iss mismatch': { found: 'x', expected: 'a, b' },
      'aud mismatch': { found: 'y, z', expected: 'c, d' },
    });
    assert.deepEqual(facts('{}', policy), {
      ...noExpiry,
      'iss missing': { expected: 'a, b' },
      'aud missing': { expected: 'c, d' },
    });
    assert.deepEqual(facts('{"iss":"x","sub":"s","aud":["y","z"]}'), {
      ...noExpiry,
      'iss present': { found: 'x' },
      'sub present': { found: 's' },
      'aud present': { found: 'y, z' },
    });
  });

  it('are the type of what is no text', () => {
    assert.deepEqual(facts('{"iss":1,"sub":{},"aud":["y",true]}'), {
      ...noExpiry,
      'iss wrongType': { found: 'number' },
      'sub wrongType': { found: 'object' },
      'aud wrongType': { found: 'array of boolean' },
    });
  });

  it('hold a text of 200 characters whole, and a longer one cut', () => {
    for (const [length, shown] of [
      [200, 'x'.repeat(200)],
      [201, `${'x'.repeat(200)}…`],
    ] as const)
      assert.deepEqual(facts(`{"iss":"${'x'.repeat(length)}"}`), {
        ...noExpiry,
        'iss present': { found: shown },
      });
  });
});

describe('leeway and iat', () => {
  it('lets a clock be ahead by no more than the leeway', () => {
    const issued = (offset: number): string[] => checks(`{"iat":${at(offset)}}`, { leeway: 5 });
    assert.deepEqual(issued(5), ['exp notAsked noExpiry', 'iat notAsked issuedInPast']);
    assert.deepEqual(issued(6), ['exp notAsked noExpiry', 'iat notAsked issuedInFuture']);
  });

  it('takes text for no age', () =>
    assert.deepEqual(checks(`{"iat":"${at(0)}"}`, { maxAge: 60 }), [
      'exp notAsked noExpiry',
      'iat failed notNumericDate',
    ]));
});
