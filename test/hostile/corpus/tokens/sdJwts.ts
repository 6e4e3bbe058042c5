import { aDisclosure, digestOf } from '../../../support/anSdJwt';
import { segment } from '../../../support/aToken';
import { names, times } from '../hostile';
import { ofTexts, plainHeader, signed } from './made';

const issued = (payload: unknown, disclosures: readonly string[] = [], binding = ''): string =>
  [signed(plainHeader, JSON.stringify(payload)).text, ...disclosures, binding].join('~');
const disclosing = (disclosures: readonly string[], more: object = {}): string =>
  issued({ ...more, _sd: disclosures.map((one) => digestOf(one)) }, disclosures);
const named = (name: string, value: unknown = 1): string => disclosing([aDisclosure('salt', name, value)]);
const raw = (json: string): string => disclosing([segment(json)]);

/** SD-JWTs (RFC 9901): disclosures that mean harm. */
export const sdJwtTokens = ofTexts([
  ['a disclosed __proto__', 'would change what objects are', () => named('__proto__', { isAdmin: true })],
  ['a disclosed constructor', 'would change what objects are', () => named('constructor', { prototype: {} })],
  ['a disclosed _sd', 'must not be', () => named('_sd', ['x'])],
  ['a disclosed name of three dots', 'must not be', () => named('...', 'x')],
  [
    'a disclosed claim that is there',
    'a second subject',
    () => disclosing([aDisclosure('s', 'sub', 'evil')], { sub: 'safe' }),
  ],
  [
    'disclosed Markdown',
    'as name and value',
    () => named('![x](https://evil.example/i.png)', '[x](command:y)'),
  ],
  ['disclosed HTML', 'as name and value', () => named('<img src=x>', '<script>alert(1)</script>')],
  ['a disclosure turned around', 'reads as another', () => named('a\u202eb', '\u2066c\u200b')],
  [
    'a disclosure ten thousand levels deep',
    'more than a stack holds',
    () => raw(`["s","a",${'['.repeat(10_000)}${']'.repeat(10_000)}]`),
  ],
  ['a disclosure that is no list', 'an object', () => raw('{"a":1}')],
  ['a disclosure of five', 'too many items', () => raw('["s","a",1,2,3]')],
  ['a salt that is no text', 'an object', () => raw('[{},"a",1]')],
  ['a disclosure that is no JSON', 'noise', () => issued({ _sd: ['x'] }, ['!!!!', '%00', '<b>'])],
  [
    'two thousand disclosures',
    'each with a digest',
    () => disclosing(names(2000).map((name) => aDisclosure(name, name, 1))),
  ],
  [
    'twelve thousand disclosures',
    'more than are read',
    () => issued({ _sd: [] }, names(12_000).map(segment)),
  ],
  [
    'one disclosure a thousand times',
    'each the same',
    () =>
      issued(
        { _sd: [digestOf(aDisclosure('s', 'a', 1))] },
        Array<string>(1000).fill(aDisclosure('s', 'a', 1)),
      ),
  ],
  ['twenty thousand digests', 'nothing disclosed', () => issued({ _sd: names(20_000) })],
  ['digests of digests', 'a hundred levels', () => chain(100)],
  ['tildes alone', 'thirty thousand', () => issued({}) + times('~', 3e4)],
  ['_sd_alg __proto__', 'looked up in a table', () => issued({ _sd_alg: '__proto__', _sd: ['x'] })],
  ['_sd_alg as an object', 'no text', () => issued({ _sd_alg: {}, _sd: {} })],
  ['a binding of noise', 'no token', () => issued({ cnf: { jwk: { kty: 'EC' } } }, [], 'a.b.c')],
  [
    'a binding with __proto__',
    'no key',
    () =>
      issued(
        { cnf: JSON.parse('{"__proto__":{"jwk":{}}}') as unknown },
        [],
        signed('{"alg":"none"}', '{}').text,
      ),
  ],
]);

/** A disclosure whose value names the digest of the next, and so on. */
function chain(levels: number): string {
  const disclosures: string[] = [];
  let value: unknown = 'evil';
  for (let level = 0; level < levels; level++) {
    const disclosure = aDisclosure(`s${level}`, 'a', value);
    disclosures.push(disclosure);
    value = { _sd: [digestOf(disclosure)] };
  }
  return issued(value, disclosures);
}
