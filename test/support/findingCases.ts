import type { Finding, FindingCode } from '../../src/core/inspect/finding';
import { inspectToken } from '../../src/core/inspect/inspectToken';
import { parseToken } from '../../src/core/jose/parseToken';
import { aCompactJwe, aCompactJws, jsonSegment, segment } from './aToken';

/** The moment these tokens are judged at: 2026-01-01T00:00:00Z. */
export const findingsMoment = 1_767_225_600;
const now = findingsMoment;
const hour = 3600;
const day = 86_400;

/** What is found about a token at that moment. */
export const findingsOf = (text: string, leeway = 0): readonly Finding[] =>
  inspectToken(parseToken(text), now, leeway).findings;
export const codesOf = (text: string): string[] => findingsOf(text).map(({ code }) => code);

const rs = { alg: 'RS256', typ: 'JWT', kid: 'k1' };
const ordinary = { iss: 'https://a.example', sub: '42', aud: 'api', iat: now - hour, exp: now + hour };
export const withHeader = (header: object): string => aCompactJws({ ...rs, ...header }, ordinary);
export const withClaims = (claims: object): string => aCompactJws(rs, { ...ordinary, ...claims });
const nested = aCompactJws({ alg: 'HS256' }, { sub: 'inner' });

/** Each row: what it is, the token, what is found and nothing else. */
export const findingCases: readonly (readonly [note: string, text: string, found: readonly FindingCode[]])[] =
  [
    ['alg none', aCompactJws({ alg: 'none' }, ordinary, ''), ['unsecured']],
    ['alg nOnE', aCompactJws({ alg: 'nOnE' }, ordinary, ''), ['unsecured']],
    ['SHA-1 signatures', withHeader({ alg: 'RS1' }), ['algorithmDeprecated']],
    ['RSA1_5', aCompactJwe({ alg: 'RSA1_5', enc: 'A256GCM' }), ['algorithmDeprecated']],
    ['EdDSA', withHeader({ alg: 'EdDSA' }), ['algorithmPolymorphic']],
    ['Ed25519', withHeader({ alg: 'Ed25519' }), []],
    ['an algorithm of nobody', withHeader({ alg: 'XS999' }), ['algorithmUnknown']],
    ['another case', withHeader({ alg: 'rs256' }), ['algorithmMisspelt']],
    ['a Java name', withHeader({ alg: 'HmacSHA256' }), ['algorithmMisspelt']],
    [
      'an XML signature name',
      withHeader({ alg: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256' }),
      ['algorithmMisspelt'],
    ],
    ['an unknown enc', aCompactJwe({ alg: 'dir', enc: 'A256' }), ['algorithmUnknown']],
    ['enc in another case', aCompactJwe({ alg: 'dir', enc: 'a256gcm' }), ['algorithmMisspelt']],
    [
      'crit that nobody knows',
      withHeader({ crit: ['exotic', 'b64'], exotic: 1, b64: true }),
      ['criticalUnknown'],
    ],
    ['crit b64', withHeader({ crit: ['b64'], b64: true }), []],
    [
      'two unknown names, one twice',
      withHeader({ crit: ['a', 'b', 'a'], a: 1, b: 1 }),
      ['criticalUnknown', 'criticalUnknown'],
    ],
    ['its own key', withHeader({ jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } }), ['embeddedKey']],
    ['a private key', withHeader({ jwk: { kty: 'EC', d: 'AA' } }), ['embeddedPrivateKey', 'embeddedKey']],
    [
      'a private ephemeral key',
      aCompactJwe({ alg: 'ECDH-ES', enc: 'A256GCM', epk: { kty: 'OKP', d: 'AA' } }),
      ['embeddedPrivateKey'],
    ],
    [
      'a DPoP proof',
      aCompactJws(
        { alg: 'ES256', typ: 'dpop+jwt', jwk: { kty: 'EC' } },
        { jti: '1', htm: 'GET', htu: 'https://a.example/', iat: now },
      ),
      [],
    ],
    [
      'an ACME request',
      aCompactJws(
        { alg: 'ES256', nonce: 'n', url: 'https://acme.example/new', jwk: { kty: 'EC' } },
        { onlyReturnExisting: true },
      ),
      [],
    ],
    ['jku', withHeader({ jku: 'https://keys.example/jwks' }), ['remoteKey']],
    ['x5u', withHeader({ x5u: 'http://keys.example/c.pem' }), ['remoteKey']],
    ['a certificate with a secret', withHeader({ alg: 'HS256', x5c: ['AA'] }), ['certificateWithSecret']],
    ['a certificate with RSA', withHeader({ x5t: 'AA' }), []],
    ['a path as key id', withHeader({ kid: '../../../dev/null' }), ['kidLooksLikePath']],
    ['an absolute path', withHeader({ kid: '/etc/keys/public.pem' }), ['kidLooksLikePath']],
    ['a Windows path', withHeader({ kid: 'C:\\keys\\a.pem' }), ['kidLooksLikePath']],
    ['an encoded path', withHeader({ kid: '%2e%2e/secret' }), ['kidLooksLikePath']],
    ['SQL as key id', withHeader({ kid: "x' UNION SELECT 'secret" }), ['kidLooksLikeSql']],
    ['more SQL', withHeader({ kid: "1' or '1'='1" }), ['kidLooksLikeSql']],
    ['an address as key id', withHeader({ kid: 'https://vault.example/keys/1' }), ['kidLooksLikeUrl']],
    ['a Cognito key id', withHeader({ kid: '/abcd/EFGHijklmnopqrstuvwxyz0123456789+/ABCDE=' }), []],
    ['a DID as key id', withHeader({ kid: 'did:web:example.com#key-1' }), []],
    ['a resource name as key id', withHeader({ kid: 'projects/p/locations/eu/keyRings/r/cryptoKeys/k' }), []],
    ['a name with an apostrophe', withHeader({ kid: "O'Reilly or so" }), []],
    [
      'milliseconds',
      withClaims({ iat: now * 1000, exp: (now + hour) * 1000 }),
      ['millisecondsForSeconds', 'millisecondsForSeconds'],
    ],
    ['milliseconds in auth_time', withClaims({ auth_time: now * 1000 }), ['millisecondsForSeconds']],
    ['a large private number', withClaims({ account: 1_767_225_600_000 }), []],
    ['over before it began', withClaims({ exp: now - 2 * hour }), ['expiresBeforeIssued']],
    ['over before it counts', withClaims({ nbf: now + 2 * hour }), ['expiresBeforeValid']],
    ['issued tomorrow', withClaims({ iat: now + day, exp: now + 2 * day }), ['issuedInFuture']],
    ['issued by a clock that is a little ahead', withClaims({ iat: now + 30 }), ['clockSkew']],
    ['in force by a clock that is a little ahead', withClaims({ iat: now + 4, nbf: now + 4 }), ['clockSkew']],
    ['expired long ago', withClaims({ iat: now - 900 * day, exp: now - 899 * day }), []],
    ['no expiry', aCompactJws(rs, { iss: 'a', sub: '42' }), ['noExpiry']],
    [
      'a security event',
      aCompactJws({ alg: 'RS256', typ: 'secevent+jwt' }, { iss: 'a', iat: now, jti: '1', events: {} }),
      [],
    ],
    ['JSON that is no claims set', aCompactJws({ alg: 'RS256' }, { temperature: 21 }), []],
    ['two years', withClaims({ exp: now + 730 * day }), ['longLifetime']],
    ['a leap year', withClaims({ iat: now, exp: now + 366 * day }), []],
    ['a number as subject', withClaims({ sub: 42 }), ['claimType']],
    ['a text as time', withClaims({ exp: String(now + hour) }), ['claimType']],
    ['null as audience', withClaims({ aud: null }), ['claimType']],
    ['an audience list', withClaims({ aud: ['a', 'b'] }), []],
    ['a number in the audience list', withClaims({ aud: ['a', 1] }), ['claimType']],
    ['scope as a list', withClaims({ scope: ['a'] }), ['claimType']],
    ['updated_at as text, as Auth0 has it', withClaims({ updated_at: '2026-01-01T00:00:00Z' }), []],
    ['a wrong trust chain', withHeader({ trust_chain: 'x' }), ['headerType']],
    ['a type of nobody', withHeader({ typ: 'invoice' }), ['typeUnexpected']],
    ['nested by cty, and not', withHeader({ cty: 'JWT' }), ['typeUnexpected']],
    ['an access token that lacks claims', withHeader({ typ: 'at+jwt' }), ['typeMissingClaims']],
    ['an access token with application/', withHeader({ typ: 'application/at+JWT' }), ['typeMissingClaims']],
    ['a token in a claim', withClaims({ id_token: nested }), ['nestedToken']],
    [
      'a token as payload',
      `${jsonSegment({ alg: 'RS256', cty: 'JWT' })}.${segment(nested)}.AA`,
      ['nestedToken'],
    ],
    [
      'a token inside the encryption',
      aCompactJwe({ alg: 'dir', enc: 'A256GCM', cty: 'JWT' }),
      ['nestedToken'],
    ],
    ['a person', withClaims({ email: 'a@b.example', birthdate: '2000-01-01' }), ['personalData']],
    ['a person deeper down', withClaims({ user: { contacts: [{ phone_number: '+1' }] } }), ['personalData']],
    ['an empty address', withClaims({ email: '' }), []],
    ['a password', withClaims({ password: 'hunter2' }), ['credential']],
    ['a secret deeper down', withClaims({ db: { 'client-secret': 'x' } }), ['credential']],
    [
      'a private key in a claim',
      withClaims({ note: '-----BEGIN RSA PRIVATE KEY-----\nMII' }),
      ['credential'],
    ],
    ['an AWS key in a claim', withClaims({ note: 'AKIAIOSFODNN7EXAMPLE' }), ['credential']],
    ['when a password expires', withClaims({ pwd_exp: 600, pwd_url: 'https://a.example', amr: ['pwd'] }), []],
    ['whether there is a password', withClaims({ password: true }), []],
    ['compressed', aCompactJwe({ alg: 'dir', enc: 'A256GCM', zip: 'DEF' }), ['compression']],
    ['few rounds', aCompactJwe({ alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2c: 100 }), ['pbes2Iterations']],
    [
      'very many rounds',
      aCompactJwe({ alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2c: 2_000_000_000 }),
      ['pbes2IterationsMany'],
    ],
    ['enough rounds', aCompactJwe({ alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2c: 600_000 }), []],
    ['too large for a cookie', withClaims({ filler: 'x'.repeat(3200) }), ['tooLargeForCookie']],
    ['too large for a header', withClaims({ filler: 'x'.repeat(7000) }), ['tooLargeForHeader']],
  ];
