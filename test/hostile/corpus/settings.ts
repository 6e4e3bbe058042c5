import { hostileTexts } from '../../core/present/hostileTexts';
import { names, times, type Hostile } from './hostile';

/** A value of a setting, by the setting's name below `claimcheck`. */
export interface MadeSetting {
  readonly id: string;
  readonly value: unknown;
}

/** JSON that gives an object its own `__proto__`, as settings.json would. */
const json = (text: string): unknown => JSON.parse(text) as unknown;
const markdown = '[x](command:workbench.action.quit)';

/** What is of the wrong type for every setting there is. */
const wrongTypes: readonly (readonly [what: string, value: unknown])[] = [
  ['null', null],
  ['a truth', true],
  ['a number', 1e308],
  ['a number below nought', -1],
  ['a text', markdown],
  ['a list of nothing', []],
  ['a list of everything', [null, 1, true, 'x', [], {}, [[]]]],
  ['an object', json('{"__proto__":{"polluted":true},"constructor":{"prototype":{}}}')],
];
const ids = [
  ...['keys', 'profiles', 'diagnostics.rules', 'keyFiles.include', 'keyFiles.exclude', 'ignore'],
  ...['verify.clockTolerance', 'time.zone', 'colors.tokens', 'enabled', 'network.allowedHosts'],
];

const values: readonly (readonly [id: string, what: string, make: () => unknown])[] = [
  ['keys', 'a path that climbs out', () => [{ file: '../../../../etc/passwd' }]],
  ['keys', 'a path that climbs out by backslashes', () => [{ file: 'a\\..\\..\\b' }]],
  [
    'keys',
    'an absolute path',
    () => [{ file: '/etc/passwd' }, { file: 'C:\\keys' }, { file: '~/.ssh/id_rsa' }],
  ],
  ['keys', 'a device', () => [{ file: 'dev/../../dev/zero' }]],
  ['keys', 'a file of Markdown', () => [{ file: markdown }, { file: '![x](https://evil.example/i.png)' }]],
  ['keys', 'a file with NUL', () => [{ file: 'a\u0000b' }]],
  ['keys', 'a file of a megabyte', () => [{ file: times('a/', 1e6) }]],
  ['keys', 'a secret in the settings', () => [{ file: 'a', k: 'c2VjcmV0' }, { value: 'secret' }]],
  ['keys', 'an encoding of __proto__', () => [{ secret: 'a', encoding: '__proto__' }]],
  ['keys', 'a set from a file', () => [{ jwks: 'file:///etc/passwd' }, { jwks: 'javascript:alert(1)' }]],
  ['keys', 'two hundred thousand entries', () => names(200_000).map((file) => ({ file }))],
  ['keys', 'an entry ten thousand levels deep', () => json(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)],
  ['profiles', 'an issuer that means everybody', () => [{ issuer: '*' }, { issuer: 'https://a.example*' }]],
  ['profiles', 'an issuer that is no text', () => [{ issuer: { toString: 1 } }]],
  ['profiles', 'stars without end', () => [{ issuer: times('*', 1e6) }]],
  ['profiles', 'a member of __proto__', () => [json('{"issuer":"a","__proto__":{"audience":"x"}}')]],
  ['profiles', 'a hundred thousand profiles', () => names(100_000).map((issuer) => ({ issuer }))],
  ['profiles', 'algorithms of none', () => [{ issuer: 'a', algorithms: ['none', '__proto__'] }]],
  ['profiles', 'a leeway beyond all numbers', () => [{ issuer: 'a', leeway: Infinity, maxAge: NaN }]],
  [
    'diagnostics.rules',
    'rules of __proto__',
    () => json('{"__proto__":"off","toString":"error","expired":"__proto__"}'),
  ],
  [
    'diagnostics.rules',
    'a hundred thousand rules',
    () => Object.fromEntries(names(100_000).map((name) => [name, 'off'])),
  ],
  ['keyFiles.include', 'braces that multiply', () => [times('{a,b}', 500)]],
  ['keyFiles.include', 'braces in braces', () => [`${'{a,'.repeat(1000)}b${'}'.repeat(1000)}`]],
  ['keyFiles.include', 'commas without end', () => [`{${','.repeat(500_000)}}`]],
  ['keyFiles.include', 'stars without end', () => [times('**/', 100_000)]],
  ['keyFiles.include', 'what climbs out', () => ['../../**', '/etc/**']],
  ['keyFiles.include', 'a hundred thousand globs', () => names(100_000)],
];

/** Settings that mean harm, or nothing at all. */
export const hostileSettings: readonly Hostile<MadeSetting>[] = [
  ...ids.flatMap((id) =>
    wrongTypes.map(([what, value]) => ({
      name: `${id}: ${what}`,
      about: 'wrong type',
      make: () => ({ id, value }),
    })),
  ),
  ...values.map(([id, what, make]) => ({
    name: `${id}: ${what}`,
    about: 'hostile value',
    make: () => ({ id, value: make() }),
  })),
  ...hostileTexts.map(([attempt, text]) => ({
    name: `keys: called by ${attempt}`,
    about: 'as file, kid and name',
    make: () => ({
      id: 'keys',
      value: [{ file: text, kid: text }, { secret: text, kid: text }, { jwks: text }],
    }),
  })),
];
