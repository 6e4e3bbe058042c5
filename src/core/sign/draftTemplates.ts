/** A beginning for a new token, as a person edits it: times as people write them, the algorithm to be changed at will. */
export interface DraftTemplate {
  readonly id: DraftTemplateId;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly encryption?: Readonly<Record<string, unknown>>;
}

export type DraftTemplateId =
  'accessToken' | 'idToken' | 'serviceToken' | 'refreshToken' | 'tutorial' | 'encrypted' | 'nested';

const issuer = 'https://login.example.com/';
const encryption = { alg: 'RSA-OAEP-256', enc: 'A256GCM' } as const;
const lasting = (lifetime: string): { readonly iat: string; readonly exp: string } => ({
  iat: 'now',
  exp: lifetime,
});

/** The templates, in the order of the menu. `id` gives an identifier that no other token has. */
export function draftTemplates(id: () => string): readonly DraftTemplate[] {
  return [
    {
      id: 'accessToken',
      // RFC 9068 §2.
      header: { alg: 'RS256', typ: 'at+jwt' },
      payload: {
        iss: issuer,
        sub: 'user-4242',
        aud: 'https://api.example.com',
        client_id: 'web-app',
        scope: 'read write',
        ...lasting('+1h'),
        jti: id(),
      },
    },
    {
      id: 'idToken',
      // OpenID Connect Core 1.0 §2.
      header: { alg: 'RS256', typ: 'JWT' },
      payload: {
        iss: issuer,
        sub: 'user-4242',
        aud: 'web-app',
        nonce: id(),
        auth_time: 'now',
        ...lasting('+1h'),
        name: 'Jane Doe',
        email: 'jane.doe@example.com',
        email_verified: true,
      },
    },
    {
      id: 'serviceToken',
      // A client that authenticates by a token of its own (RFC 7523 §3): short-lived, used once.
      header: { alg: 'ES256', typ: 'JWT' },
      payload: {
        iss: 'billing-service',
        sub: 'billing-service',
        aud: `${issuer}token`,
        ...lasting('+5m'),
        jti: id(),
      },
    },
    {
      id: 'refreshToken',
      header: { alg: 'HS256', typ: 'JWT' },
      payload: {
        iss: issuer,
        sub: 'user-4242',
        aud: issuer,
        client_id: 'web-app',
        ...lasting('+30d'),
        jti: id(),
      },
    },
    {
      id: 'tutorial',
      header: { typ: 'JWT', alg: 'HS256' },
      payload: { sub: '4242', name: 'Jessica Temporal', nickname: 'Jess' },
    },
    { id: 'encrypted', payload: { iss: issuer, sub: 'user-4242', ...lasting('+1h') }, encryption },
    {
      id: 'nested',
      header: { alg: 'RS256', typ: 'JWT' },
      payload: { iss: issuer, sub: 'user-4242', aud: 'web-app', ...lasting('+1h') },
      encryption: { ...encryption, cty: 'JWT' },
    },
  ];
}

/** A template as the text of a document. */
export function templateText({ header, payload, encryption: outer }: DraftTemplate): string {
  const parts = { ...(header ? { header } : {}), payload, ...(outer ? { encryption: outer } : {}) };
  return `${JSON.stringify(parts, undefined, 2)}\n`;
}
