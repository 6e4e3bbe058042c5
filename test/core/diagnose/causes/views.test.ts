import assert from 'node:assert/strict';
import { charactersTried, isOneSlip, slipped } from '../../../../src/core/diagnose/causes/characterDamaged';
import { mislabelled, nonstandardName, swapped } from '../../../../src/core/diagnose/causes/otherAlgorithms';
import {
  signatureDecoded,
  signatureLaidOut,
  signatureOfDer,
} from '../../../../src/core/diagnose/causes/signatureForms';
import {
  otherBase64,
  otherSalt,
  otherText,
  signedDigest,
} from '../../../../src/core/diagnose/causes/signedOther';
import { endsTried, recomputed, siblingAround } from '../../../../src/core/diagnose/causes/tokenTruncated';
import type { KeyConfiguration } from '../../../../src/core/diagnose/diagnosis';
import type { Setting, Stance } from '../../../../src/core/diagnose/stance';
import { derInteger, derSequence } from '../../../../src/core/encoding/derWriter';
import { segment } from '../../../support/aToken';
import { file, secret } from '../aCase';
import { settingOf, stanceOf, variantOf } from '../aSetting';
import { b64, hashed, publicPem, signed, signer } from '../signing';

const word = 'plain-harbor-umber-41f0';
const bytesOf = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, index) => index + 1));
const tokenOf = (
  alg: string,
  signature: string | Uint8Array,
  header: object = {},
  payload = '{"a":1}',
): string =>
  `${b64(JSON.stringify({ alg, ...header }))}.${b64(payload)}.${typeof signature === 'string' ? signature : b64(signature)}`;

async function stances(
  change: (stance: Stance, setting: Setting) => Iterable<Stance | undefined>,
  token: string,
  keys: readonly KeyConfiguration[] = [],
): Promise<readonly Stance[]> {
  const setting = await settingOf(token, keys);
  return [...change(stanceOf(token, setting), setting)].filter((stance) => stance !== undefined);
}
const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex');
const signatures = async (...given: Parameters<typeof stances>): Promise<readonly string[]> =>
  (await stances(...given)).map(({ signature }) => hex(signature));

describe('a signature that was encoded once more', () => {
  const raw = bytesOf(9);
  const latin = Buffer.from([0xe9, 0x41, 0xff]);
  for (const [what, text, found] of [
    ['hexadecimal in the place of base64', hex(raw), hex(raw)],
    ['hexadecimal inside', b64(hex(raw)), hex(raw)],
    ['hexadecimal with a line end', b64(`${hex(raw)}\n`), hex(raw)],
    ['base64 inside', b64(raw.toString('base64')), hex(raw)],
    ['base64url and a line end inside', b64(`${b64(raw)} \n`), hex(raw)],
    ['padded base64 inside', b64(Buffer.from([1]).toString('base64')), '01'],
    ['octets taken for characters', b64(latin.toString('latin1')), hex(latin)],
  ] as const)
    it(`is seen through: ${what}`, async () => {
      const seen = await signatures(signatureDecoded, tokenOf('HS256', text));
      assert.ok(seen.includes(found), seen.join(' '));
    });

  it('is left alone where it is neither', async () => {
    assert.deepEqual(
      await signatures(signatureDecoded, tokenOf('HS256', Buffer.from([0xff, 0xfe, 0x80]))),
      [],
    );
    assert.deepEqual(await signatures(signatureDecoded, tokenOf('HS256', b64('日本'))), []);
  });
});

describe('a signature in ASN.1', () => {
  const der = (r: Uint8Array, s: Uint8Array): Uint8Array => derSequence(derInteger(r), derInteger(s));
  const full = new Uint8Array(32).fill(0x81);
  const short = new Uint8Array(31).fill(7);
  for (const [what, alg, octets, found] of [
    ['of two whole numbers', 'ES256', der(full, full), hex(full) + hex(full)],
    ['of a short number', 'ES256', der(short, full), `00${hex(short)}${hex(full)}`],
    ['of nothing', 'ES256', der(new Uint8Array(1), full), '00'.repeat(32) + hex(full)],
    [
      'for a larger curve',
      'ES384',
      der(short, short),
      `${'00'.repeat(17)}${hex(short)}${'00'.repeat(17)}${hex(short)}`,
    ],
    ['of a number too large', 'ES256', der(new Uint8Array(33).fill(7), full), undefined],
    ['of three numbers', 'ES256', derSequence(derInteger(1), derInteger(2), derInteger(3)), undefined],
    ['of one number', 'ES256', derSequence(derInteger(1)), undefined],
    ['with more behind it', 'ES256', Uint8Array.of(...der(short, short), 0), undefined],
    ['that is none', 'ES256', full, undefined],
    ['for an algorithm without such numbers', 'RS256', der(full, full), undefined],
  ] as const)
    it(`${what} is ${found === undefined ? 'left alone' : 'written as r and s'}`, async () => {
      assert.deepEqual(
        await signatures(signatureOfDer, tokenOf(alg, octets)),
        found === undefined ? [] : [found],
      );
    });
});

describe('the octets of a signature out of order', () => {
  const [r, s] = [new Uint8Array(32).fill(1), Uint8Array.from({ length: 32 }, (_, index) => index + 2)];
  const back = (octets: Uint8Array): string => hex(Uint8Array.from(octets).reverse());

  it('are tried the other way round, number by number and as a whole', async () => {
    const seen = await signatures(signatureLaidOut, tokenOf('ES256', Uint8Array.of(...r, ...s)));
    assert.deepEqual(seen, [hex(s) + hex(r), back(r) + back(s), back(s) + back(r)]);
  });

  it('are tried with each of the numbers short of octets, or with one for a sign', async () => {
    const lost = await signatures(signatureLaidOut, tokenOf('ES256', Uint8Array.of(...r.slice(1), ...s)));
    assert.ok(lost.includes(`00${hex(r.slice(1))}${hex(s)}`));
    assert.ok(lost.every((one) => one.length === 128));
    const signed = await signatures(signatureLaidOut, tokenOf('ES256', Uint8Array.of(0, ...r, 0, ...s)));
    assert.deepEqual(signed, [hex(r) + hex(s)]);
    const counts = await Promise.all(
      [55, 56, 57, 63, 65, 66, 67].map(async (length) => [
        length,
        (await signatures(signatureLaidOut, tokenOf('ES256', new Uint8Array(length)))).length,
      ]),
    );
    assert.deepEqual(counts, [
      [55, 0],
      [56, 11],
      [57, 10],
      [63, 4],
      [65, 2],
      [66, 1],
      [67, 0],
    ]);
  });

  it('are tried for RSA by the size of the keys: turned round, with lost zeros, without a zero for the sign', async () => {
    const keys = [file('web', publicPem('RSA-1024')), file('again', publicPem('RSA-1024'))];
    const at = (octets: Uint8Array, alg = 'RS256'): Promise<readonly string[]> =>
      signatures(signatureLaidOut, tokenOf(alg, octets), keys);
    const body = bytesOf(128);
    assert.deepEqual(await at(body), [back(body)]);
    assert.deepEqual(await at(body, 'PS256'), [back(body)]);
    assert.deepEqual(await at(body.subarray(1)), [`00${hex(body.subarray(1))}`]);
    assert.deepEqual(await at(body.subarray(4)), [`00000000${hex(body.subarray(4))}`]);
    assert.deepEqual(await at(body.subarray(5)), []);
    assert.deepEqual(await at(Uint8Array.of(0, ...body)), [hex(body)]);
    assert.deepEqual(await at(Uint8Array.of(1, ...body)), []);
    assert.deepEqual(await at(Uint8Array.of(0, 0, ...body)), []);
    assert.deepEqual(await at(body, 'HS256'), []);
  });
});

describe('what was signed in the place of the token', () => {
  const form = ({ data, gives, strictText }: Stance): readonly unknown[] => {
    assert.equal(strictText, undefined);
    return [gives.facts?.['form'], Buffer.from(data).toString('latin1')];
  };
  const token = tokenOf('RS256', 'AAAA', {}, '{"a":"???"}');
  const [h = '', p = ''] = token.split('.');
  const [header, payload] = ['{"alg":"RS256"}', '{"a":"???"}'];

  it('may be another text of its parts', async () => {
    assert.deepEqual((await stances(otherText, token)).map(form), [
      ['lineEnd', `${h}.${p}\n`],
      ['lineEnd', `${h}.${p}\r\n`],
      ['decoded', `${header}.${payload}`],
      ['decodedWithoutDot', header + payload],
      ['withoutDot', h + p],
      ['payloadDecoded', `${h}.${payload}`],
      ['payloadOnly', p],
      ['payloadOnlyDecoded', payload],
    ]);
  });

  it('may be another base64', async () => {
    const padded = (text: string): string => Buffer.from(text).toString('base64');
    const url = (text: string): string => padded(text).replaceAll('+', '-').replaceAll('/', '_');
    const bare = (text: string): string => text.replaceAll('=', '');
    const twice = ['twice', `${b64(h)}.${b64(p)}`];
    assert.deepEqual((await stances(otherBase64, token)).map(form), [
      ['padded', `${url(header)}.${url(payload)}`],
      ['standard', `${bare(padded(header))}.${bare(padded(payload))}`],
      ['standardPadded', `${padded(header)}.${padded(payload)}`],
      twice,
    ]);
    // Nothing to pad, and no character that the two alphabets write apart.
    const plain = tokenOf('RS256', 'AAAA', {}, '{"a":123}');
    assert.deepEqual(
      (await stances(otherBase64, plain)).map((one) => form(one)[0]),
      ['twice'],
    );
    const loose = await stances(otherBase64, `${padded(header)}.${padded(payload)}.AAAA`);
    assert.deepEqual(
      loose.map((one) => form(one)[0]),
      ['asItStands', 'padded', 'standard', 'standardPadded', 'twice'],
    );
    assert.ok(loose.every(({ isFormSigned }) => isFormSigned));
  });

  it('may be its digest, as octets or as text', async () => {
    for (const [alg, hash] of [
      ['RS256', 'SHA-256'],
      ['ES384', 'SHA-384'],
      ['EdDSA', 'SHA-512'],
    ] as const) {
      const one = tokenOf(alg, 'AAAA');
      const digest = hashed(hash.replace('-', ''), one.slice(0, one.lastIndexOf('.')));
      assert.deepEqual((await stances(signedDigest, one)).map(form), [
        [hash, digest.toString('latin1')],
        [`${hash}, hex`, digest.toString('hex')],
      ]);
    }
  });

  it('may have another salt, where there is one', async () => {
    assert.deepEqual(
      (await stances(otherSalt, tokenOf('PS256', 'AAAA'))).map(({ isOtherSalt }) => isOtherSalt),
      [true],
    );
    assert.deepEqual(await stances(otherSalt, tokenOf('RS256', 'AAAA')), []);
  });
});

describe('the algorithms that may have signed', () => {
  const algs = (found: readonly Stance[]): readonly string[] =>
    found.map(({ algorithms, gives }) => gives.alg ?? `${algorithms[0]?.alg}|${gives.facts?.['form']}`);

  it('are all but the one that is named, and some that have no name', async () => {
    const named = algs(await stances(mislabelled, tokenOf('ES256', 'AAAA')));
    assert.ok(named.includes('HS256') && named.includes('RS1') && named.includes('ML-DSA-44'));
    assert.ok(!named.includes('ES256') && !named.includes('none'));
    assert.ok(named.includes('|ECDSA, P-256, SHA-1') && named.includes('|ECDSA, P-521, SHA-256'));
    assert.equal(named.filter((one) => one.includes('SHA-')).length, 12);
    assert.equal(new Set(named).size, named.length);
    assert.deepEqual(await stances(mislabelled, tokenOf('HMAC', 'AAAA')), []);
  });

  it('are all of them where the header names none that is registered', async () => {
    assert.ok(algs(await stances(nonstandardName, tokenOf('HMAC', 'AAAA'))).includes('HS256'));
    assert.deepEqual(await stances(nonstandardName, `${segment('{"kid":"k"}')}.e30.AAAA`), []);
    for (const alg of ['ES256', 'none', 'NONE'])
      assert.deepEqual(await stances(nonstandardName, tokenOf(alg, 'AAAA')), []);
  });

  it('are written into the header for a name that was changed, and nothing else of it', async () => {
    const text = `${segment('{ "x":1, "alg" : "ES256","y":"é" }')}.${segment('{}')}.AAAA`;
    const found = await stances(swapped, text);
    for (const { gives, parts, algorithms } of found) {
      const header = Buffer.from(parts.h, 'base64url').toString();
      assert.equal(header, `{ "x":1, "alg" : "${gives.alg}","y":"é" }`);
      assert.deepEqual(
        algorithms.map(({ alg }) => alg),
        [gives.alg],
      );
      assert.equal(gives.repaired, `${parts.h}.${parts.p}.AAAA`);
    }
    assert.ok(found.length > 10 && !found.some(({ gives }) => gives.alg === 'ES256'));
    const open = JSON.stringify({ payload: 'e30', header: { alg: 'ES256' }, signature: 'AAAA' });
    assert.deepEqual(await stances(swapped, open), []);
    assert.deepEqual(await stances(swapped, `${segment('{"alg":7}')}.${segment('{}')}.AAAA`), []);
  });
});

describe('a single slip', () => {
  for (const [given, right, expected] of [
    ['abcdef', 'abcdef', false],
    ['abXdef', 'abcdef', true],
    ['Xbcdef', 'abcdef', true],
    ['abcdeX', 'abcdef', true],
    ['abdef', 'abcdef', true],
    ['abcde', 'abcdef', true],
    ['bcdef', 'abcdef', true],
    ['abccdef', 'abcdef', true],
    ['abcdefX', 'abcdef', true],
    ['abdcef', 'abcdef', true],
    ['abcdfe', 'abcdef', true],
    ['bacdef', 'abcdef', true],
    ['abXXef', 'abcdef', false],
    ['abedcf', 'abcdef', false],
    ['bacdfe', 'abcdef', false],
    ['abcd', 'abcdef', false],
    ['abcdefXX', 'abcdef', false],
    ['abdcfe', 'abcdef', false],
  ] as const)
    it(`${expected ? 'lies' : 'does not lie'} between ${given} and ${right}`, () => {
      assert.equal(isOneSlip(given, right), expected);
    });

  const good = signed({ alg: 'HS256' }, { sub: 'ada' }, word);
  const [h = '', p = '', s = ''] = good.split('.');
  it('is proven by the signature that a secret gives', async () => {
    const keys = [secret('other', 'x'), secret('app', word)];
    for (const [text, isFound] of [
      [`${h}.${p}.${s.slice(0, 9)}_${s.slice(10)}`, true],
      [`${h}.${p}.${s}A`, true],
      [`${h}.${p}.${s.slice(1, -1)}`, false],
      [`${h}.${p}.${s.slice(0, 29)}`, false],
      [good, false],
    ] as const) {
      const proof = await slipped(variantOf(text), await settingOf(text, keys));
      assert.deepEqual(
        proof && [proof.key?.id, proof.repaired, proof.evidence],
        isFound ? ['app', good, 'recomputed'] : undefined,
      );
    }
  });

  it('is tried at each character of the text: left out, in the other case, or taken for another', async () => {
    const setting = await settingOf(good);
    const tried = [...charactersTried(variantOf(good), setting)].flatMap(
      (stance) => stance?.gives.repaired ?? [],
    );
    assert.equal(new Set(tried).size, tried.length);
    assert.ok(tried.every((text) => text !== good && isOneSlip(text, good)));
    const signatureAt = good.lastIndexOf('.') + 1;
    const letter = Array.from(good).findIndex((character, at) => at > signatureAt && /[a-z]/.test(character));
    const upper = good.slice(0, letter) + good.charAt(letter).toUpperCase() + good.slice(letter + 1);
    assert.ok(tried.includes(upper));
    // Another length cannot be the signature of this algorithm, nor no JSON the claims.
    assert.ok(tried.every((text) => text.split('.')[2]?.length === s.length));
    for (const text of tried) JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString());
    assert.deepEqual([...charactersTried(variantOf(`${good}=`), setting)], []);
  });
});

describe('a token cut at its ends', () => {
  const good = signed({ alg: 'HS256' }, { sub: 'ada' }, word);
  const keys = [secret('app', word)];
  const repaired = async (text: string, siblings: readonly string[] = []): Promise<readonly string[]> => {
    const setting = await settingOf(text, keys, siblings);
    return [...endsTried(variantOf(text), setting)].flatMap(({ gives }) => gives.repaired ?? []);
  };

  it('is proven by a secret whose signature begins as it does, from eight characters on', async () => {
    const whole = good.lastIndexOf('.') + 1;
    for (const [length, isFound] of [
      [7, false],
      [8, true],
      [42, true],
      [43, false],
    ] as const) {
      const text = good.slice(0, whole + length);
      const proof = await recomputed(variantOf(text), await settingOf(text, keys));
      assert.deepEqual(
        proof && [proof.key?.id, proof.repaired, proof.evidence],
        isFound ? ['app', good, 'recomputed'] : undefined,
      );
    }
  });

  it('is tried with every ending that one or two lost characters can have', async () => {
    const one = await repaired(good.slice(0, -1));
    assert.ok(one.includes(good) && one.length === 16);
    const two = await repaired(good.slice(0, -2));
    assert.equal(two.length, 0);
    const eddsa = signed({ alg: 'EdDSA' }, { sub: 'ada' }, signer('Ed25519'));
    const lost = await repaired(eddsa.slice(0, -1));
    assert.ok(lost.includes(eddsa));
    assert.equal(lost.length, 4);
    assert.ok((await repaired(eddsa.slice(0, -2))).includes(eddsa));
    assert.equal((await repaired(eddsa.slice(0, -2))).length, 256);
    assert.deepEqual(await repaired(eddsa.slice(0, -3)), []);
  });

  it('is tried with up to ten first characters, of usual headers and of other tokens', async () => {
    for (const lost of [1, 5, 10]) assert.ok((await repaired(good.slice(lost))).includes(good));
    assert.ok(!(await repaired(good.slice(11))).includes(good));
    const odd = signed('{ "alg":"HS256"}', { sub: 'ada' }, word);
    assert.deepEqual(
      (await repaired(odd.slice(3))).filter((text) => text === odd),
      [],
    );
    assert.ok((await repaired(odd.slice(3), [signed('{ "alg":"HS256"}', {}, word)])).includes(odd));
  });

  it('is proven by another token that begins or ends as it does, or has both its ends', async () => {
    const around = async (text: string, siblings: readonly string[] = [good]): Promise<string | undefined> =>
      (await siblingAround(variantOf(text), await settingOf(text, keys, siblings)))?.repaired;
    const middle = Math.floor(good.length / 2);
    for (const text of [
      good.slice(0, -3),
      good.slice(3),
      good.slice(0, 20),
      ...['…', '...', '***', '[cut]'].map((mark) => `${good.slice(0, middle)}${mark}${good.slice(-12)}`),
    ])
      assert.equal(await around(text), good, text);
    for (const text of [
      good.slice(0, 19),
      good.slice(3, -3),
      `${good}A`,
      `${good.slice(0, middle)}…${good.slice(middle)}`,
      `abc…${good.slice(-12)}`,
      `${good.slice(0, 20)}…abcd`,
    ])
      assert.equal(await around(text), undefined, text);
    assert.equal(
      await around(good.slice(0, -3), [signed({ alg: 'HS256' }, { sub: 'ada' }, 'another')]),
      undefined,
    );
    // Without its signature alone it is told more exactly elsewhere.
    assert.equal(await around(good.slice(0, good.lastIndexOf('.'))), undefined);
  });
});
