import { segment } from '../../../support/aToken';
import { times } from '../hostile';
import { ofTexts, plainHeader, signed } from './made';

const { text } = signed(plainHeader, '{"sub":"42"}');
const [header = '', payload = '', signature = ''] = text.split('.');
const json = (members: object): string => JSON.stringify({ payload, ...members });
const one = { protected: header, signature };

/** Texts around and between the dots, and JSON serializations. */
export const shapeTokens = ofTexts([
  ['dots alone', 'a million of them', () => times('.', 1e6)],
  ['a header and a million dots', 'segments without end', () => header + times('.', 1e6)],
  ['two dots', 'three empty segments', () => '..'],
  ['four dots', 'five empty segments', () => '....'],
  ['a header alone', 'cut off', () => header],
  ['no signature', 'cut off', () => `${header}.${payload}.`],
  ['no payload', 'travels apart', () => `${header}..${signature}`],
  ['padding', 'as base64 has it', () => `${header}==.${payload}=.${signature}=`],
  ['the other alphabet', 'as base64 has it', () => `${header}.${payload}.++//`],
  ['bits left over', 'two texts for the same octets', () => `${header}.e31.${signature}`],
  ['one character too many', 'no octets', () => `${header}.${payload}A.${signature}A`],
  ['blanks inside', 'copied from a mail', () => `${header}.\u0020${payload}.${signature}`],
  ['line ends inside', 'copied from a terminal', () => text.replace(/.{40}/g, '$&\r\n')],
  ['percent signs', 'copied from an address', () => encodeURIComponent(`Bearer ${text}=`)],
  ['NUL inside', 'ends a text for some', () => `${header}.${payload}\u0000.${signature}`],
  ['nothing to be seen inside', 'a zero-width blank', () => `${header}.\u200b${payload}.${signature}`],
  ['turned around inside', 'reads as another', () => `${header}.\u202e${payload}.${signature}`],
  ['letters of another script inside', 'look the same', () => `еyJhbGciOiJIUzI1NiJ9.${payload}.${signature}`],
  ['half a character inside', 'a lone surrogate', () => `${header}.${payload}\ud800.${signature}`],
  ['Markdown behind', 'no token', () => `${text}](command:evil) ![x](https://evil.example/i.png)`],
  ['a signature of a megabyte', 'far too long', () => `${header}.${payload}.${times('A', 1e6)}`],
  ['longer than is read', 'over sixteen megabytes', () => `${header}.${times('A', 17_000_000)}.${signature}`],
  ['a signature of nothing', 'NUL octets', () => `${header}.${payload}.${'A'.repeat(43)}`],
  [
    'octets that are no UTF-8',
    'in header and payload',
    () => `${Buffer.from([0xff, 0xfe, 0xc0, 0x80]).toString('base64url')}.wIDt-w.AAAA`,
  ],
  [
    'UTF-16',
    'two octets for each',
    () => `${Buffer.from(plainHeader, 'utf16le').toString('base64url')}.${payload}.${signature}`,
  ],
  [
    'a compressed header',
    'gzip',
    () => `H4sIAAAAAAAAA6tWSszJL0pVslJQ8gg2MjVT0lFQKsovyUzJBIrVAgC6dZ1BGwAAAA.${payload}.${signature}`,
  ],
  [
    'a flattened serialization',
    'with __proto__',
    () => json({ ...one, header: JSON.parse('{"__proto__":{"kid":"x"}}') as object }),
  ],
  ['both forms at once', 'signature and signatures', () => json({ ...one, signatures: [one] })],
  ['no signatures', 'an empty list', () => json({ signatures: [] })],
  ['signatures of no kind', 'numbers and null', () => json({ signatures: [1, null, 'x', [], {}] })],
  ['a thousand and one signatures', 'more than are read', () => json({ signatures: Array(1001).fill(one) })],
  [
    'twenty thousand signatures',
    'more than are read',
    () => json({ signatures: Array(20_000).fill({ signature: 'AA' }) }),
  ],
  [
    'parameters in both headers',
    'must not be',
    () => json({ ...one, header: { alg: 'none', kid: '[x](command:y)' } }),
  ],
  [
    'two payloads',
    'the same member twice',
    () => `{"payload":"e30","payload":"${payload}","protected":"${header}","signature":"${signature}"}`,
  ],
  ['a payload that is no text', 'an object', () => json({ ...one, payload: { sub: '42' } })],
  [
    'members nobody knows',
    'Markdown as a name',
    () => json({ ...one, '![x](https://evil.example/i.png)': 1 }),
  ],
  [
    'an unprotected header ten thousand levels deep',
    'more than a stack holds',
    () => `{"payload":"e30","signature":"AA","header":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`,
  ],
  [
    'a serialization that never ends',
    'cut off',
    () => `{"payload":"${payload}","signatures":[{"protected":"${header}`,
  ],
  [
    'ciphertext and signature',
    'of both kinds',
    () => JSON.stringify({ ...one, payload, ciphertext: 'AA', iv: 'AA', tag: 'AA' }),
  ],
  [
    'ten thousand and one recipients',
    'more than are read',
    () =>
      JSON.stringify({
        protected: segment('{"enc":"A128GCM"}'),
        recipients: Array(10_001).fill({
          header: { alg: 'PBES2-HS256+A128KW', p2c: 2 ** 31, p2s: 'AAAAAAAAAAA' },
          encrypted_key: 'AA',
        }),
        iv: 'AA',
        ciphertext: 'AA',
        tag: 'AA',
      }),
  ],
]);
