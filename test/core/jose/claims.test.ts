import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readJson } from '../../../src/core/encoding/json';
import type { JsonObject } from '../../../src/core/encoding/jsonNode';
import { describeClaim, registeredClaims } from '../../../src/core/jose/claims';
import { describeHeaderParameter, headerParameters } from '../../../src/core/jose/headerParameters';
import { hostOf, recogniseVendor, vendors } from '../../../src/core/jose/registries/vendors';

interface IanaNames {
  readonly claims: readonly string[];
  readonly headerParameters: Readonly<Record<'jws' | 'jwe', readonly string[]>>;
}
const iana = JSON.parse(readFileSync('test/fixtures/iana/names.json', 'utf8')) as IanaNames;

const claimsOf = (claims: object): JsonObject => readJson(JSON.stringify(claims)).node as JsonObject;

describe('the catalogue of claims', () => {
  it('knows every claim that IANA lists', () => {
    assert.deepEqual(
      iana.claims.filter((name) => !registeredClaims.has(name)),
      [],
    );
    assert.equal(iana.claims.length, 163);
  });

  it('knows every header parameter that IANA lists, and no other', () => {
    for (const form of ['jws', 'jwe'] as const) {
      assert.deepEqual([...headerParameters[form].keys()].sort(), [...iana.headerParameters[form]].sort());
    }
  });

  it('explains each in one short sentence, with a reference that can be followed', () => {
    const all = [
      ...registeredClaims.values(),
      ...headerParameters.jws.values(),
      ...headerParameters.jwe.values(),
      ...vendors.flatMap((vendor) => [...vendor.claims, ...(vendor.families ?? [])]),
    ];
    for (const { name, meaning, reference, url } of all) {
      assert.match(meaning, /^[A-Z0-9].{4,88}\.$/, name);
      assert.ok(!/[{}|<>`]/.test(meaning), name);
      assert.match(reference, /^\S.*\S$/, name);
      assert.match(url, /^https:\/\/\S+$/, name);
    }
  });

  it('lists no name twice in one table', () => {
    for (const vendor of vendors) {
      const names = vendor.claims.map((claim) => claim.name);
      assert.equal(new Set(names).size, names.length, vendor.id);
    }
  });

  it('cites the section', () => {
    assert.equal(describeClaim('exp')?.reference, 'RFC 7519 §4.1.4');
    assert.equal(describeClaim('exp')?.url, 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4');
    assert.equal(describeHeaderParameter('kid', 'jws')?.reference, 'RFC 7515 §4.1.4');
    assert.equal(describeHeaderParameter('kid', 'jwe')?.reference, 'RFC 7516 §4.1.6');
  });

  it('says nothing of private names', () => {
    assert.equal(describeClaim('favourite_colour'), undefined);
    assert.equal(describeClaim('toString'), undefined);
    assert.equal(describeClaim('__proto__'), undefined);
    assert.equal(describeHeaderParameter('constructor', 'jws'), undefined);
    assert.equal(describeHeaderParameter('enc', 'jws'), undefined);
  });
});

const issuers: readonly (readonly [note: string, claims: object, vendor: string | undefined])[] = [
  ['Entra ID v2', { iss: 'https://login.microsoftonline.com/9122040d-6c67-4c5b/v2.0' }, 'entraId'],
  ['Entra ID v1', { iss: 'https://sts.windows.net/9122040d/' }, 'entraId'],
  ['Azure AD B2C', { iss: 'https://contoso.b2clogin.com/9122/v2.0/' }, 'entraId'],
  ['Auth0', { iss: 'https://dev-1.eu.auth0.com/' }, 'auth0'],
  ['Auth0 behind its own domain', { iss: 'https://login.example.com/', sub: 'auth0|5f7c' }, 'auth0'],
  ['Okta', { iss: 'https://dev-1.okta.com/oauth2/default' }, 'okta'],
  ['Keycloak', { iss: 'https://sso.example.com/realms/shop' }, 'keycloak'],
  ['Keycloak with a path', { iss: 'http://localhost:8080/auth/realms/master' }, 'keycloak'],
  ['Cognito', { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC' }, 'cognito'],
  ['Firebase', { iss: 'https://securetoken.google.com/my-project' }, 'firebase'],
  ['Google', { iss: 'https://accounts.google.com' }, 'firebase'],
  ['GitHub Actions', { iss: 'https://token.actions.githubusercontent.com' }, 'githubActions'],
  ['GitHub with data residency', { iss: 'https://token.actions.octocorp.ghe.com' }, 'githubActions'],
  ['Kubernetes, legacy', { iss: 'kubernetes/serviceaccount' }, 'kubernetes'],
  ['Kubernetes', { iss: 'https://kubernetes.default.svc.cluster.local' }, 'kubernetes'],
  [
    'Kubernetes on EKS',
    { iss: 'https://oidc.eks.eu-west-1.amazonaws.com/id/1', 'kubernetes.io': {} },
    'kubernetes',
  ],
  ['Supabase user', { iss: 'https://abcdefghijklmnopqrst.supabase.co/auth/v1' }, 'supabase'],
  ['Supabase anon key', { iss: 'supabase', ref: 'abc', role: 'anon' }, 'supabase'],
  ['Supabase by its own issuers', { iss: 'supabase-demo' }, 'supabase'],
  ['GitHub Enterprise Server', { iss: 'https://ghe.example.com/_services/token' }, 'githubActions'],
  ['Google without a scheme', { iss: 'accounts.google.com' }, 'firebase'],
  ['Cognito in China', { iss: 'https://cognito-idp.cn-north-1.amazonaws.com.cn/x' }, 'cognito'],
  // By claims alone, as behind a domain of one's own.
  ['Entra ID by its claims', { tid: '1', oid: '2' }, 'entraId'],
  ['Entra ID by an own claim', { xms_cc: ['cp1'] }, 'entraId'],
  ['Auth0 by its claims', { gty: 'client-credentials', azp: 'app' }, 'auth0'],
  ['Cognito by an own claim', { 'cognito:username': 'ada' }, 'cognito'],
  ['GitHub Actions by its claims', { job_workflow_ref: 'a', repository: 'b' }, 'githubActions'],
  ['Okta by its claims', { cid: 'a', uid: 'b', ver: 1 }, 'okta'],
  ['Supabase by its claims', { app_metadata: {}, aal: 'aal1' }, 'supabase'],
  ['Keycloak by its roles', { realm_access: {} }, 'keycloak'],
  ['Keycloak by a client’s roles', { resource_access: {} }, 'keycloak'],
  ['Firebase by an own claim', { firebase: {} }, 'firebase'],
  ['Kubernetes by its subject', { sub: 'system:serviceaccount:default:app' }, 'kubernetes'],
  // Half of the evidence is none.
  ...[
    ...[{ tid: '1' }, { oid: '2' }, { gty: 'password' }, { azp: 'app' }, { xms: 1 }, { cognito: 1 }],
    ...[{ job_workflow_ref: 'a' }, { repository: 'b' }, { cid: 'a', uid: 'b' }, { cid: 'a', ver: 1 }],
    ...[{ uid: 'b', ver: 1 }, { app_metadata: {} }, { aal: 'aal1' }, { iss: '/_services/token' }],
    ...[{ iss: '/realms/shop' }, { iss: 'https://token.actions.example.com' }],
    ...[{ iss: 'https://octocorp.ghe.com' }, { iss: 'https://cognito-idp.example.com' }],
    ...[{ iss: 'https://s3.amazonaws.com' }, { iss: 'https://cognito-idp.x.amazonaws.com.evil.example' }],
  ].map((claims) => [`nobody by ${JSON.stringify(claims)}`, claims, undefined] as const),
  ['nobody', { iss: 'https://example.com', sub: '42' }, undefined],
  ['a look-alike host', { iss: 'https://auth0.com.evil.example/' }, undefined],
  ['a host behind a user name', { iss: 'https://dev.auth0.com@evil.example/' }, undefined],
  ['a host in the path', { iss: 'https://evil.example/login.microsoftonline.com' }, undefined],
  ['no text', { iss: 42, sub: ['auth0|1'] }, undefined],
];

describe('the vendor of a token', () => {
  for (const [note, claims, vendor] of issuers)
    it(`is told: ${note}`, () => {
      assert.equal(recogniseVendor(claimsOf(claims))?.id, vendor);
    });

  it('decides what a name means', () => {
    const github = claimsOf({ iss: 'https://token.actions.githubusercontent.com' });
    assert.match(describeClaim('ref', github)?.meaning ?? '', /branch or tag/);
    assert.equal(describeClaim('ref')?.reference, 'OpenID Federation 1.0 §13.5');
    assert.match(describeClaim('repo_property_team', github)?.meaning ?? '', /property/);
    assert.equal(describeClaim('iat', github)?.reference, 'RFC 7519 §4.1.6');
  });

  it('is told by the host alone, without user, port or case', () => {
    assert.equal(hostOf('HTTPS://user:x@Example.COM:8443/a@b'), 'example.com');
    assert.equal(hostOf('http://[::1]:80/'), '[::1]');
    assert.equal(hostOf('urn:x'), '');
    assert.equal(hostOf('javascript://example.com/'), '');
  });
});
