import assert from 'node:assert/strict';
import fc from 'fast-check';
import { referenceScan } from '../../../src/core/detect/grammar';
import { scanTokens, TokenScanner } from '../../../src/core/detect/scan';
import { expanded, expectFound } from './marked';
import { encoded, hs256Signature, nearMisses } from './texts';

describe('scanTokens', () => {
  it('finds each compact form', () => {
    expectFound('«<H>.<P>.<S>»', 'jws-compact');
    expectFound('«<N>.<P>.»', 'jws-unsecured');
    expectFound('«<H>..<S>»', 'jws-detached');
    expectFound('«<X>..<i>.YQ.<t>»', 'jwe-compact');
    expectFound('«<X>.YWI.<i>..<t>»', 'jwe-compact');
    expectFound('«<H>.<P>.<S>~»', 'sd-jwt');
    expectFound('«<H>.<P>.<S>~<d>~<d>~»', 'sd-jwt');
    expectFound('«<H>.<P>.<S>~<d>~<E>.<P>.<D>»', 'sd-jwt-kb');
  });

  it('leaves out what stands around a token', () => {
    const surroundings = [
      ...['"«»"', "'«»'", '`«»`', '(«»)', '{«»}', '[«»]', '<«»>', '>«»<', '«», next', '«»; x', '«»/file.zip'],
      ...[
        'token=«»&x=1',
        'Bearer «»',
        'Bearer+«»',
        '«»\r\n',
        '\t«»',
        'a:«»:b',
        '|«»|',
        '**«»**',
        '#«»#top',
        '\u00a0«»\u3000',
      ],
      ...[
        'The end is «».',
        'The end is «». Next',
        '«».\n',
        '«»!',
        '«»?',
        '«»…',
        '«»...',
        '«».. ',
        '…«»',
        '...«»',
        '.«»',
      ],
      ...[
        '<!--«»-->',
        '_«»_',
        '__«»__',
        '___«»___',
        '~~«»~~',
        '$«»$',
        '+«»',
        '-«»',
        '--«»',
        '*«»*',
        '=«»=',
        'é«»é',
        '😀«»😀',
      ],
    ];
    for (const around of surroundings) expectFound(around.replace('«»', '«<H>.<P>.<S>»'), 'jws-compact');
  });

  it('leaves out what is glued to the front of a header', () => {
    for (const glued of [
      ...[
        '\\n',
        '\\t',
        '\\r\\n',
        '\\u0022',
        '\\x22',
        '%22',
        '%20',
        '%2522',
        '=3D',
        '\u001b[32m',
        'ghs_123_',
        'token-',
        'a',
      ],
      ...['eyJ', 'eyJ_eyA-', '7b'],
    ])
      expectFound(`${glued}«<H>.<P>.<S>»`, 'jws-compact');
  });

  it('counts white space in front of a header’s brace to the header, up to 16 octets', () => {
    const spaces = encoded(' '.repeat(18));
    expectFound(`${spaces.slice(0, 4)}«${spaces.slice(4)}<H>.<P>.<S>»`, 'jws-compact');
  });

  it('tries no more than eight places of a run as the start of a header', () => {
    expectFound(`${'eyJ_'.repeat(7)}«<H>.<P>.<S>»`, 'jws-compact');
    expectFound(`${'eyJ_'.repeat(8)}<H>.<P>.<S>`);
  });

  it('finds headers however their JSON is written', () => {
    for (const header of [
      '{"alg":"HS256","typ":"JWT"}',
      '{"typ":"JWT","alg":"HS256"}',
      '{ "alg": "HS256" }',
      '{\n\t"alg"\r\n:\t"HS256"}',
      '{\r\n "alg":"HS256"}',
      '{\t"alg":"HS256"}',
      ' {"alg":"HS256"}',
      '\n{"alg":"HS256"} \n',
      `${' '.repeat(16)}{"alg":"HS256"}`,
      '{"kid":"ключ 🔑","alg":"HS256"}',
      '{"ключ":1,"alg":"HS256"}',
      '{"5":1,"alg":"HS256"}',
      '{"":1,"alg":"HS256"}',
      '{"alg":"unheard of"}',
      '{"alg":"HS256","alg":"HS256"}',
      `{"x5c":["${'MIID/+=='.repeat(2000)}"],"alg":"RS256"}`,
      '{"jwk":{"kty":"EC"},"alg":"ES256"}',
    ])
      expectFound(`x «${encoded(header)}.<P>.<L>» x`, 'jws-compact');
  });

  it('finds no token behind what is no JOSE header', () => {
    for (const header of [
      '{"alg":5}',
      '{"alg":""}',
      '{"alg":null}',
      '{"typ":"JWT"}',
      '{"jwk":{"alg":"HS256"}}',
      '["alg","HS256"]',
      '"alg":"HS256"',
      '{"alg":"HS256"',
      '{"alg":"HS256"}}',
      "{'alg':'HS256'}",
      '{alg:"HS256"}',
      '{"alg":"HS256",}',
    ])
      expectFound(`x ${encoded(header)}.<P>.<S> x`);
  });

  it('finds no token in a look-alike', () => {
    for (const text of [
      ...[
        '<H>',
        '<H>.',
        '<H>..',
        '<H>...',
        '<H>....',
        '<H>.<P>',
        '<H>.<P>.',
        '<H>.<P>. x',
        '<H>.<P>...',
        '<H>.<P>…',
      ],
      ...['<N>...', '<N>..', '<N>.<P>', '<N>.<P>...', '<N>.<P>.…', '<N>..<S>'],
      ...[
        '<H>.<P>.<S>.x',
        '<H>.<P>.<S>.<S>',
        '<H>.<P>.<S>.<S>.<S>',
        '<H>.<A>.<P>.<S>',
        '<H>.<P>.<S>.<H>.<P>.<S>',
      ],
      ...[
        '<X>.<P>.<S>',
        '<X>.<P>.<i>.<P>',
        '<X>.<P>..<P>.<t>',
        '<X>.<P>.<i>.<P>.',
        '<X>.<P>.<i>.<P>.<t>.x',
        '<X>.a.<i>.<P>.<t>',
      ],
      ...[
        '<H>.<P>.abcd...',
        '<H>.<P>.abcd…',
        '<H>.<P>.abcd..',
        '<H>.<P>.abcd****',
        '<H>.<P>.abcd[cut]',
        '<H>.<P>.****',
        '<X>..<i>.YQ.abcd***',
        '<X>..<i>.YQ.abcd...',
        '<H>..abcd',
        '<H>...<S>',
      ],
      ...[
        '<H>.payload.signature',
        '<H>.xxxxx.yyyyy',
        '<H>.<P>.<signature>',
        '<H>.[A-Z]+.x',
        '<H> . <P> . <S>',
        '<H>.\n<P>.\n<S>',
      ],
      ...[
        'v4.public.<P>.<S>',
        'pk.<P>.<S>',
        '<P>.<P>.<S>',
        'eyJ.foo.bar',
        'www.eyJapan.example',
        '1.2.3',
        'JhbGci.JhbGci.JhbGci',
      ],
    ])
      expectFound(text);
  });

  it('goes on behind a header that no token follows', () => {
    expectFound('<H>.<P>.<S>.x «<H>.<P>.<S>»', 'jws-compact');
    expectFound('<P>.«<H>.<P>.<S>»', 'jws-compact');
    expectFound('v1.«<H>.<P>.<S>»', 'jws-compact');
    expectFound('«<H>.<P>.<S>»\n«<E>.<P>.<D>»', 'jws-compact', 'jws-compact');
  });

  it('takes what trails off for an abbreviation only where the signature is shorter than its algorithm makes it', () => {
    expectFound('«<H>.<P>.<S>»...', 'jws-compact');
    expectFound('<E>.<P>.<S>...');
    expectFound('«<E>.<P>.<D>»...', 'jws-compact');
    expectFound('**«<E>.<P>.<D>»** [«<E>.<P>.<D>»][1]', 'jws-compact', 'jws-compact');
    expectFound('<R>.<P>.<S>...');
    expectFound('«<R>.<P>.<L>»...', 'jws-compact');
    expectFound(`«${encoded('{"alg":"EdDSA"}')}.<P>.<D>»...`, 'jws-compact');
    expectFound(`«${encoded('{"alg":"X1"}')}.<P>.<S>»...`, 'jws-compact');
    expectFound(`${encoded('{"alg":"X1"}')}.<P>.abcd...`);
    expectFound('«<X>..<i>.YQ.<t>»...', 'jwe-compact');
  });

  it('counts a final dot to an unsecured token and one more to the sentence', () => {
    expectFound('«<N>.<P>.» ', 'jws-unsecured');
    expectFound('«<N>.<P>.».', 'jws-unsecured');
    expectFound('<!--«<N>.<P>.»-->', 'jws-unsecured');
    expectFound('_«<N>.<P>.»_', 'jws-unsecured');
    expectFound(`«${encoded('{"alg":"nOnE"}')}.<P>.»`, 'jws-unsecured');
    expectFound('«<N>.<P>.<S>»', 'jws-unsecured');
  });

  it('keeps underscores and hyphens that are the signature’s own', () => {
    expectFound(`«<H>.<P>.${'_'.repeat(43)}»`, 'jws-compact');
    expectFound(`x_«<H>.<P>.${'_'.repeat(43)}»`, 'jws-compact');
    expectFound(`«<H>.<P>.${'-'.repeat(43)}» -->`, 'jws-compact');
  });

  it('reads padding only where the issuer pads', () => {
    const header = encoded('{"alg":"ES256","a":1}');
    assert.equal(header.length % 4, 0);
    const padded = (text: string): string => text.padEnd(Math.ceil(text.length / 4) * 4, '=');
    const short = padded(encoded('{"alg":"ES256"}'));
    assert.match(short, /[^=]$/);
    const odd = padded(encoded('{"alg":"HS256","a":12}'));
    assert.match(odd, /=$/);
    expectFound(`«${odd}.<P>.<S>=»`, 'jws-compact');
    expectFound(`«${header}.e30=.<S>=»&x=1`, 'jws-compact');
    expectFound(`«${header}.e30=.<S>»==`, 'jws-compact');
    expectFound('«<H>.<P>.<S>»=', 'jws-compact');
    expectFound(`${odd}=.<P>.<S>`);
    expectFound(`${odd.replace('=', '')}==.<P>.<S>`);
  });

  it('takes from an SD-JWT only disclosures that can be arrays and a key binding that is a JWS', () => {
    expectFound('«<H>.<P>.<S>»~name', 'jws-compact');
    expectFound('«<H>.<P>.<S>»~~', 'jws-compact');
    expectFound('«<H>.<P>.<S>»~YWJj~', 'jws-compact');
    expectFound('«<H>.<P>.<S>~<d>~»YWJj~', 'sd-jwt');
    expectFound('«<H>.<P>.<S>~<d>~»~', 'sd-jwt');
    expectFound('«<H>.<P>.<S>~<d>~»«<N>.<P>.»', 'sd-jwt', 'jws-unsecured');
    expectFound('«<H>.<P>.<S>~<d>~».', 'sd-jwt');
    expectFound('«<H>.<P>.<S>~<d>~<E>.<P>.<D>».', 'sd-jwt-kb');
    expectFound('«<H>.<P>.<S>~<E>.<P>.<D>»', 'sd-jwt-kb');
    expectFound(`«<H>.<P>.<S>~${encoded('\n [1]')}~»`, 'sd-jwt');
  });

  it('lets the payload be anything under b64: false', () => {
    const header = encoded('{"alg":"HS256","b64":false,"crit":["b64"]}');
    expectFound(`«${header}.abcde.<S>»`, 'jws-compact');
    expectFound('<H>.abcde.<S>');
  });

  it('looks at no header of more than 65,536 characters', () => {
    const header = (length: number): string =>
      encoded(`{"alg":"HS256","x":"${'x'.repeat((length * 3) / 4 - 22)}"}`);
    assert.equal(header(65_536).length, 65_536);
    expectFound(`«${header(65_536)}.<P>.<S>»`, 'jws-compact');
    expectFound(`${header(65_540)}.<P>.<S>`);
  });

  it('finds tokens of any length', () => {
    expectFound(`«<H>.${'A'.repeat(4_000_000)}.<S>»`, 'jws-compact');
  });

  it('finds the same in texts of one and of two bytes a character', () => {
    const text = expanded(
      'a <H>.<P>.<S> b <X>..<i>.YQ.<t> {"payload":"e30","protected":"<H>","signature":"<S>"}',
    );
    assert.deepEqual(scanTokens(`${text}Ж`), scanTokens(`${text}.`));
    assert.equal(scanTokens(text).length, 3);
  });

  it('finds what its definition finds, in texts dense with near misses', () => {
    fc.assert(
      fc.property(nearMisses, (text) => {
        assert.deepEqual(scanTokens(text), referenceScan(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('searches only the part asked for, tokens that begin in it whole', () => {
    const text = `${hs256Signature}\n${expanded('<H>.<P>.<S>\n<E>.<P>.<D>')}`;
    const [first, second] = scanTokens(text);
    assert.deepEqual(scanTokens(text, { to: second.start }), [first]);
    assert.deepEqual(scanTokens(text, { from: second.start }), [second]);
    assert.deepEqual(scanTokens(text, { from: second.start, to: second.start + 10 }), [second]);
    assert.deepEqual(scanTokens(text, { from: -10, to: text.length + 10 }), [first, second]);
    assert.deepEqual(scanTokens(text, { from: text.length }), []);
    assert.deepEqual(scanTokens(text, { from: text.length + 5, to: text.length + 9 }), []);
  });
});

describe('TokenScanner', () => {
  it('finds in pieces what one scan finds, wherever the pieces end', () => {
    fc.assert(
      fc.property(nearMisses, fc.array(fc.nat(400), { maxLength: 6 }), (text, ends) => {
        const scanner = new TokenScanner(text);
        for (const end of ends.sort((a, b) => a - b)) scanner.scanTo(end);
        scanner.scanTo(text.length);
        assert.deepEqual(scanner.tokens, scanTokens(text));
      }),
      { numRuns: 1000 },
    );
  });
});
