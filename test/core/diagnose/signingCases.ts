import { hashed, b64, publicPem, signature, signed, signer } from './signing';
import { aPair } from '../../support/keyMaterial';
import { file, secret, type Broken, type Expected } from './aCase';

const claims = { iss: 'https://id.example/', sub: 'ada', roles: ['a/b', 'ü'], n: 1.5 };
const text = 'plain-harbor-umber-41f0';
const app = secret('app', text);
const rsa = file('web', publicPem('RSA-2048'));
const gate = file('gate', publicPem('P-256'));
const vault = file('vault', publicPem('P-521'));
const es = { alg: 'ES256', typ: 'JWT' };
const hs = { alg: 'HS256', typ: 'JWT' };
const rs = { alg: 'RS256', typ: 'JWT' };

const inputOf = (token: string): string => token.slice(0, token.lastIndexOf('.'));
const bytesOf = (token: string): Buffer => Buffer.from(token.slice(token.lastIndexOf('.') + 1), 'base64url');
const resigned = (token: string, octets: Uint8Array | string): string => `${inputOf(token)}.${b64(octets)}`;

const esGood = signed(es, claims, signer('P-256'));
const hsGood = signed(hs, claims, text);
const rsGood = signed(rs, claims, signer('RSA-2048'));

/** ASN.1 of a signature r‖s, with a spare zero in front of each number where asked. */
export function derOf(raw: Buffer, spare = false): Buffer {
  const number = (octets: Buffer): Buffer => {
    let digits = octets;
    while (digits.length > 1 && digits[0] === 0) digits = digits.subarray(1);
    if (digits[0] >= 0x80 || spare) digits = Buffer.concat([Buffer.alloc(1), digits]);
    return Buffer.concat([Buffer.from([2, digits.length]), digits]);
  };
  const half = raw.length / 2;
  const body = Buffer.concat([number(raw.subarray(0, half)), number(raw.subarray(half))]);
  const length = body.length > 127 ? [0x81, body.length] : [body.length];
  return Buffer.concat([Buffer.from([0x30, ...length]), body]);
}

/** A token whose signature begins, or its second half does, with a zero. */
function withZero(kind: 'P-256' | 'P-521', alg: string): string {
  for (let count = 0; ; count++) {
    const token = signed({ alg }, { count }, signer(kind));
    const raw = bytesOf(token);
    if (raw[0] === 0 && raw[1] < 0x80) return token;
  }
}

const rewritten = (
  code: Expected['code'],
  note: string,
  token: string,
  good: string,
  also: Expected['also'] = [],
): Broken => ({
  note,
  token,
  keys: [app, rsa, gate, vault],
  expect: { code, also, key: { H: 'app', R: 'web', E: 'gate' }[algOf(good).charAt(0)] ?? '', repaired: good },
});

function algOf(token: string): string {
  return (JSON.parse(Buffer.from(token.split('.')[0], 'base64url').toString()) as { alg: string }).alg;
}

const half = (raw: Buffer): [Buffer, Buffer] => [
  raw.subarray(0, raw.length / 2),
  raw.subarray(raw.length / 2),
];
const [r, s] = half(bytesOf(esGood));
const reversed = (octets: Buffer): Buffer => Buffer.from(octets).reverse();
const short = withZero('P-256', 'ES256');
const wide = withZero('P-521', 'ES512');
/** Rewritten so that r and s have a sign octet each. */
const signOctets = Buffer.concat([Buffer.alloc(1), r, Buffer.alloc(1), s]);

const over = (
  code: Expected['code'],
  note: string,
  header: object,
  key: Parameters<typeof signed>[2],
  data: (input: string) => string | Uint8Array,
  keyId: string,
  more: Partial<Expected> = {},
): Broken => {
  const input = `${b64(JSON.stringify(header))}.${b64(JSON.stringify(claims))}`;
  const token = signed(header, claims, key, { over: data(input) });
  return { note, token, keys: [app, rsa, gate], expect: { code, key: keyId, ...more } };
};
const [h, p] = hsGood.split('.') as [string, string];
const [H, P] = [JSON.stringify(hs), JSON.stringify(claims)];

const padded = (segment: string): string => segment.padEnd(Math.ceil(segment.length / 4) * 4, '=');
const standard = (segment: string): string => segment.replaceAll('-', '+').replaceAll('_', '/');

/** Signed over another writing of the payload; the token has the compact one. */
const reserialised = (note: string, written: string, more: Partial<Broken> = {}): Broken => {
  const genuine = signed(rs, written, signer('RSA-2048'));
  const token = `${b64(JSON.stringify(rs))}.${b64(JSON.stringify(JSON.parse(written)))}.${genuine.split('.')[2]}`;
  return {
    note,
    token,
    keys: [rsa],
    expect: { code: 'json-reserialised', key: 'web', repaired: genuine },
    ...more,
  };
};
const rich = { sub: 'ü/x', a: [1, { c: '<&>', b: "it's" }], empty: {}, z: '"q"' };
const compact = JSON.stringify(rich);
const unicode = (upper: boolean) => (character: string) => {
  const hex = character.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${upper ? hex.toUpperCase() : hex}`;
};

const nonce = 'Xq_QvfUx5KVIJ6J-_Uv1r5HJXaxU';
const nonceHeader = { typ: 'JWT', nonce, alg: 'RS256' };
const hashedNonce = { ...nonceHeader, nonce: hashed('sha256', nonce).toString('base64url') };
const graph = signed(hashedNonce, claims, signer('RSA-2048'));

export const signingCases: readonly Broken[] = [
  rewritten('signature-encoding', 'hex', `${inputOf(hsGood)}.${bytesOf(hsGood).toString('hex')}`, hsGood),
  rewritten(
    'signature-encoding',
    'base64url of hex',
    resigned(rsGood, bytesOf(rsGood).toString('hex')),
    rsGood,
  ),
  rewritten(
    'signature-encoding',
    'base64url of base64',
    resigned(hsGood, bytesOf(hsGood).toString('base64')),
    hsGood,
  ),
  rewritten('signature-encoding', 'base64url of base64url', resigned(esGood, b64(bytesOf(esGood))), esGood),
  rewritten(
    'signature-encoding',
    'octets taken for characters',
    resigned(rsGood, bytesOf(rsGood).toString('latin1')),
    rsGood,
  ),
  rewritten('signature-der', 'ASN.1', resigned(esGood, derOf(bytesOf(esGood))), esGood),
  rewritten(
    'signature-der',
    'ASN.1 with spare zeros',
    resigned(esGood, derOf(bytesOf(esGood), true)),
    esGood,
  ),
  rewritten(
    'signature-encoding',
    'hex of ASN.1',
    `${inputOf(esGood)}.${derOf(bytesOf(esGood)).toString('hex')}`,
    esGood,
    ['signature-der'],
  ),
  {
    note: 'ASN.1 of secp256k1',
    ...(() => {
      const good = signed({ alg: 'ES256K' }, claims, signer('secp256k1'));
      const keys = [file('coin', publicPem('secp256k1'))];
      return {
        token: resigned(good, derOf(bytesOf(good))),
        keys,
        expect: { code: 'signature-der' as const, key: 'coin', repaired: good },
      };
    })(),
  },
  rewritten('signature-byte-layout', 's before r', resigned(esGood, Buffer.concat([s, r])), esGood),
  rewritten(
    'signature-byte-layout',
    'halves reversed',
    resigned(esGood, Buffer.concat([reversed(r), reversed(s)])),
    esGood,
  ),
  rewritten('signature-byte-layout', 'all reversed', resigned(esGood, reversed(bytesOf(esGood))), esGood),
  rewritten('signature-byte-layout', 'a zero of r lost', resigned(short, bytesOf(short).subarray(1)), short),
  rewritten('signature-byte-layout', 'sign octets kept', resigned(esGood, signOctets), esGood),
  rewritten('signature-byte-layout', 'reversed RSA', resigned(rsGood, reversed(bytesOf(rsGood))), rsGood),
  rewritten(
    'signature-byte-layout',
    'a zero in front of RSA',
    resigned(rsGood, Buffer.concat([Buffer.alloc(1), bytesOf(rsGood)])),
    rsGood,
  ),
  rewritten(
    'signature-encoding',
    'hex, and s before r',
    `${inputOf(esGood)}.${Buffer.concat([s, r]).toString('hex')}`,
    esGood,
    ['signature-byte-layout'],
  ),
  {
    note: 'a zero of r lost on P-521',
    token: resigned(wide, bytesOf(wide).subarray(1)),
    keys: [vault],
    expect: { code: 'signature-byte-layout', key: 'vault', repaired: wide },
  },
  over(
    'signature-prehashed',
    'the digest',
    rs,
    signer('RSA-2048'),
    (input) => hashed('sha256', input),
    'web',
  ),
  over(
    'signature-prehashed',
    'the digest in hex',
    hs,
    text,
    (input) => hashed('sha256', input).toString('hex'),
    'app',
  ),
  over(
    'signature-prehashed',
    'the digest, ECDSA',
    es,
    signer('P-256'),
    (input) => hashed('sha256', input),
    'gate',
  ),
  ...[0, 20, 64, 222].map((saltLength): Broken => ({
    note: `a salt of ${saltLength} octets`,
    token: signed({ alg: 'PS256' }, claims, signer('RSA-2048'), { saltLength }),
    keys: [rsa],
    expect: { code: 'pss-salt-length', key: 'web' },
  })),
  over('signed-other-base64', 'padded', hs, text, (input) => input.split('.').map(padded).join('.'), 'app'),
  over(
    'signed-other-base64',
    'encoded twice',
    hs,
    text,
    (input) => input.split('.').map(b64).join('.'),
    'app',
  ),
  {
    note: 'as a load balancer signs: padding and all',
    token: (() => {
      const input = [JSON.stringify(es), JSON.stringify({ sub: 'a' })]
        .map((part) => padded(b64(part)))
        .join('.');
      return `${input}.${padded(b64(signature('ES256', signer('P-256'), input)))}`;
    })(),
    keys: [gate],
    expect: { code: 'signed-other-base64', key: 'gate' },
  },
  {
    note: 'in the standard alphabet',
    token: signed(hs, { a: '???>>>ÿÿ~~~' }, text, {
      over: [hs, { a: '???>>>ÿÿ~~~' }].map((part) => standard(b64(JSON.stringify(part)))).join('.'),
    }),
    keys: [app],
    expect: { code: 'signed-other-base64', key: 'app' },
  },
  ...[`${h}.${p}\n`, `${h}.${p}\r\n`, `${H}.${P}`, H + P, h + p, `${h}.${P}`, p, P].map((data, index) =>
    over('signed-other-text', `another text (${index})`, hs, text, () => data, 'app'),
  ),
  {
    note: 'a nonce that was hashed',
    token: `${b64(JSON.stringify(nonceHeader))}.${graph.split('.').slice(1).join('.')}`,
    keys: [rsa],
    expect: { code: 'header-nonce-hashed', key: 'web', repaired: graph },
  },
  reserialised('Python’s spaces', '{"sub": "ada", "n": [1, 2]}'),
  reserialised('spaces behind colons only', '{"sub": "ada","n": [1,2]}'),
  ...[2, 4, '\t'].map((indent) =>
    reserialised(`indented by ${JSON.stringify(indent)}`, JSON.stringify(rich, null, indent)),
  ),
  reserialised('indented, CRLF, line end', `${JSON.stringify(rich, null, 2)}\n`.replaceAll('\n', '\r\n')),
  reserialised('\\u in lower case', compact.replace(/[^\0-\x7f]/g, unicode(false))),
  reserialised('\\u in upper case', compact.replace(/[^\0-\x7f]/g, unicode(true))),
  reserialised('slashes escaped', compact.replaceAll('/', '\\/')),
  reserialised('as PHP writes it', compact.replaceAll('/', '\\/').replace(/[^\0-\x7f]/g, unicode(false))),
  reserialised('as Go writes it', compact.replace(/[<>&]/g, unicode(false))),
  reserialised(
    'as .NET writes it',
    compact.replaceAll('\\"', '\\u0022').replace(/[&'+<>`]|[^\0-\x7f]/g, unicode(true)),
  ),
  {
    note: 'names sorted in the token that is shown',
    ...(() => {
      const genuine = signed(rs, { sub: 'a', aud: 'b', iss: 'c' }, signer('RSA-2048'));
      const parts = genuine.split('.');
      const other = signed(rs, { sub: 'x', aud: 'y', iss: 'z' }, signer('RSA-2048'));
      const token = [parts[0], b64(JSON.stringify({ iss: 'c', aud: 'b', sub: 'a' })), parts[2]].join('.');
      return {
        token,
        keys: [rsa],
        siblings: [other],
        expect: { code: 'json-reserialised' as const, key: 'web', repaired: genuine },
      };
    })(),
  },
  {
    note: 'the header in another order',
    ...(() => {
      const genuine = signed('{"typ":"JWT","alg":"RS256"}', claims, signer('RSA-2048'));
      const token = [b64('{"alg":"RS256","typ":"JWT"}'), ...genuine.split('.').slice(1)].join('.');
      return {
        token,
        keys: [rsa],
        expect: { code: 'json-reserialised' as const, key: 'web', repaired: genuine },
      };
    })(),
  },
  {
    note: 'PSS for PKCS#1, with the private key of the wrong label',
    token: signed(rs, claims, signer('RSA-2048'), { by: 'PS384' }),
    keys: [rsa],
    expect: { code: 'alg-mislabelled', key: 'web', alg: 'PS384' },
  },
  {
    note: 'SHA-1',
    token: signed(rs, claims, signer('RSA-2048'), { hash: 'sha1' }),
    keys: [rsa],
    expect: { code: 'alg-mislabelled', key: 'web', alg: 'RS1' },
  },
  {
    note: 'HS512 under HS256',
    token: signed(hs, claims, text, { by: 'HS512' }),
    keys: [app],
    expect: { code: 'alg-mislabelled', key: 'app', alg: 'HS512' },
  },
  {
    note: 'RSA under HS256',
    token: signed(hs, claims, signer('RSA-2048'), { by: 'RS256' }),
    keys: [app, rsa],
    expect: { code: 'alg-mislabelled', key: 'web', alg: 'RS256' },
  },
  {
    note: 'another curve',
    token: signed(es, claims, signer('P-384'), { by: 'ES384' }),
    keys: [file('wide', publicPem('P-384'))],
    expect: { code: 'alg-mislabelled', key: 'wide', alg: 'ES384' },
  },
  {
    note: 'P-256 with SHA-512, which has no name',
    token: signed(es, claims, signer('P-256'), { hash: 'sha512' }),
    keys: [gate],
    expect: { code: 'alg-mislabelled', key: 'gate' },
  },
  {
    note: 'Ed448 under ES256',
    token: signed(es, claims, signer('Ed448'), { by: 'EdDSA' }),
    keys: [file('ed', publicPem('Ed448'))],
    expect: { code: 'alg-mislabelled', key: 'ed', alg: 'EdDSA' },
  },
  ...['rs256', 'RSA-SHA256', 'SHA256withRSA', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'].map(
    (alg): Broken => ({
      note: alg,
      token: signed({ alg }, claims, signer('RSA-2048'), { by: 'RS256' }),
      keys: [rsa],
      expect: { code: 'alg-name-nonstandard', key: 'web', alg: 'RS256' },
    }),
  ),
  {
    note: 'a secret taken otherwise, under a name nobody registered',
    token: signed({ alg: 'HmacSHA384' }, claims, Buffer.from('00ff10ab', 'hex'), { by: 'HS384' }),
    keys: [secret('app', '00ff10ab')],
    expect: {
      code: 'secret-is-hex',
      also: ['alg-name-nonstandard'],
      key: 'app',
      alg: 'HS384',
      secretEncoding: 'hex',
      secretHex: '00ff10ab',
    },
  },
  {
    note: 'a private key that verifies by its public half',
    token: resigned(esGood, derOf(bytesOf(esGood))),
    keys: [file('own', aPair('P-256').privateKey.export({ type: 'sec1', format: 'pem' }))],
    expect: { code: 'signature-der', key: 'own', repaired: esGood },
  },
];
