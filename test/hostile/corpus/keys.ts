import { hostileTexts } from '../../core/present/hostileTexts';
import { names, times, type Hostile, type Row } from './hostile';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const pem = (label: string, body: string): string =>
  `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
const secret = (more: object): object => ({
  kty: 'oct',
  k: 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA',
  ...more,
});
const jwk = (member: string): string => `{"kty":"RSA","e":"AQAB",${member}}`;
/** `EncryptedPrivateKeyInfo` with PBES2, PBKDF2 and AES-256-CBC (RFC 8018), which asks for so many iterations. */
const pbes2 = (iterations: number): string => {
  const count = Buffer.alloc(5);
  count.writeUInt32BE(iterations, 1);
  const der = (tag: number, ...parts: Buffer[]): Buffer => {
    const body = Buffer.concat(parts);
    return Buffer.concat([Buffer.from([tag, body.length]), body]);
  };
  const oid = (hex: string): Buffer => der(6, Buffer.from(hex, 'hex'));
  const kdf = der(48, oid('2a864886f70d01050c'), der(48, der(4, Buffer.alloc(8)), der(2, count)));
  const cipher = der(48, oid('60864801650304012a'), der(4, Buffer.alloc(16)));
  const algorithm = der(48, oid('2a864886f70d01050d'), der(48, kdf, cipher));
  return pem('ENCRYPTED PRIVATE KEY', der(48, algorithm, der(4, Buffer.alloc(32))).toString('base64'));
};
const putty = (header: string): string =>
  `PuTTY-User-Key-File-3: ssh-rsa\nEncryption: aes256-cbc\nComment: [x](command:y)\nPublic-Lines: 1\nAAAA\n${header}\nPrivate-Lines: 1\nAAAA\nPrivate-MAC: 00\n`;

const odd: readonly Row<() => string | Uint8Array>[] = [
  [
    'a hundred thousand keys',
    'a JWK Set of five megabytes',
    () => JSON.stringify({ keys: Array(100_000).fill(secret({})) }),
  ],
  [
    'ten thousand keys',
    'a JWK Set under the limit',
    () => JSON.stringify({ keys: names(9000).map((kid) => secret({ kid })) }),
  ],
  ['keys of no kind', 'numbers, null and lists', () => '{"keys":[1,null,"x",[],{},{"kty":5}]}'],
  ['keys that is an object', 'no list', () => '{"keys":{"0":{"kty":"oct","k":"AAAA"},"length":1}}'],
  ['keys in keys', 'ten thousand levels', () => `${'{"keys":['.repeat(10_000)}${']}'.repeat(10_000)}`],
  [
    'lists ten thousand levels deep',
    'more than a stack holds',
    () => '['.repeat(10_000) + ']'.repeat(10_000),
  ],
  [
    '__proto__ in a key',
    'would change what objects are',
    () => '{"kty":"oct","k":"AAAA","__proto__":{"kid":"x"}}',
  ],
  ['kty __proto__', 'looked up in a table', () => '{"kty":"__proto__","k":"AAAA"}'],
  ['kty constructor', 'looked up in a table', () => '{"kty":"constructor"}'],
  ['crv toString', 'looked up in a table', () => '{"kty":"EC","crv":"toString","x":"AAAA","y":"AAAA"}'],
  ['the same member twice', 'which is meant?', () => '{"kty":"oct","k":"AAAA","k":"BBBB"}'],
  ['a modulus of half a megabyte', 'a number to compute with', () => jwk(`"n":"${times('A', 5e5)}"`)],
  ['a modulus of nothing', 'zero bits', () => jwk('"n":""')],
  ['a modulus of nought', 'zero', () => jwk('"n":"AA"')],
  ['an exponent of one', 'signs nothing', () => `{"kty":"RSA","e":"AQ","n":"${times('_', 344)}"}`],
  [
    'an exponent of half a megabyte',
    'a number to compute with',
    () => `{"kty":"RSA","n":"${times('_', 344)}","e":"${times('_', 5e5)}"}`,
  ],
  [
    'a private exponent alone',
    'wants its factors found',
    () => jwk(`"n":"${times('_', 344)}","d":"${times('_', 344)}"`),
  ],
  [
    'a point that is on no curve',
    'gives keys away',
    () => '{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}',
  ],
  ['a point of nothing', 'the neutral one', () => `{"kty":"OKP","crv":"Ed25519","x":"${'A'.repeat(43)}"}`],
  ['a secret of nothing', 'no octets', () => '{"kty":"oct","k":""}'],
  ['2^31 iterations', 'PBES2: hours of work', () => pbes2(2_147_483_648)],
  ['iterations of minus one', 'PBES2', () => pbes2(4_294_967_295)],
  ['a thousand encrypted keys', 'each to be derived', () => pbes2(100_000).repeat(1000)],
  [
    'memory without end',
    'PuTTY: Argon2 with four terabytes',
    () =>
      putty(
        'Key-Derivation: Argon2id\nArgon2-Memory: 4294967295\nArgon2-Passes: 4294967295\nArgon2-Parallelism: 4294967295\nArgon2-Salt: 00',
      ),
  ],
  [
    'lines without end',
    'PuTTY: more than the file has',
    () => putty('').replace('Public-Lines: 1', 'Public-Lines: 2147483647'),
  ],
  ['a label of Markdown', 'PEM', () => pem('[x](command:y) PUBLIC KEY', 'AAAA')],
  ['a label of ten thousand letters', 'PEM', () => pem(times('A', 1e4), 'AAAA')],
  ['a label that turns around', 'PEM', () => pem('PUBLIC\u202eYEK', 'AAAA')],
  ['blocks without end', 'a thousand of nothing', () => pem('PUBLIC KEY', '').repeat(1000)],
  [
    'a block that never ends',
    'half a megabyte',
    () => `-----BEGIN PRIVATE KEY-----\n${times('AAAA\n', 5e5)}`,
  ],
  ['headers without end', 'in a PEM block', () => pem('RSA PRIVATE KEY', `${times('A: b\n', 5e5)}\nAAAA`)],
  ['sequences in sequences', 'DER', () => new Uint8Array(500_000).fill(0x30)],
  ['a length of four gigabytes', 'DER', () => Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0)],
  ['an archive', 'a zip', () => Uint8Array.from(Buffer.from('504b0304140000000800', 'hex'))],
  ['a picture', 'a PNG', () => Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))],
  ['a program', 'an ELF', () => Uint8Array.from(Buffer.from('7f454c46020101000000000000000000', 'hex'))],
  ['zeros', 'a megabyte of NUL', () => new Uint8Array(1_000_000)],
  ['nothing', 'an empty file', () => ''],
  ['line ends', 'half a megabyte of them', () => times('\n', 5e5)],
  [
    'UTF-16 without its end',
    'half a character',
    () => Uint8Array.of(0xff, 0xfe, 0x7b, 0x00, 0x00, 0xd8, 0x00),
  ],
  ['one byte more than is read', 'of a good key', () => pem('PUBLIC KEY', times('A', 1_048_576))],
  ['HTML', 'a login page', () => '<html><script>alert(1)</script><img src=x onerror=alert(1)></html>'],
  ['a token', 'in place of a key', () => 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.AAAA'],
  ['an address', 'in place of a key', () => 'https://evil.example/jwks.json'],
  ['a script', 'in place of a key', () => '#!/bin/sh\nrm -rf ~\n'],
  [
    'a line of SSH with a comment',
    'Markdown and a terminal',
    () => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${'A'.repeat(43)} [x](command:y)\u001b[31m\n`,
  ],
];

/** Key files that mean harm: what they ask for, and what they call themselves. */
export const hostileKeys: readonly Hostile<Uint8Array<ArrayBuffer>>[] = [
  ...odd.map(([name, about, make]) => ({
    name,
    about,
    make: () => {
      const made = make();
      return typeof made === 'string' ? utf8(made) : new Uint8Array(made);
    },
  })),
  ...hostileTexts.map(([attempt, text]) => ({
    name: `a key called by ${attempt}`,
    about: 'as kid, alg, use and a member nobody knows, of a JWK and of one in a set',
    make: () =>
      utf8(JSON.stringify({ keys: [secret({ kid: text, [text]: text }), { kty: text, kid: text }] })),
  })),
];
