import { createCipheriv } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { segment } from '../../../support/aToken';
import { names, times } from '../hostile';
import { ofTexts } from './made';

/** The key of all that can be opened. */
export const corpusKey = new Uint8Array(16).fill(7);

/** A JWE that the key opens, whatever it holds. */
function sealed(content: Uint8Array, more: object = {}): string {
  const header = segment(JSON.stringify({ alg: 'dir', enc: 'A128GCM', ...more }));
  const iv = Buffer.alloc(12);
  const cipher = createCipheriv('aes-128-gcm', corpusKey, iv);
  cipher.setAAD(Buffer.from(header));
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  return `${header}..${[iv, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url')).join('.')}`;
}

const jwe = (header: string): string =>
  `${segment(header)}.AAAA.AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA`;
const password =
  (p2c: string, p2s = '"AAAAAAAAAAA"') =>
  (): string =>
    jwe(`{"alg":"PBES2-HS512+A256KW","enc":"A256GCM","p2c":${p2c},"p2s":${p2s}}`);
const ephemeral = (epk: string) => (): string => jwe(`{"alg":"ECDH-ES","enc":"A128GCM","epk":${epk}}`);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const zipped = (content: Uint8Array): string => sealed(deflateRawSync(content), { zip: 'DEF' });

/** Encrypted tokens: what they ask for, and what is in them. */
export const encryptedTokens = ofTexts([
  ['2^31 iterations', 'hours of work', password('2147483648')],
  ['iterations beyond all numbers', 'Infinity for readers', password('1e999')],
  ['iterations of minus one', 'no count', password('-1')],
  ['no iterations', 'none at all', password('0')],
  ['half an iteration', 'no count', password('1.5')],
  ['iterations as a text', 'no count', password('"4096"')],
  ['a salt of nothing', 'none at all', password('4096', '""')],
  ['a salt of a megabyte', 'hashed each time', () => password('4096', JSON.stringify(times('A', 1e6)))()],
  ['a zip bomb', 'thirty megabytes out of thirty kilobytes', () => zipped(Buffer.alloc(30_000_000))],
  [
    'a zip bomb in a zip bomb',
    'sixteen megabytes of bomb',
    () => zipped(deflateRawSync(deflateRawSync(Buffer.alloc(30_000_000)))),
  ],
  ['zip of noise', 'no DEFLATE', () => sealed(utf8('no DEFLATE at all'), { zip: 'DEF' })],
  ['zip nobody knows', 'another name', () => sealed(utf8('{}'), { zip: '__proto__' })],
  ['enc __proto__', 'looked up in a table', () => jwe('{"alg":"dir","enc":"__proto__"}')],
  ['enc as an object', 'no text', () => jwe('{"alg":"dir","enc":{"toString":1}}')],
  ['no enc', 'nothing to go by', () => jwe('{"alg":"dir"}')],
  ['alg none, encrypted', 'means nothing there', () => jwe('{"alg":"none","enc":"A128GCM"}')],
  ['RSA1_5', 'tells by its errors', () => jwe('{"alg":"RSA1_5","enc":"A128CBC-HS256"}')],
  [
    'a point that is on no curve',
    'gives the key away',
    ephemeral('{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}'),
  ],
  ['a key of nothing', 'all members missing', ephemeral('{}')],
  ['a key with __proto__', 'would change what objects are', ephemeral('{"__proto__":{"kty":"EC"}}')],
  ['a key that is null', 'no object', ephemeral('null')],
  [
    'a key of a megabyte',
    'a number to compute with',
    () => ephemeral(`{"kty":"EC","crv":"P-256","x":"${times('A', 1e6)}","y":"AA"}`)(),
  ],
  [
    'agreement on Markdown',
    'apu and apv',
    () => jwe('{"alg":"ECDH-ES","enc":"A128GCM","apu":"[x](command:y)","apv":"<img>"}'),
  ],
  [
    'crit in an encrypted token',
    'ten thousand names',
    () => jwe(JSON.stringify({ alg: 'dir', enc: 'A128GCM', crit: names(10_000) })),
  ],
  [
    'a tag of nothing',
    'proves nothing',
    () => `${segment('{"alg":"dir","enc":"A128GCM"}')}..AAAAAAAAAAAAAAAA.AAAA.`,
  ],
  [
    'a vector of a megabyte',
    'far too long',
    () => `${segment('{"alg":"dir","enc":"A128GCM"}')}..${times('A', 1e6)}.AAAA.AAAA`,
  ],
  [
    'Markdown inside',
    'shown once it is opened',
    () => sealed(utf8('# a\n![x](https://evil.example/i.png)\n[x](command:y)')),
  ],
  ['HTML inside', 'shown once it is opened', () => sealed(utf8('<script>alert(1)</script>'))],
  [
    'claims inside',
    'with Markdown and __proto__',
    () => sealed(utf8('{"__proto__":{"a":1},"sub":"[x](command:y)\u202e"}')),
  ],
  ['depth inside', 'ten thousand lists', () => sealed(utf8('['.repeat(10_000) + ']'.repeat(10_000)))],
  [
    'noise inside',
    'no text',
    () => sealed(Uint8Array.from({ length: 1000 }, (_, index) => (index * 7919) % 251)),
  ],
  ['a megabyte inside', 'one word', () => sealed(utf8(times('W', 1e6)))],
  [
    'a token inside',
    'and one in that',
    () =>
      sealed(utf8(sealed(utf8(sealed(utf8(sealed(utf8('{}'))), { cty: 'JWT' })), { cty: 'JWT' })), {
        cty: 'JWT',
      }),
  ],
  ['nothing inside', 'no octets', () => sealed(new Uint8Array())],
]);
