import assert from 'node:assert/strict';
import {
  forgivinglyDecoded,
  meantAsBase64,
  meantAsHex,
  meantAsText,
  otherLayers,
} from '../../../../src/core/diagnose/causes/secretEncodings';
import { octetForm, secretForm, type SecretForm } from '../../../../src/core/diagnose/secretForm';
import type { SecretEncoding } from '../../../../src/core/keys/key';

type Change = (form: SecretForm) => Iterable<SecretForm>;
const seen = (change: Change, form: SecretForm): readonly (readonly [string, SecretEncoding | undefined])[] =>
  [...change(form)].map(({ text, octets, meant }) => {
    // What was decoded is no longer known as text.
    assert.equal(text, undefined);
    return [Buffer.from(octets ?? []).toString('latin1'), meant];
  });
const texts = (change: Change, text: string, encoding: SecretEncoding = 'utf8'): readonly string[] =>
  seen(change, secretForm(text, encoding)).map(([octets]) => octets);
const noText = octetForm(Uint8Array.of(0xff));
const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64');
const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex');

describe('a secret that is meant as base64', () => {
  for (const [text, octets, meant] of [
    ['YWJj', 'abc', 'base64'],
    ['YWI=', 'ab', 'base64'],
    ['YWI', 'ab', 'base64'],
    [' YW\tJj\r\n', 'abc', 'base64'],
    ['base64:YWJj', 'abc', 'base64'],
    ['BASE64: YWJj', 'abc', 'base64'],
    ['+/+/', '\xfb\xff\xbf', 'base64'],
    ['-_-_', '\xfb\xff\xbf', 'base64url'],
    ['AA-A', '\x00\x0f\x80', 'base64url'],
    ['AA_A', '\x00\x0f\xc0', 'base64url'],
    ['+_-/', undefined],
    ['YWJjbase64:YWJj', undefined],
    ['YWJj!', undefined],
    ['YWJjY', undefined],
    ['base64:', undefined],
    ['', undefined],
  ] as const)
    it(`${JSON.stringify(text)} ${octets === undefined ? 'is none' : `is ${meant} of ${hex(octets)}`}`, () => {
      assert.deepEqual(
        seen(meantAsBase64, secretForm(text, 'utf8')),
        octets === undefined ? [] : [[octets, meant]],
      );
    });

  it('is none where the octets are no text', () => {
    assert.deepEqual(meantAsBase64(noText), []);
  });
});

describe('a secret that is meant as hex', () => {
  for (const [text, octets] of [
    ['616263', 'abc'],
    ['FFfe', '\xff\xfe'],
    ['0x6162', 'ab'],
    ['0X6162', 'ab'],
    [' 61 62\n', 'ab'],
    ['0x 61', 'a'],
    ['610x62', undefined],
    ['616', undefined],
    ['6g', undefined],
    ['0x', undefined],
    ['', undefined],
  ] as const)
    it(`${JSON.stringify(text)} ${octets === undefined ? 'is none' : `stands for ${octets}`}`, () => {
      assert.deepEqual(
        seen(meantAsHex, secretForm(text, 'base64')),
        octets === undefined ? [] : [[octets, 'hex']],
      );
    });

  it('is none where the octets are no text', () => {
    assert.deepEqual(meantAsHex(noText), []);
  });
});

describe('a secret that is meant as text', () => {
  it('is its own octets, whether or not it decodes', () => {
    assert.deepEqual(seen(meantAsText, secretForm('YWJj', 'base64')), [['YWJj', 'utf8']]);
    assert.deepEqual(seen(meantAsText, secretForm('no hex', 'hex')), [['no hex', 'utf8']]);
    assert.deepEqual(seen(meantAsText, secretForm('-_', 'base64url')), [['-_', 'utf8']]);
  });

  it('is none where it is text already, empty, or no text', () => {
    assert.deepEqual(meantAsText(secretForm('YWJj', 'utf8')), []);
    assert.deepEqual(meantAsText(secretForm('', 'base64')), []);
    assert.deepEqual(meantAsText({ text: undefined, encoding: 'base64', octets: Uint8Array.of(1) }), []);
  });
});

describe('the layers of a secret', () => {
  it('are one more than configured: base64 and base64url with and without padding, hex in both cases', () => {
    assert.deepEqual(seen(otherLayers, octetForm(Uint8Array.of(0xfb, 0xff))), [
      ['+/8=', undefined],
      ['+/8', undefined],
      ['-_8', undefined],
      ['-_8=', undefined],
      ['fbff', undefined],
      ['FBFF', undefined],
    ]);
    for (const [octets, padding] of [
      ['~', '=='],
      ['~~', '='],
      ['~~~', ''],
      ['~~~~', '=='],
    ] as const) {
      const bare = base64(octets).replaceAll('=', '');
      const url = bare.replaceAll('+', '-');
      assert.deepEqual(texts(otherLayers, octets), [
        ...[bare + padding, bare, url, url + padding],
        ...[hex(octets), hex(octets).toUpperCase()],
      ]);
    }
  });

  for (const [what, text] of [
    ['base64 in base64', base64(base64('~o~'))],
    ['hex in base64', base64(hex('~o~'))],
    ['base64 in hex', hex(base64('~o~'))],
    ['hex in hex', hex(hex('~o~'))],
    ['base64url in base64', base64('fm9-')],
    ['base64url in base64url', base64('fm9-').replaceAll('=', '')],
    ['base64 in base64, in lines', `${base64(base64('~o~')).slice(0, 4)}\n${base64(base64('~o~')).slice(4)}`],
    ['lines in base64', base64('fm\n9+\n')],
  ] as const)
    it(`are taken off both: ${what}`, () => {
      assert.ok(texts(otherLayers, text).includes('~o~'), texts(otherLayers, text).join());
      // The layers come off the text, whether it decodes as configured or not.
      assert.ok(texts(otherLayers, `${text}!`, 'hex').length === 0);
    });

  it('are not taken off where one of the two is none', () => {
    const added = 6;
    assert.equal(texts(otherLayers, 'plain words!').length, added);
    assert.equal(texts(otherLayers, base64('plain words!')).length, added);
    assert.equal(texts(otherLayers, base64('\xff\xfe')).length, added);
    assert.equal(seen(otherLayers, noText).length, added);
  });
});

describe('a secret as forgiving decoders read it', () => {
  for (const [text, expected] of [
    // What both alphabets lack is passed over; what is over at the end is dropped, or not.
    ['YW Jj!', ['abc', 'abc', 'abc', 'abc']],
    ['YWJj!Y', ['abc', 'abc', 'abc', 'abc']],
    ['YWJjYW', ['abca', 'abc', 'abca', 'abc']],
    // Dashes are characters of one alphabet and foreign to the other.
    ['YW-Jj', ['abc', 'abc', 'ao\x89', 'ao\x89']],
    // Some stop at the first padding.
    ['YW=Jj', ['abc', 'abc', 'abc', 'abc', 'a', 'a']],
    ['"YWJj!"', ['abc', 'abc', 'abc', 'abc']],
    [" 'YWJj!' ", ['abc', 'abc', 'abc', 'abc']],
    ['!', []],
  ] as const)
    it(`${JSON.stringify(text)} gives ${expected.length} times octets`, () => {
      const kept = texts(forgivinglyDecoded, text);
      assert.deepEqual(kept, expected);
    });

  it('needs nothing forgiven where it is whole base64, white space and quotes aside', () => {
    for (const text of ['YWJj', ' YW Jj\n', '"YWJj"', 'YWI=', '-_-_', '']) {
      const forms = texts(forgivinglyDecoded, text);
      assert.deepEqual(forms, [], text);
    }
    assert.deepEqual([...forgivinglyDecoded(noText)], []);
  });
});
