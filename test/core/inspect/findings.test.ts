import assert from 'node:assert/strict';
import type { Finding, FindingCode } from '../../../src/core/inspect/finding';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import { aCompactJwe, aCompactJws, jsonSegment, segment } from '../../support/aToken';

/** 2026-01-01T00:00:00Z. */
const now = 1_767_225_600;
const hour = 3600;
const day = 86_400;

const findingsOf = (text: string, leeway = 0): readonly Finding[] =>
  inspectToken(parseToken(text), now, leeway).findings;
const codesOf = (text: string): string[] => findingsOf(text).map(({ code }) => code);

const rs = { alg: 'RS256', typ: 'JWT', kid: 'k1' };
const ordinary = { iss: 'https://a.example', sub: '42', aud: 'api', iat: now - hour, exp: now + hour };
const withHeader = (header: object): string => aCompactJws({ ...rs, ...header }, ordinary);
const withClaims = (claims: object): string => aCompactJws(rs, { ...ordinary, ...claims });
const nested = aCompactJws({ alg: 'HS256' }, { sub: 'inner' });

/** Each row: what it is, the token, what is found and nothing else. */
const rows: readonly (readonly [note: string, text: string, found: readonly FindingCode[]])[] = [
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
  ['issued by a clock that is a little ahead', withClaims({ iat: now + 30 }), []],
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
  ['a token inside the encryption', aCompactJwe({ alg: 'dir', enc: 'A256GCM', cty: 'JWT' }), ['nestedToken']],
  ['a person', withClaims({ email: 'a@b.example', birthdate: '2000-01-01' }), ['personalData']],
  ['a person deeper down', withClaims({ user: { contacts: [{ phone_number: '+1' }] } }), ['personalData']],
  ['an empty address', withClaims({ email: '' }), []],
  ['a password', withClaims({ password: 'hunter2' }), ['credential']],
  ['a secret deeper down', withClaims({ db: { 'client-secret': 'x' } }), ['credential']],
  ['a private key in a claim', withClaims({ note: '-----BEGIN RSA PRIVATE KEY-----\nMII' }), ['credential']],
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

describe('findings', () => {
  for (const [note, text, found] of rows)
    it(`of a token with ${note}: ${found.join(', ') || 'none'}`, () => {
      assert.deepEqual(codesOf(text).sort(), [...found].sort());
    });

  it('have a reference, and a place where they have a subject', () => {
    for (const [note, text] of rows)
      for (const { code, reference, subject, span } of findingsOf(text)) {
        assert.ok(reference, `${note}: ${code}`);
        if (subject !== undefined) assert.ok(span, `${note}: ${code}`);
      }
  });

  it('begin with the gravest', () => {
    const grave = findingsOf(
      aCompactJws({ alg: 'EdDSA', crit: ['x'], x: 1 }, { sub: 42, email: 'a@b.example' }),
    );
    assert.deepEqual(
      grave.map(({ severity }) => severity),
      ['error', 'warning', 'information', 'hint', 'hint'],
    );
  });

  it('say what the times should be', () => {
    const [finding] = findingsOf(withClaims({ exp: (now + hour) * 1000 + 7 }));
    assert.deepEqual(finding.facts, { name: 'exp', value: (now + hour) * 1000 + 7, seconds: now + hour });
  });

  it('say which name is meant', () => {
    const meant = (alg: string): unknown => findingsOf(withHeader({ alg }))[0]?.facts['suggestion'];
    assert.equal(meant('hs512'), 'HS512');
    assert.equal(meant('SHA256withRSA'), 'RS256');
    assert.equal(meant('RSA-SHA384'), 'RS384');
    assert.equal(meant('http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256'), 'ES256');
    assert.equal(meant('rsa-pss-sha512'), 'PS512');
    assert.equal(meant('ml-dsa-44'), 'ML-DSA-44');
    assert.equal(meant('Ed 25519'), 'Ed25519');
  });

  it('never tell values', () => {
    for (const { facts } of findingsOf(withClaims({ password: 'hunter2', email: 'jess@b.example' })))
      assert.ok(!/hunter2|jess/.test(JSON.stringify(facts)));
  });

  it('cut what the token says', () => {
    const [finding] = findingsOf(withHeader({ kid: `../${'x'.repeat(5000)}` }));
    assert.ok(String(finding.facts['kid']).length <= 201);
  });

  it('allow for leeway', () => {
    const ahead = withClaims({ iat: now + 100 });
    assert.deepEqual(codesOf(ahead), ['issuedInFuture']);
    assert.deepEqual(findingsOf(ahead, 60), []);
  });
});

/** Tokens as newcomers and large providers have them: nothing in them is wrong, so nothing may be warned about. */
const everyday: readonly (readonly [note: string, text: string])[] = [
  [
    'the tutorial’s',
    'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MjQyIiwibmFtZSI6Ikplc3NpY2EgVGVtcG9yYWwiLCJuaWNrbmFtZSI6Ikplc3MifQ.EDkUUxaM439gWLsQ8a8mJWIvQtgZe0et3O3z4Fd_J8o',
  ],
  [
    'jwt.io’s',
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWUsImlhdCI6MTUxNjIzOTAyMn0.KMUFsIDTnFmyG3nMiGM6H9FNFUROf3wh7SmqJp-QV30',
  ],
  [
    'an Auth0 access token',
    aCompactJws(
      { alg: 'RS256', typ: 'JWT', kid: 'NjVBRjY5MDlCMUIwNzU4RTA2QzZFMDQ4QzQ2MDAyQjVDNjk1RTM2Qg' },
      {
        iss: 'https://dev-1.us.auth0.com/',
        sub: 'auth0|5f7c8ec7c33c6c004bbafe82',
        aud: ['https://api.example', 'https://dev-1.us.auth0.com/userinfo'],
        iat: now,
        exp: now + day,
        azp: 'abc',
        scope: 'openid profile',
        permissions: ['read:all'],
      },
    ),
  ],
  [
    'an Auth0 ID token',
    aCompactJws(
      { alg: 'RS256', typ: 'JWT', kid: 'k' },
      {
        nickname: 'jess',
        name: 'jess@example.com',
        picture: 'https://s.gravatar.com/a.png',
        updated_at: '2026-01-01T00:00:00.000Z',
        email: 'jess@example.com',
        email_verified: true,
        iss: 'https://dev-1.us.auth0.com/',
        aud: 'abc',
        sub: 'auth0|1',
        iat: now,
        exp: now + 10 * hour,
        sid: 's',
        nonce: 'n',
      },
    ),
  ],
  [
    'an Entra ID token v1',
    aCompactJws(
      { typ: 'JWT', alg: 'RS256', x5t: 'i6lGk3FZzxRcUb2C3nEQ7syHJlY', kid: 'i6lGk3FZzxRcUb2C3nEQ7syHJlY' },
      {
        aud: 'ef1da9d4-ff77-4c3e-a005-840c3f830745',
        iss: 'https://sts.windows.net/fa15d692-e9c7-4460-a743-29f2956fd429/',
        iat: now,
        nbf: now,
        exp: now + hour,
        acr: '1',
        aio: 'AXQA',
        amr: ['rsa'],
        appid: '7',
        appidacr: '0',
        ipaddr: '',
        name: 'Abe',
        oid: 'e3',
        rh: '0.A',
        scp: 'access_as_user',
        sub: 'l',
        tid: 'fa',
        unique_name: 'abe@example.com',
        uti: 'w',
        ver: '1.0',
      },
    ),
  ],
  [
    'an Entra ID token v2',
    aCompactJws(
      { typ: 'JWT', alg: 'RS256', kid: 'kg2' },
      {
        aud: '6e74172b',
        iss: 'https://login.microsoftonline.com/72f988bf/v2.0',
        iat: now,
        nbf: now,
        exp: now + hour,
        aio: 'A',
        azp: '6e',
        azpacr: '0',
        name: 'Abe',
        oid: '69',
        preferred_username: 'abe@example.com',
        rh: 'I',
        scp: 'access_as_user',
        sub: 'HK',
        tid: '72',
        uti: 'fq',
        ver: '2.0',
      },
    ),
  ],
  [
    'an Okta access token',
    aCompactJws(
      { kid: 'w5', alg: 'RS256' },
      {
        ver: 1,
        jti: 'AT.1',
        iss: 'https://dev-1.okta.com/oauth2/default',
        aud: 'api://default',
        iat: now,
        exp: now + hour,
        cid: '0oa',
        uid: '00u',
        scp: ['openid'],
        auth_time: now,
        sub: 'jess@example.com',
      },
    ),
  ],
  [
    'a Keycloak access token',
    aCompactJws(
      { alg: 'RS256', typ: 'JWT', kid: 'FJ86' },
      {
        exp: now + 300,
        iat: now,
        auth_time: now,
        jti: 'a',
        iss: 'https://sso.example.com/realms/shop',
        aud: 'account',
        sub: 'f',
        typ: 'Bearer',
        azp: 'web',
        session_state: 's',
        acr: '1',
        'allowed-origins': ['*'],
        realm_access: { roles: ['user'] },
        resource_access: { account: { roles: ['view-profile'] } },
        scope: 'openid email',
        sid: 's',
        email_verified: true,
        preferred_username: 'jess',
      },
    ),
  ],
  [
    'a Cognito access token',
    aCompactJws(
      { kid: '1234example+/abcdefghijklmnopqrstuvwxyz0123=', alg: 'RS256' },
      {
        sub: 'a',
        'cognito:groups': ['g'],
        iss: 'https://cognito-idp.us-west-2.amazonaws.com/us-west-2_example',
        client_id: 'x',
        origin_jti: 'o',
        event_id: 'e',
        token_use: 'access',
        scope: 'aws.cognito.signin.user.admin',
        auth_time: now,
        exp: now + hour,
        iat: now,
        jti: 'j',
        username: 'u',
      },
    ),
  ],
  [
    'a Firebase ID token',
    aCompactJws(
      { alg: 'RS256', kid: 'f', typ: 'JWT' },
      {
        iss: 'https://securetoken.google.com/p',
        aud: 'p',
        auth_time: now,
        user_id: 'u',
        sub: 'u',
        iat: now,
        exp: now + hour,
        firebase: { identities: {}, sign_in_provider: 'custom' },
      },
    ),
  ],
  [
    'a GitHub Actions token',
    aCompactJws(
      { typ: 'JWT', alg: 'RS256', x5t: 'x', kid: 'k' },
      {
        jti: 'j',
        sub: 'repo:octo-org/octo-repo:environment:prod',
        environment: 'prod',
        aud: 'https://github.com/octo-org',
        ref: 'refs/heads/main',
        sha: 's',
        repository: 'octo-org/octo-repo',
        run_id: '1',
        actor: 'octocat',
        iss: 'https://token.actions.githubusercontent.com',
        nbf: now - 600,
        exp: now + 300,
        iat: now,
      },
    ),
  ],
  [
    'a Kubernetes token',
    aCompactJws(
      { alg: 'RS256', kid: 'k' },
      {
        aud: ['https://kubernetes.default.svc'],
        exp: now + hour,
        iat: now,
        nbf: now,
        iss: 'https://kubernetes.default.svc',
        jti: 'j',
        'kubernetes.io': {
          namespace: 'default',
          pod: { name: 'p', uid: 'u' },
          serviceaccount: { name: 'd', uid: 'u' },
        },
        sub: 'system:serviceaccount:default:default',
      },
    ),
  ],
  [
    'a legacy Kubernetes token',
    aCompactJws(
      { alg: 'RS256', kid: 'k' },
      {
        iss: 'kubernetes/serviceaccount',
        'kubernetes.io/serviceaccount/namespace': 'd',
        'kubernetes.io/serviceaccount/secret.name': 'token-abc',
        sub: 'system:serviceaccount:d:d',
      },
    ),
  ],
  [
    'a Supabase user token',
    aCompactJws(
      { alg: 'HS256', kid: 'k', typ: 'JWT' },
      {
        iss: 'https://abc.supabase.co/auth/v1',
        sub: 'u',
        aud: 'authenticated',
        exp: now + hour,
        iat: now,
        email: 'a@b.example',
        phone: '',
        app_metadata: { provider: 'email' },
        user_metadata: {},
        role: 'authenticated',
        aal: 'aal1',
        amr: [{ method: 'password', timestamp: now }],
        session_id: 's',
        is_anonymous: false,
      },
    ),
  ],
  [
    'a Supabase anon key',
    aCompactJws(
      { alg: 'HS256', typ: 'JWT' },
      { iss: 'supabase', ref: 'abc', role: 'anon', iat: now, exp: now + 3650 * day },
    ),
  ],
  [
    'a Google ID token',
    aCompactJws(
      { alg: 'RS256', kid: 'k', typ: 'JWT' },
      {
        iss: 'https://accounts.google.com',
        azp: 'a',
        aud: 'a',
        sub: '1',
        email: 'a@b.example',
        email_verified: true,
        at_hash: 'h',
        name: 'A',
        picture: 'p',
        given_name: 'A',
        iat: now,
        exp: now + hour,
      },
    ),
  ],
  ['an encrypted token', aCompactJwe({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'k' })],
];

describe('everyday tokens', () => {
  for (const [note, text] of everyday)
    it(`give no cause for warning: ${note}`, () => {
      const grave = findingsOf(text).filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(grave, []);
    });
});
