import { aPair } from '../../support/keyMaterial';
import { file, secret, type Broken } from './aCase';
import { b64, publicPem, signed, signer } from './signing';

const text = 'plain-harbor-umber-41f0';
const app = secret('app', text);
const pem = publicPem('RSA-2048');
const rsa = file('web', pem);
const claims = { iss: 'https://id.example/', sub: 'ada', role: 'user', exp: 1_790_000_000 };
const rs = { alg: 'RS256', typ: 'JWT' };
const hs = { alg: 'HS256', typ: 'JWT' };
const good = signed(rs, claims, signer('RSA-2048'));
const [h, p, s] = good.split('.') as [string, string, string];
const other = signed(rs, { ...claims, sub: 'grace' }, signer('RSA-2048'));
const edited = b64(JSON.stringify({ ...claims, role: 'admin', scope: 'all' }));
const header = (value: object): string => b64(JSON.stringify(value));
const der = aPair('RSA-2048').publicKey.export({ type: 'spki', format: 'der' });
const pkcs1 = aPair('RSA-2048').publicKey.export({ type: 'pkcs1', format: 'pem' }) as string;

const confused = (note: string, key: string | Uint8Array, alg = 'HS256'): Broken => ({
  note,
  token: signed({ alg }, claims, key),
  keys: [app, rsa],
  expect: { code: 'alg-confusion', key: 'web' },
});

export const tamperCases: readonly Broken[] = [
  ...(['HS256', 'ES256', 'PS512'] as const).map((alg): Broken => ({
    note: `${alg} in the place of RS256`,
    token: `${header({ ...rs, alg })}.${p}.${s}`,
    keys: [app, rsa],
    expect: { code: 'alg-swapped', key: 'web', alg: 'RS256', repaired: good },
  })),
  {
    note: 'in a header that is written with spaces',
    ...(() => {
      const genuine = signed('{ "alg" : "ES256", "typ" : "JWT" }', claims, signer('P-256'));
      const token = `${b64('{ "alg" : "RS256", "typ" : "JWT" }')}.${genuine.split('.').slice(1).join('.')}`;
      const keys = [rsa, file('gate', publicPem('P-256'))];
      return {
        token,
        keys,
        expect: { code: 'alg-swapped' as const, key: 'gate', alg: 'ES256', repaired: genuine },
      };
    })(),
  },
  confused('the file of the public key', pem),
  confused('without its line end', pem.trimEnd(), 'HS512'),
  confused('with CRLF', pem.replaceAll('\n', '\r\n')),
  confused('in one line', pem.replaceAll('\n', '')),
  confused('with line ends written out', pem.trimEnd().replaceAll('\n', '\\n')),
  confused('its body', pem.split('\n').slice(1, -2).join('')),
  confused('its DER', der),
  confused('PKCS#1 of it', pkcs1, 'HS384'),
  {
    note: 'one token’s signature under another',
    token: `${h}.${p}.${other.split('.')[2]}`,
    keys: [rsa],
    siblings: [other, good],
    expect: { code: 'signature-spliced', key: 'web', repaired: good, evidence: 'sibling' },
  },
  {
    note: 'claims changed and added',
    token: `${h}.${edited}.${s}`,
    keys: [rsa],
    siblings: [other, good],
    expect: { code: 'payload-edited', key: 'web', claims: ['role', 'scope'], repaired: good },
  },
  {
    note: 'a parameter added to the header',
    token: `${header({ ...rs, kid: 'k2' })}.${p}.${s}`,
    keys: [rsa],
    siblings: [good],
    expect: { code: 'header-edited', key: 'web', claims: ['kid'], repaired: good },
  },
  {
    note: 'both',
    token: `${header({ ...rs, jku: 'https://evil.example' })}.${edited}.${s}`,
    keys: [rsa],
    siblings: [other, good],
    expect: {
      code: 'payload-edited',
      also: ['header-edited'],
      key: 'web',
      claims: ['role', 'scope', 'jku'],
      repaired: good,
    },
  },
  {
    note: 'the signature taken off',
    token: `${header({ ...rs, alg: 'None' })}.${p}.`,
    keys: [rsa],
    siblings: [other, good],
    expect: { code: 'downgraded-to-none', key: 'web', repaired: good, evidence: 'sibling' },
  },
  ...(['RSA-2048', 'P-256', 'Ed25519'] as const).map((kind): Broken => {
    const alg = { 'RSA-2048': 'RS256', 'P-256': 'ES256', Ed25519: 'EdDSA' }[kind];
    const jwk = aPair(kind).publicKey.export({ format: 'jwk' });
    const keys = [file('a', publicPem('RSA-1024')), file('b', publicPem('P-384'))];
    return {
      note: `${alg} with its own key`,
      token: signed({ alg, jwk }, claims, signer(kind)),
      keys,
      expect: { code: 'embedded-key' },
    };
  }),
  {
    note: 'a secret it carries is no key at all',
    token: signed({ ...hs, jwk: { kty: 'oct', k: b64('whatever') } }, claims, 'whatever'),
    keys: [app],
    expect: { code: 'unknown' },
  },
];
