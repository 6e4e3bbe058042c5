import type { RemoteProblem } from './remoteProblem';

/** The longest issuer that is looked up, in UTF-16 units. */
const longestIssuer = 2048;

/** The parts of an issuer's address that its metadata lies by; the platform's `URL` has them. */
export interface IssuerParts {
  readonly origin: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/** Where an issuer's metadata may lie, in the order they are tried: OpenID Connect Discovery §4, then RFC 8414 §3.1 and §5. None for what can be no issuer. */
export function metadataUrls({ origin, pathname, search, hash }: IssuerParts): readonly string[] {
  // Neither specification allows a query or a fragment.
  if (search !== '' || hash !== '' || origin.length + pathname.length > longestIssuer) return [];
  const path = pathname.replace(/\/$/, '');
  return [
    ...new Set([
      `${origin}${path}/.well-known/openid-configuration`,
      `${origin}/.well-known/oauth-authorization-server${path}`,
      `${origin}/.well-known/openid-configuration${path}`,
    ]),
  ];
}

/** The `jwks_uri` of metadata, provided it is metadata of that very issuer. `host` is who was asked. */
export function readMetadata(
  text: string,
  issuer: string,
  host: string,
): { readonly jwksUri: string } | RemoteProblem {
  const metadata = parseObject(text);
  if (!metadata) return { code: 'remote.notJson', facts: { host } };
  const { issuer: found, jwks_uri: jwksUri } = metadata;
  if (found !== issuer) {
    const facts = { host, found: typeof found === 'string' ? found.slice(0, 200) : '' };
    return { code: 'remote.issuerDiffers', facts };
  }
  return typeof jwksUri === 'string' && jwksUri !== ''
    ? { jwksUri }
    : { code: 'remote.noJwksUri', facts: { host } };
}

/** A JSON object, or undefined for any other text. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
