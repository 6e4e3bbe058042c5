import assert from 'node:assert/strict';
import { htmlCharacters } from '../../../../src/core/diagnose/causes/htmlCharacters';
import { inUrlAlphabet, withoutPadding } from '../../../../src/core/diagnose/causes/tokenAlphabet';
import { withoutWrapping } from '../../../../src/core/diagnose/causes/tokenBase64Wrapped';
import { withoutEscapes } from '../../../../src/core/diagnose/causes/tokenEscaped';
import { withoutBreaks } from '../../../../src/core/diagnose/causes/tokenSplit';
import { withoutSurroundings } from '../../../../src/core/diagnose/causes/tokenSurrounded';
import { withoutPercents } from '../../../../src/core/diagnose/causes/tokenUrlEncoded';
import { unescapeText } from '../../../../src/core/diagnose/causes/unescapeText';
import type { KeyConfiguration } from '../../../../src/core/diagnose/diagnosis';
import { file } from '../aCase';
import { settingOf } from '../aSetting';
import { b64, publicPem } from '../signing';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('the escapes of a token', () => {
  for (const [text, expected] of [
    ['a.b', []],
    ['a\\u002eb', ['a.b']],
    ['a\\\\u002eb', ['a\\u002eb', 'a.b']],
    ['a\\\\\\\\u002eb', ['a\\\\u002eb', 'a\\u002eb']],
    ['a&#46;b', ['a.b']],
    ['a&amp;#46;b', ['a&#46;b', 'a.b']],
    ['a=2Eb', ['a.b']],
    ['a=2eb', ['a.b']],
    ['ab=\ncd=\r\nef= \t\ngh=\rij', ['abcdefghij']],
    ['a=3D2E', ['a=2E']],
    ['ab==', ['ab==']],
    ['\\x2e&#46;=2E', ['.&#46;=2E', '\\x2e.=2E', '\\x2e&#46;.']],
  ] as const)
    it(`are resolved in ${JSON.stringify(text)}`, () => {
      assert.deepEqual([...withoutEscapes(text)], expected);
    });
});

describe('the escapes of JSON, C and their heirs', () => {
  for (const [text, expected] of [
    ['\\u0041\\u00e9', 'Aé'],
    ['\\ud83d\\ude00', '😀'],
    ['\\u{41}\\u{1F600}', 'A😀'],
    ['\\U0001F600', '😀'],
    ['\\x41\\x7a', 'Az'],
    ['\\101\\7\\0', 'A\x07\0'],
    ['\\n\\r\\t\\b\\f\\v\\a\\e', '\n\r\t\b\f\v\x07\x1b'],
    ['\\"\\\'\\\\\\/\\.\\-', '"\'\\/.-'],
    ['\\u{110000}', '\\u{110000}'],
    ['\\U00110000', '\\U00110000'],
    ['\\u{10ffff}', '\u{10ffff}'],
    ['\\u12\\xg\\q\\8', '\\u12\\xg\\q\\8'],
    ['a\\\nb\\', 'a\\\nb\\'],
  ] as const)
    it(`are resolved in ${text.replaceAll('\n', '↵')}`, () => {
      assert.equal(unescapeText(text), expected);
    });
});

describe('the character references of HTML', () => {
  for (const [text, expected] of [
    ['&#65;&#x41;&#X41;', 'AAA'],
    ['&#1114111;&#x10FFFF;', '\u{10ffff}\u{10ffff}'],
    ['&#1114112;&#x110000;', '&#1114112;&#x110000;'],
    ['&lt;&gt;&amp;&quot;&apos;', '<>&"\''],
    ['&period;&lowbar;&UnderBar;&hyphen;&dash;&plus;&sol;&equals;', '.__--+/='],
    ['&nbsp;&shy;&NewLine;&Tab;&ZeroWidthSpace;', '\u00a0\u00ad\n\t\u200b'],
    ['&nothing;&constructor;&#;&#x;&amp', '&nothing;&constructor;&#;&#x;&amp'],
  ] as const)
    it(`are resolved in ${text}`, () => {
      assert.equal(htmlCharacters(text), expected);
    });
});

describe('the percent encoding of a token', () => {
  for (const [text, expected] of [
    ['a.b', []],
    ['a%2Eb', ['a.b']],
    ['a%252Eb', ['a%2Eb', 'a.b']],
    ['a%2525252Eb', ['a%25252Eb', 'a%252Eb', 'a%2Eb']],
    ['100%', []],
    ['100%25', ['100%']],
  ] as const)
    it(`is taken off ${text}, three times at most`, () => {
      assert.deepEqual([...withoutPercents(text)], expected);
    });
});

describe('the base64 around a token', () => {
  const text = 'eyJhbGciOiJIUzI1NiJ9.e30.AAAA';
  for (const [what, given, expected] of [
    ['once', base64(text), [text]],
    ['twice', base64(base64(text)), [base64(text), text]],
    [
      'three times, of which two come off',
      base64(base64(base64(text))),
      [base64(base64(text)), base64(text)],
    ],
    ['in base64url without padding', b64(`${text}???`), [`${text}???`]],
    ['in lines and quotes', `"${base64(text).slice(0, 9)}\n\t${base64(text).slice(9)}'\``, [text]],
    ['none: it has dots', text, []],
    ['none: it is too short', base64('a'.repeat(14)).slice(0, 19), []],
    ['just long enough', base64('a'.repeat(15)), ['a'.repeat(15)]],
    ['none: it is no text inside', base64('').padEnd(24, '/'), []],
    ['none: it has padding inside', 'YQ=='.repeat(6), []],
  ] as const)
    it(`comes off: ${what}`, () => {
      assert.deepEqual([...withoutWrapping(given)], expected);
    });
});

describe('the alphabet of a token', () => {
  it('is written as tokens are: plus, slash, and the spaces that forms make of plus', () => {
    assert.deepEqual([...inUrlAlphabet('a-b_c')], []);
    assert.deepEqual([...inUrlAlphabet('a+b/c')], ['a-b_c']);
    assert.deepEqual([...inUrlAlphabet('a/b')], ['a_b']);
    assert.deepEqual([...inUrlAlphabet('a+b')], ['a-b']);
    assert.deepEqual([...inUrlAlphabet('a b/c+d')], ['a b_c-d', 'a-b_c-d']);
    assert.deepEqual([...inUrlAlphabet('a b')], ['a-b']);
  });

  it('has no padding', () => {
    assert.deepEqual([...withoutPadding('a==.b=')], ['a.b']);
    assert.deepEqual([...withoutPadding('a.b')], []);
  });
});

describe('what stands around a token', () => {
  const [h, p, s] = [b64('{"alg":"HS256"}'), b64('{"sub":"ada"}'), 'c2lnbmF0dXJlLW9m'];
  const token = `${h}.${p}.${s}`;
  const distinct = (text: string): readonly string[] => [...new Set(withoutSurroundings(text))];

  for (const [text, expected] of [
    [token, [token]],
    [`Bearer ${token}`, [token]],
    [`"${token}"`, [token]],
    [`${token}.`, [`${token}.`, token]],
    [`${token}.Next`, [`${token}.Next`, token]],
    [`(${token}==)`, [`${token}==`]],
    [`token.${token}`, [`token.${token}`, `token.${h}.${p}`, token, `token.${h}.${p}.${s}`]],
    [`jwt=${token}&x`, [token, `jwt=${token}`]],
  ] as const)
    it(`comes off ${text.replace(token, '…')}`, () => {
      for (const each of expected) assert.ok(distinct(text).includes(each), `${each} of ${text}`);
      if (text === token) assert.deepEqual(distinct(text), [token, `${p}.${s}`]);
    });

  it('may be a second token without anything between', () => {
    assert.ok(distinct(`${token}${h}.${p}.x`).includes(token));
  });

  it('may be anything around a JSON serialization', () => {
    const json = '{"payload":"e30"}';
    assert.ok(distinct(`x = ${json};`).includes(json));
    assert.ok(distinct(json).includes(json));
    assert.deepEqual(distinct('}{'), []);
    assert.deepEqual(distinct('{'), []);
    assert.deepEqual(distinct('x {} y'), ['{}']);
  });

  it('is looked through for forty runs that are long enough and have a dot', () => {
    const run = (index: number): string => `run${String(index).padStart(3, '0')}.aaaaaaaaa`;
    const text = Array.from({ length: 50 }, (_, index) => run(index)).join(' ');
    const found = distinct(`short.one ${'without'.repeat(9)} ${text}`);
    assert.deepEqual(
      found,
      Array.from({ length: 40 }, (_, index) => run(index)),
    );
    assert.deepEqual(distinct('a23456789.12345'), []);
    assert.deepEqual(distinct('a23456789.123456'), ['a23456789.123456']);
  });

  it('is not looked for beyond twelve beginnings in one run', () => {
    const run = `a.${Array.from({ length: 20 }, (_, index) => `eyJ${index}.`).join('')}`;
    const begun = new Set(distinct(run).flatMap((text) => /^eyJ(\d+)/.exec(text)?.[1] ?? []));
    assert.deepEqual(
      [...begun],
      Array.from({ length: 12 }, (_, index) => String(index)),
    );
  });

  it('is all before the first beginning of a header and behind the last character of a token', () => {
    assert.ok(distinct(`token: ${h}.${p} .${s}=! `).includes(`${h}.${p} .${s}=`));
    assert.ok(distinct(`token: ${h}.${p} .${s}! `).includes(`${h}.${p} .${s}`));
    assert.ok(distinct(`${h}.${p} .${s}! `).includes(`${h}.${p} .${s}`));
    assert.ok(distinct(`token: ${h}.${p} .${s}+/! `).includes(`${h}.${p} .${s}+/`));
    assert.deepEqual(distinct('no such thing'), []);
  });
});

describe('what breaks a token', () => {
  const broken = async (text: string, keys: readonly KeyConfiguration[] = []): Promise<readonly string[]> => [
    ...withoutBreaks(text, await settingOf(text, keys)),
  ];

  for (const [what, text, whole] of [
    ['line ends', 'ab.\ncd\r\n.ef', 'ab.cd.ef'],
    ['continuation lines', 'ab.\\\ncd\\\r\n.ef', 'ab.cd.ef'],
    ['white space that cannot be seen', 'ab.\u200bcd\u00ad\u2060.\ufeffef\u200f', 'ab.cd.ef'],
    ['quotes of a mail', '> ab.\n>> cd\n > > .ef', 'ab.cd.ef'],
    ['string literals added up', `ab."  +  "cd' . '.ef\` & \`gh`, 'ab.cd.efgh'],
    ['string literals in a row', `ab.", "cd" "ef'\\'gh`, 'ab.cdefgh'],
  ] as const)
    it(`goes: ${what}`, async () => {
      assert.equal((await broken(text))[0], whole);
    });

  it('is every character that no token has', async () => {
    assert.deepEqual(await broken('a.b<br>c_~+/=-!é'), ['a.b<br>c_~+/=-!é', 'a.bbrc_~+/=-']);
  });

  it('may have been the dots: three parts apart', async () => {
    for (const text of ['ab cd ef', ' ab\ncd\nef ', 'ab, cd, ef', 'ab|cd|ef', 'ab:cd;ef'])
      assert.ok((await broken(text)).includes('ab.cd.ef'), text);
    for (const text of ['ab cd', 'ab cd ef gh', 'a.b cd ef'])
      assert.ok(!(await broken(text)).some((each) => /^ab?\.c?b?d?\./.test(each)), text);
  });

  it('may have been the dots: nothing between the parts, and the signature as long as its algorithm says', async () => {
    const cut = async (header: object, length: number, keys: readonly KeyConfiguration[] = []) => {
      const [h, p] = [b64(JSON.stringify(header)), b64('{"sub":"ada"}')];
      const text = `${h}${p}${'s'.repeat(length)}`;
      const found = await broken(text, keys);
      return { found: found.filter((each) => each.includes('.')), right: `${h}.${p}.${'s'.repeat(length)}` };
    };
    for (const [alg, length] of [
      ['HS256', 43],
      ['HS512', 86],
      ['ES256', 86],
      ['ES512', 176],
    ] as const) {
      const { found, right } = await cut({ alg }, length);
      assert.deepEqual(found, [right], alg);
    }
    for (const [alg, length] of [
      ['RS256', 342],
      ['PS256', 512],
      ['RS512', 683],
      ['EdDSA', 86],
      ['EdDSA', 152],
    ] as const) {
      const { found, right } = await cut({ alg }, length);
      assert.ok(found.includes(right), alg);
    }
    const web = file('web', publicPem('RSA-1024'));
    const { found, right } = await cut({ alg: 'RS256' }, 171, [web]);
    assert.deepEqual(found, [right]);
    assert.deepEqual((await cut({ alg: 'RS256' }, 171)).found, []);
    assert.deepEqual((await cut({ alg: 'unheard-of' }, 43)).found, []);
    assert.deepEqual((await cut({ typ: 'JWT' }, 43)).found, []);
  });

  it('is looked for at six beginnings of JSON', async () => {
    const header = (length: number): string =>
      b64(JSON.stringify({ alg: 'HS256', x: Array.from({ length }, () => '?"}{') }));
    const text = (count: number): string => `${'eyJ'.repeat(count)}eyJhbGciOiJIUzI1NiJ9eyJ${'s'.repeat(60)}`;
    assert.ok(header(1).length > 0);
    assert.deepEqual((await broken(text(0))).filter((each) => each.includes('.')).length, 1);
    // The text begins with what is no header however it is cut.
    assert.deepEqual((await broken(text(2))).filter((each) => each.includes('.')).length, 0);
  });
});
