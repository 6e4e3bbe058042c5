import assert from 'node:assert/strict';
import type { Finding, FindingCode } from '../../../src/core/inspect/finding';
import { aCompactJwe, aCompactJws } from '../../support/aToken';
import {
  codesOf,
  findingCases,
  findingsMoment as now,
  findingsOf,
  withClaims,
  withHeader,
} from '../../support/findingCases';

type Row = readonly [
  note: string,
  code: FindingCode,
  severity: Finding['severity'],
  subject: string,
  reference: string | undefined,
  facts: Finding['facts'],
];

/** All that is said of these cases: what a page and a hover make their sentences of. */
const rows: readonly Row[] = [
  ['alg none', 'unsecured', 'warning', 'alg', 'RFC 8725 §3.2', { alg: 'none' }],
  ['alg nOnE', 'unsecured', 'warning', 'alg', 'RFC 8725 §3.2', { alg: 'nOnE' }],
  ['SHA-1 signatures', 'algorithmDeprecated', 'warning', 'alg', 'RFC 8725 §3.2', { alg: 'RS1' }],
  ['RSA1_5', 'algorithmDeprecated', 'warning', 'alg', 'RFC 8725 §3.2', { alg: 'RSA1_5' }],
  ['EdDSA', 'algorithmPolymorphic', 'hint', 'alg', 'RFC 9864 §2.2', { alg: 'EdDSA' }],
  [
    'an algorithm of nobody',
    'algorithmUnknown',
    'warning',
    'alg',
    'RFC 7518 §7.1',
    { name: 'alg', alg: 'XS999' },
  ],
  [
    'another case',
    'algorithmMisspelt',
    'warning',
    'alg',
    'RFC 7518 §7.1',
    { name: 'alg', alg: 'rs256', suggestion: 'RS256' },
  ],
  [
    'a Java name',
    'algorithmMisspelt',
    'warning',
    'alg',
    'RFC 7518 §7.1',
    { name: 'alg', alg: 'HmacSHA256', suggestion: 'HS256' },
  ],
  [
    'an XML signature name',
    'algorithmMisspelt',
    'warning',
    'alg',
    'RFC 7518 §7.1',
    { name: 'alg', alg: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', suggestion: 'RS256' },
  ],
  ['an unknown enc', 'algorithmUnknown', 'warning', 'enc', 'RFC 7518 §7.1', { name: 'enc', alg: 'A256' }],
  [
    'enc in another case',
    'algorithmMisspelt',
    'warning',
    'enc',
    'RFC 7518 §7.1',
    { name: 'enc', alg: 'a256gcm', suggestion: 'A256GCM' },
  ],
  ['crit that nobody knows', 'criticalUnknown', 'error', 'crit', 'RFC 7515 §4.1.11', { name: 'exotic' }],
  ['two unknown names, one twice', 'criticalUnknown', 'error', 'crit', 'RFC 7515 §4.1.11', { name: 'a' }],
  ['two unknown names, one twice', 'criticalUnknown', 'error', 'crit', 'RFC 7515 §4.1.11', { name: 'b' }],
  ['its own key', 'embeddedKey', 'warning', 'jwk', 'RFC 8725 §2.1', {}],
  ['a private key', 'embeddedPrivateKey', 'error', 'jwk', 'RFC 7515 §4.1.3', { name: 'jwk' }],
  ['a private key', 'embeddedKey', 'warning', 'jwk', 'RFC 8725 §2.1', {}],
  ['a private ephemeral key', 'embeddedPrivateKey', 'error', 'epk', 'RFC 7515 §4.1.3', { name: 'epk' }],
  ['jku', 'remoteKey', 'information', 'jku', 'RFC 8725 §3.10', { name: 'jku', host: 'keys.example' }],
  ['x5u', 'remoteKey', 'warning', 'x5u', 'RFC 8725 §3.10', { name: 'x5u', host: 'keys.example' }],
  [
    'a certificate with a secret',
    'certificateWithSecret',
    'warning',
    'x5c',
    'RFC 8725 §2.1',
    { alg: 'HS256', name: 'x5c' },
  ],
  ['a path as key id', 'kidLooksLikePath', 'warning', 'kid', 'RFC 8725 §3.10', { kid: '../../../dev/null' }],
  [
    'an absolute path',
    'kidLooksLikePath',
    'warning',
    'kid',
    'RFC 8725 §3.10',
    { kid: '/etc/keys/public.pem' },
  ],
  ['a Windows path', 'kidLooksLikePath', 'warning', 'kid', 'RFC 8725 §3.10', { kid: 'C:\\keys\\a.pem' }],
  ['an encoded path', 'kidLooksLikePath', 'warning', 'kid', 'RFC 8725 §3.10', { kid: '%2e%2e/secret' }],
  [
    'SQL as key id',
    'kidLooksLikeSql',
    'warning',
    'kid',
    'RFC 8725 §3.10',
    { kid: "x' UNION SELECT 'secret" },
  ],
  ['more SQL', 'kidLooksLikeSql', 'warning', 'kid', 'RFC 8725 §3.10', { kid: "1' or '1'='1" }],
  [
    'an address as key id',
    'kidLooksLikeUrl',
    'information',
    'kid',
    'RFC 8725 §3.10',
    { kid: 'https://vault.example/keys/1' },
  ],
  [
    'milliseconds',
    'millisecondsForSeconds',
    'warning',
    'iat',
    'RFC 7519 §2',
    { name: 'iat', value: 1767225600000, seconds: 1767225600 },
  ],
  [
    'milliseconds',
    'millisecondsForSeconds',
    'warning',
    'exp',
    'RFC 7519 §2',
    { name: 'exp', value: 1767229200000, seconds: 1767229200 },
  ],
  [
    'milliseconds in auth_time',
    'millisecondsForSeconds',
    'warning',
    'auth_time',
    'RFC 7519 §2',
    { name: 'auth_time', value: 1767225600000, seconds: 1767225600 },
  ],
  ['over before it began', 'expiresBeforeIssued', 'warning', 'exp', 'RFC 7519 §4.1.4', {}],
  ['over before it counts', 'expiresBeforeValid', 'warning', 'exp', 'RFC 7519 §4.1.4', {}],
  ['issued tomorrow', 'issuedInFuture', 'warning', 'iat', 'RFC 7519 §4.1.6', { seconds: 86400 }],
  [
    'issued by a clock that is a little ahead',
    'clockSkew',
    'information',
    'iat',
    'RFC 7519 §4.1.6',
    { name: 'iat', count: 30, leeway: 30 },
  ],
  [
    'in force by a clock that is a little ahead',
    'clockSkew',
    'warning',
    'nbf',
    'RFC 7519 §4.1.5',
    { name: 'nbf', count: 4, leeway: 4 },
  ],
  ['no expiry', 'noExpiry', 'information', 'exp', 'RFC 7519 §4.1.4', {}],
  ['two years', 'longLifetime', 'information', 'exp', 'RFC 6750 §5.3', { days: 730 }],
  [
    'a number as subject',
    'claimType',
    'warning',
    'sub',
    'RFC 7519 §4.1.2',
    { name: 'sub', expected: 'text', found: 'number' },
  ],
  [
    'a text as time',
    'claimType',
    'warning',
    'exp',
    'RFC 7519 §4.1.4',
    { name: 'exp', expected: 'date', found: 'string' },
  ],
  [
    'null as audience',
    'claimType',
    'warning',
    'aud',
    'RFC 7519 §4.1.3',
    { name: 'aud', expected: 'textOrTexts', found: 'null' },
  ],
  [
    'a number in the audience list',
    'claimType',
    'warning',
    'aud',
    'RFC 7519 §4.1.3',
    { name: 'aud', expected: 'textOrTexts', found: 'array' },
  ],
  [
    'scope as a list',
    'claimType',
    'information',
    'scope',
    'RFC 8693 §4.2',
    { name: 'scope', expected: 'text', found: 'array' },
  ],
  [
    'a wrong trust chain',
    'headerType',
    'warning',
    'trust_chain',
    'OpenID Federation 1.0 §4.3',
    { name: 'trust_chain', expected: 'texts', found: 'string' },
  ],
  [
    'a type of nobody',
    'typeUnexpected',
    'information',
    'typ',
    'RFC 8725 §3.11',
    { name: 'typ', value: 'invoice' },
  ],
  [
    'nested by cty, and not',
    'typeUnexpected',
    'information',
    'cty',
    'RFC 7519 §5.2',
    { name: 'cty', value: 'JWT' },
  ],
  [
    'an access token that lacks claims',
    'typeMissingClaims',
    'information',
    'typ',
    'RFC 9068 §2.2',
    { type: 'at+jwt', names: 'client_id, jti', count: 2 },
  ],
  [
    'an access token with application/',
    'typeMissingClaims',
    'information',
    'typ',
    'RFC 9068 §2.2',
    { type: 'at+jwt', names: 'client_id, jti', count: 2 },
  ],
  [
    'a token in a claim',
    'nestedToken',
    'information',
    'id_token',
    'RFC 7519 §5.2',
    { place: 'claim', name: 'id_token' },
  ],
  [
    'a token as payload',
    'nestedToken',
    'information',
    'payload',
    'RFC 7519 §5.2',
    { place: 'payload', name: '' },
  ],
  [
    'a token inside the encryption',
    'nestedToken',
    'information',
    'cty',
    'RFC 7519 §5.2',
    { place: 'ciphertext', name: '' },
  ],
  ['a person', 'personalData', 'hint', 'email', 'RFC 7519 §12', { names: 'email, birthdate', count: 2 }],
  [
    'a person deeper down',
    'personalData',
    'hint',
    'phone_number',
    'RFC 7519 §12',
    { names: 'phone_number', count: 1 },
  ],
  ['a password', 'credential', 'warning', 'password', 'RFC 7519 §12', { names: 'password', count: 1 }],
  [
    'a secret deeper down',
    'credential',
    'warning',
    'client-secret',
    'RFC 7519 §12',
    { names: 'client-secret', count: 1 },
  ],
  ['a private key in a claim', 'credential', 'warning', 'note', 'RFC 7519 §12', { names: 'note', count: 1 }],
  ['an AWS key in a claim', 'credential', 'warning', 'note', 'RFC 7519 §12', { names: 'note', count: 1 }],
  ['compressed', 'compression', 'information', 'zip', 'RFC 8725 §3.6', { zip: 'DEF' }],
  ['few rounds', 'pbes2Iterations', 'warning', 'p2c', 'RFC 7518 §4.8.1.2', { count: 100, minimum: 1000 }],
  [
    'very many rounds',
    'pbes2IterationsMany',
    'warning',
    'p2c',
    'RFC 7518 §4.8.1.2',
    { count: 2000000000, maximum: 1000000 },
  ],
  [
    'too large for a cookie',
    'tooLargeForCookie',
    'information',
    '',
    'RFC 6265 §6.1',
    { length: 4492, limit: 4096 },
  ],
  [
    'too large for a header',
    'tooLargeForHeader',
    'warning',
    '',
    'RFC 9110 §5.4',
    { length: 9559, limit: 8192 },
  ],
];

describe('the facts of a finding', () => {
  for (const note of new Set(rows.map(([of]) => of)))
    it(`are told: ${note}`, () => {
      const [, text = ''] = findingCases.find(([of]) => of === note) ?? [];
      const said = findingsOf(text).map(({ code, severity, subject = '', reference, facts }): Row => [
        ...([note, code, severity, subject, reference, facts] as const),
      ]);
      assert.deepEqual(
        said,
        rows.filter(([of]) => of === note),
      );
    });
});

describe('findings at a limit', () => {
  const hour = 3600;
  const day = 86_400;

  it('of length: a cookie and a header hold as much as that, and no character more', () => {
    // Characters that base64url needs for what the claim holds; grown until the token has that length.
    const ofLength = (length: number): string => {
      const text = withClaims({ data: '' });
      for (let size = Math.floor(((length - text.length) * 3) / 4) - 4; ; size++) {
        const grown = withClaims({ data: 'x'.repeat(size) });
        if (grown.length >= length) return grown;
      }
    };
    for (const [limit, code] of [
      [4096, 'tooLargeForCookie'],
      [8192, 'tooLargeForHeader'],
    ] as const) {
      const [finding] = findingsOf(ofLength(limit + 1));
      assert.equal(finding.code, code);
      assert.equal(finding.facts['limit'], limit);
    }
    const long = JSON.stringify({ payload: 'A'.repeat(9000), signature: 'AA', header: { alg: 'RS256' } });
    assert.ok(!codesOf(long).some((code) => code.startsWith('tooLarge')));
  });

  it('of a key id: only its beginning, and only at its beginning, where an address stands there', () => {
    for (const kid of [
      'http://a',
      'https://a',
      'ftp://a',
      'ftps://a',
      'ldap://a',
      'ldaps://a',
      'JDBC:x',
      'gopher:x',
    ])
      assert.deepEqual(codesOf(withHeader({ kid })), ['kidLooksLikeUrl'], kid);
    for (const kid of ['see https://a', 'httpx://a', 'key--1', '2024 --', "it's", 'reunion selection'])
      assert.deepEqual(codesOf(withHeader({ kid })), [], kid);
    for (const kid of ["x' --", 'x;drop table', 'union all select', '`delete', 'x) --'])
      assert.deepEqual(codesOf(withHeader({ kid })), ['kidLooksLikeSql'], kid);
    assert.deepEqual(codesOf(withHeader({ kid: `${'k'.repeat(1024)}../../x` })), []);
    assert.deepEqual(codesOf(withHeader({ kid: `${'k'.repeat(1016)}../../x` })), ['kidLooksLikePath']);
  });

  it('of an address of keys: secure only where it begins with https', () => {
    const severityOf = (jku: string): string | undefined => findingsOf(withHeader({ jku }))[0]?.severity;
    assert.equal(severityOf('HTTPS://keys.example/'), 'information');
    assert.equal(severityOf('http://keys.example/?https://'), 'warning');
    const [finding] = findingsOf(withHeader({ jku: 'keys of mine' }));
    assert.equal(finding.facts['host'], 'keys of mine');
  });

  it('of a lifetime: a year and a day of grace, in whole days', () => {
    const [finding] = findingsOf(withClaims({ iat: now - 10 * day, exp: now + 500 * day + 2 * hour }));
    assert.deepEqual(finding.facts, { days: 510 });
  });

  it('of types: what a claim or parameter must be, and what it is', () => {
    const found = (claims: object): unknown => findingsOf(withClaims(claims)).map(({ facts }) => facts);
    assert.deepEqual(found({ cnf: [] }), [{ name: 'cnf', expected: 'object', found: 'array' }]);
    assert.deepEqual(found({ cnf: {} }), []);
    assert.deepEqual(found({ email_verified: 'yes' }), [
      { name: 'email_verified', expected: 'flag', found: 'string' },
    ]);
    assert.deepEqual(found({ authorization_details: {} }), [
      { name: 'authorization_details', expected: 'list', found: 'object' },
    ]);
    assert.deepEqual(found({ authorization_details: [] }), []);
  });

  it('of algorithms: no name of a signature in an encrypted token, and none of a text without end', () => {
    assert.deepEqual(codesOf(withHeader({ alg: ' rs256 ' })), ['algorithmMisspelt']);
    assert.deepEqual(codesOf(withHeader({ alg: `rs256${' '.repeat(80)}` })), ['algorithmUnknown']);
    assert.deepEqual(codesOf(aCompactJwe({ alg: 'RS256', enc: 'A256GCM' })), ['algorithmUnknown']);
    assert.deepEqual(codesOf(aCompactJwe({ alg: 'dirr', enc: 'A256GCM' })), ['algorithmUnknown']);
  });

  it('of crit: texts alone, each once', () => {
    const crit = ['a', 7, 'a', 'b'];
    const text = aCompactJws({ alg: 'RS256', crit, a: 1, b: 1 }, { exp: now + hour });
    const unknown = findingsOf(text).filter(({ code }) => code === 'criticalUnknown');
    assert.deepEqual(
      unknown.map(({ facts }) => facts['name']),
      ['a', 'b'],
    );
  });

  it('of a claims set: told by typ, or by a claim that only claims sets have', () => {
    const codes = (header: object, claims: object): string[] => codesOf(aCompactJws(header, claims));
    assert.deepEqual(codes({ alg: 'RS256', typ: 'at+jwt' }, { a: 1 }).includes('noExpiry'), true);
    assert.deepEqual(codes({ alg: 'RS256', typ: 'JWT' }, { a: 1 }).includes('noExpiry'), true);
    assert.deepEqual(codes({ alg: 'RS256' }, { a: 1 }).includes('noExpiry'), false);
    assert.deepEqual(codes({ alg: 'RS256' }, { iss: 'a' }).includes('noExpiry'), true);
  });
});
