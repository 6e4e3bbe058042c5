import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../../src/core/encoding/bytes';
import { otherCharacters } from '../../../../src/core/diagnose/causes/secretCharacters';
import {
  otherLineEnds,
  otherQuotes,
  otherWhiteSpace,
} from '../../../../src/core/diagnose/causes/secretEdges';
import { insideQuotes, otherEscapes } from '../../../../src/core/diagnose/causes/secretEscapes';
import {
  decodeSecret,
  octetForm,
  secretForm,
  type SecretForm,
} from '../../../../src/core/diagnose/secretForm';

type Change = (form: SecretForm) => Iterable<SecretForm>;
const texts = (change: Change, form: SecretForm | string): readonly (string | undefined)[] =>
  [...change(typeof form === 'string' ? secretForm(form, 'utf8') : form)].map(({ text }) => text);
const octets = (change: Change, ...given: readonly number[]): readonly (readonly number[])[] =>
  [...change(octetForm(Uint8Array.from(given)))].map((form) => [...(form.octets ?? [])]);

describe('the line ends of a secret', () => {
  it('are taken off whole, one line and one character at a time, and put on', () => {
    assert.deepEqual(texts(otherLineEnds, 'a\n\r\n'), [
      'a',
      'a\n',
      'a\n\r',
      'a\n\r\n\n',
      'a\n\r\n\r\n',
      'a\n\n',
      'a\r\n\r\n',
    ]);
    assert.deepEqual(texts(otherLineEnds, 'a\nb'), ['a\nb\n', 'a\nb\r\n', 'a\r\nb']);
    assert.deepEqual(texts(otherLineEnds, 'a'), ['a\n', 'a\r\n']);
    assert.deepEqual(texts(otherLineEnds, '\n'), ['', '', '', '\n\n', '\n\r\n', '\r\n']);
  });

  it('are changed in octets that are no text too', () => {
    const end = [
      [0xff, 0x0a],
      [0xff, 0x0d, 0x0a],
    ];
    assert.deepEqual(octets(otherLineEnds, 0xff), end);
    assert.deepEqual(octets(otherLineEnds, 0xff, 0x0a), [
      [0xff],
      [0xff, 0x0a, 0x0a],
      [0xff, 0x0a, 0x0d, 0x0a],
    ]);
    assert.deepEqual(octets(otherLineEnds, 0xff, 0x0d, 0x0a).slice(0, 2), [[0xff], [0xff, 0x0d]]);
  });

  it('are changed inside an encoding, where what is in it is text', () => {
    const changed = [...otherLineEnds(secretForm('YQo=', 'base64'))];
    assert.ok(changed.some(({ text, encoding }) => text === 'a' && encoding === 'utf8'));
  });
});

describe('the white space of a secret', () => {
  it('is taken off both ends, either, or throughout, and put on', () => {
    assert.deepEqual(texts(otherWhiteSpace, ' a  b\u200b'), [
      ...['a  b', 'a  b\u200b', ' a  b', '\ufeff a  b\u200b', ' a  b\u200b ', '  a  b\u200b', 'ab'],
    ]);
    assert.deepEqual(texts(otherWhiteSpace, 'a'), ['\ufeffa', 'a ', ' a', 'a']);
    assert.deepEqual(texts(otherWhiteSpace, '\ufeffa'), [
      'a',
      'a',
      '\ufeffa',
      'a',
      '\ufeffa ',
      ' \ufeffa',
      'a',
    ]);
    assert.deepEqual(texts(otherWhiteSpace, 'a\u00a0').slice(0, 3), ['a', 'a\u00a0', 'a']);
    assert.deepEqual(texts(otherWhiteSpace, '  ').slice(0, 3), ['', '', '  ']);
  });
});

describe('the quotes of a secret', () => {
  it('are taken off where they are a pair, and put on', () => {
    assert.deepEqual(texts(otherQuotes, '"a"'), ['a', '""a""', `'"a"'`]);
    assert.deepEqual(texts(otherQuotes, '"a`'), ['""a`"', `'"a\`'`]);
    assert.deepEqual(texts(otherQuotes, "'a\nb'")[0], 'a\nb');
  });
});

describe('the escapes of a secret', () => {
  it('are read as environment files have them', () => {
    const form = secretForm('x', 'utf8', ` "a b" # note `);
    assert.deepEqual(texts(otherEscapes, form), ['"a b" # note', '"a b"', 'a b']);
    const spaced = secretForm('x', 'utf8', `'a'   # note`);
    assert.deepEqual(texts(otherEscapes, spaced), [`'a'   # note`, `'a'`, 'a']);
    assert.equal(insideQuotes(`'a'`), 'a');
    assert.equal(insideQuotes(` 'a'`), undefined);
    assert.equal(insideQuotes(`'a"`), undefined);
  });

  it('are read as shells, addresses and programs have them', () => {
    assert.deepEqual(texts(otherEscapes, 'a${B}c$De'), ['a${B}c$De', 'ac', 'ac$De', 'a${B}c$De']);
    assert.deepEqual(texts(otherEscapes, 'a${Long_1}'), ['a${Long_1}', 'a', 'a', 'a${Long_1}']);
    assert.deepEqual(texts(otherEscapes, 'a$$b'), ['a$$b', 'a$', 'a$$b', 'a$b']);
    assert.deepEqual(texts(otherEscapes, 'a%20b'), ['a%20b', 'a b']);
    assert.deepEqual(texts(otherEscapes, 'a\r\nb'), ['a\r\nb', 'a\\r\\nb', 'a\\nb']);
    assert.deepEqual(texts(otherEscapes, 'a\\$b').at(2), 'a$b');
    assert.deepEqual(texts(otherEscapes, ''), []);
  });
});

describe('the characters of a secret', () => {
  const found = (form: SecretForm): readonly string[] =>
    [...otherCharacters(form)].map((each) => Buffer.from(each.octets ?? []).toString('hex'));

  it('are read in UTF-16 where a file begins with its mark, either way round', () => {
    for (const file of [
      [0xff, 0xfe, 0x61, 0, 0xe9, 0, 0x0a, 0],
      [0xfe, 0xff, 0, 0x61, 0, 0xe9, 0, 0x0a],
    ]) {
      const answers = found(octetForm(Uint8Array.from(file)));
      assert.ok(answers.includes('61c3a90a'), answers.join());
      assert.ok(answers.includes('61c3a9'), answers.join());
    }
    const other = found(octetForm(Uint8Array.from([0xfe, 0xfe, 0, 0x61])));
    assert.ok(!other.includes('61'), other.join());
  });

  it('are changed inside an encoding too, where what is in it is text', () => {
    const encoded = found(secretForm(Buffer.from('ab').toString('base64'), 'base64'));
    assert.ok(encoded.includes('61006200') && encoded.includes('4142'), encoded.join());
    const noText = found(secretForm(Buffer.from([0xff]).toString('base64'), 'base64'));
    assert.ok(!noText.includes('ff'), noText.join());
  });

  it('keep the line ends inside a file', () => {
    const file = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a\nb\r\n', 'utf16le')]);
    const answers = found(octetForm(new Uint8Array(file)));
    assert.ok(answers.includes('610a620d0a') && answers.includes('610a62'), answers.join());
    assert.ok(!answers.includes('6162'), answers.join());
  });

  it('are read in Windows’ own code page and in Latin-1', () => {
    const answers = found(secretForm('é€', 'utf8'));
    assert.ok(answers.includes('e980'), answers.join());
    // Taken for Windows’ characters, octet by octet, and encoded anew.
    const hex = (text: string): string => Buffer.from(text).toString('hex');
    assert.ok(found(secretForm('À', 'utf8')).includes(hex('Ã€')));
    assert.ok(found(secretForm('ß', 'utf8')).includes(hex('ÃŸ')));
    assert.ok(found(secretForm('à', 'utf8')).includes(hex('Ã\u00a0')));
    const latin = found(secretForm('é', 'utf8'));
    assert.ok(latin.includes('e9'), latin.join());
  });
});

describe('decodeSecret', () => {
  for (const [text, encoding, hex] of [
    ['YWI=', 'base64', '6162'],
    ['YWI', 'base64', '6162'],
    ['YWI==', 'base64', undefined],
    ['YWIx', 'base64', '616231'],
    ['Y', 'base64', undefined],
    ['-_-_', 'base64', undefined],
    ['-_-_', 'base64url', 'fbffbf'],
    ['+/+/', 'base64url', undefined],
    [' YWI=', 'base64', undefined],
    ['6162', 'hex', '6162'],
    ['616', 'hex', undefined],
    ['', 'utf8', undefined],
    [' a', 'utf8', '2061'],
  ] as const)
    it(`reads ${hex ?? 'nothing'} of ${JSON.stringify(text)} in ${encoding}`, () => {
      const read = decodeSecret(text, encoding);
      assert.equal(read && Buffer.from(read).toString('hex'), hex);
    });

  it('keeps text and octets side by side', () => {
    assert.deepEqual(secretForm('a', 'utf8', 'A=a'), {
      text: 'a',
      encoding: 'utf8',
      octets: utf8Bytes('a'),
      raw: 'A=a',
    });
    assert.equal(octetForm(Uint8Array.of(0xff)).text, undefined);
  });
});
