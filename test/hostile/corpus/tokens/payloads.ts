import { names, tenMillion, times } from '../hostile';
import { ofPayloads } from './made';

const deep = (open: string, close: string, levels = 10_000): string =>
  open.repeat(levels) + close.repeat(levels);
const claim = (name: string, json: string): string => `{"sub":"42",${JSON.stringify(name)}:${json}}`;
const exp = (json: string) => (): string => claim('exp', json);

/** Payloads that are JSON of an odd kind, or no JSON. */
export const payloadTokens = ofPayloads([
  ['__proto__ as a claim', 'would change what objects are', () => claim('__proto__', '{"isAdmin":true}')],
  ['constructor as a claim', 'the same by another way', () => claim('constructor', '{"prototype":{"x":1}}')],
  ['__proto__ as the value of a claim', 'names what is not there', () => claim('iss', '"__proto__"')],
  [
    '__proto__ all the way down',
    'in every object of the token',
    () => claim('a', `${'{"__proto__":'.repeat(50)}1${'}'.repeat(50)}`),
  ],
  [
    'the methods of every object',
    'toString and the like as claims',
    () =>
      '{"toString":1,"valueOf":2,"hasOwnProperty":3,"__defineGetter__":4,"then":"x","toJSON":"y","length":-1}',
  ],
  ['two subjects', 'the last one counts, the first one shows', () => '{"sub":"safe","sub":"evil"}'],
  ['two ends', 'one in force and one past', () => '{"exp":9999999999,"exp":1}'],
  ['two spellings of one name', 'the same name by an escape', () => '{"sub":"safe","\\u0073ub":"evil"}'],
  ['ten thousand claims of one name', 'each the same', () => `{${Array(10_000).fill('"a":1').join()}}`],
  ['lists ten thousand levels deep', 'more than a stack holds', () => claim('a', deep('[', ']'))],
  [
    'objects ten thousand levels deep',
    'more than a stack holds',
    () => claim('a', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
  ],
  ['lists that never end', 'a hundred thousand of them', () => `{"a":${'['.repeat(100_000)}`],
  ['objects that never end', 'a hundred thousand of them', () => '{"a":'.repeat(100_000)],
  ['a claim of ten megabytes', 'one text', () => claim('a', JSON.stringify(times('x', tenMillion)))],
  ['a word of a million letters', 'nowhere to break the line', () => claim('a', `"${times('W', 1e6)}"`)],
  ['a name of a million letters', 'nowhere to break the line', () => claim(times('W', 1e6), '1')],
  ['a megabyte of blanks', 'between two claims', () => `{"sub":"42",${times(' \n\t', 1e6)}"a":1}`],
  ['a megabyte of escapes', 'six characters for one', () => claim('a', `"${times('\\u0041', 1e6)}"`)],
  [
    'a megabyte of what cannot be seen',
    'grows when it is named',
    () => claim('a', `"${times('\u200b', 3e5)}"`),
  ],
  ['a megabyte of back-ticks', 'wants a longer fence', () => claim('a', `"${times('`', 1e6)}"`)],
  ['a hundred thousand of Markdown', 'each one a link', () => claim('a', `"${times('[a](b:c) ', 1e5)}"`)],
  ['a number of a million digits', 'no time, no number', exp(times('9', 1e6))],
  [
    'twenty thousand claims',
    'each of its own name',
    () => JSON.stringify(Object.fromEntries(names(20_000).map((name) => [name, 1]))),
  ],
  ['fifty thousand audiences', 'one list', () => JSON.stringify({ aud: names(50_000) })],
  ['fifty thousand empty objects', 'one list', () => claim('a', `[${Array(50_000).fill('{}').join()}]`)],
  ['an end beyond all numbers', 'Infinity for readers', exp('1e400')],
  ['an end of minus nothing', 'shows as nothing', exp('-0')],
  ['an end closer to nothing than there is', 'nothing for readers', exp('1e-400')],
  ['an end after all dates', 'no Date holds it', exp('8640000000001')],
  ['an end before all dates', 'no Date holds it', exp('-8640000000001')],
  ['an end in the year 10000', 'five digits', exp('253402300800')],
  ['an end with a fraction', 'part of a second', exp('1516239022.999999999999')],
  ['an end as a text', 'no number', exp('"1516239022"')],
  ['an end as a truth', 'no number', exp('true')],
  ['an end as a list', 'no number', exp('[1516239022]')],
  ['an end as an object', 'no number', exp('{"valueOf":1}')],
  ['an end as Markdown', 'no number', exp('"![x](https://evil.example/i.png)"')],
  ['milliseconds for seconds', 'fifty thousand years', exp('1516239022000')],
  ['an end before its beginning', 'never in force', () => '{"iat":3,"nbf":2,"exp":1}'],
  ['half a character', 'a lone surrogate by its escape', () => claim('a', '"\\ud800 \\udc00\\ud800"')],
  ['NUL by its escape', 'ends a text for some', () => claim('a\u0000b', '"x\\u0000y"')],
  ['a mark in front', 'of the order of octets', () => '\ufeff{"sub":"42"}'],
  ['commas too many', 'no JSON', () => '{"sub":"42",}'],
  ['comments', 'no JSON', () => '{"sub":"42" /* [x](command:y) */}'],
  ['single quotes', 'no JSON', () => "{'sub':'42'}"],
  ['no number', 'no JSON', () => '{"exp":NaN,"nbf":-Infinity}'],
  ['something behind', 'no JSON', () => '{"sub":"42"}<script>alert(1)</script>'],
  ['two objects', 'no JSON', () => '{"sub":"42"}{"sub":"43"}'],
  ['nothing at all', 'an empty payload', () => ''],
  ['null', 'no object', () => 'null'],
  ['a list', 'no object', () => '["![x](https://evil.example/i.png)"]'],
  ['a text', 'no object', () => '"[x](command:y)"'],
  ['Markdown', 'no JSON', () => '# a\n\n![x](https://evil.example/i.png)\n\n```\n[x](command:y)\n'],
  ['HTML', 'no JSON', () => '<img src=x onerror=alert(1)><script>alert(1)</script>'],
  ['lines without end', 'no JSON, a hundred thousand lines', () => times('a\n', 200_000)],
  ['the end of a line of every kind', 'no JSON', () => 'a\rb\u2028c\u2029d\u0085e\u000bf'],
  ['a token in a token', 'fifty of them', () => nested(50)],
  [
    'a script for a terminal',
    'no JSON',
    () => '\u001b[2J\u001b]0;owned\u0007\u001b]8;;https://evil.example\u0007x',
  ],
]);

function nested(levels: number): string {
  let text = '{"sub":"42"}';
  for (let level = 0; level < levels && text.length < 200_000; level++)
    text = `${Buffer.from('{"alg":"none","cty":"JWT"}').toString('base64url')}.${Buffer.from(text).toString('base64url')}.`;
  return text;
}
