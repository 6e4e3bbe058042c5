import assert from 'node:assert/strict';
import { isCommon } from '../../../src/core/diagnose/codes';
import { objectOf, readParts } from '../../../src/core/diagnose/parts';
import { jsonSegment, segment, someSignature } from '../../support/aToken';

const h = jsonSegment({ alg: 'HS256', kid: 'k' });
const p = jsonSegment({ sub: 'a' });
const s = someSignature;

describe('readParts of compact tokens', () => {
  it('takes the segments, the algorithm and the key id, and writes others in their place', () => {
    const [parts, ...others] = readParts(`${h}.${p}.${s}`);
    assert.ok(parts);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [parts.h, parts.p, parts.s, parts.alg, parts.kid, parts.index],
      [h, p, s, 'HS256', 'k', 0],
    );
    assert.deepEqual(
      [parts.isStrict, parts.isCut, parts.headerText],
      [true, false, '{"alg":"HS256","kid":"k"}'],
    );
    assert.equal(parts.write({}), `${h}.${p}.${s}`);
    assert.equal(parts.write({ h: 'H', s: 'S' }), `H.${p}.S`);
    assert.equal(parts.write({ p: '' }), `${h}..${s}`);
  });

  it('tells what is strict, and what is cut off', () => {
    const strictOf = (text: string): boolean | undefined => readParts(text)[0]?.isStrict;
    assert.equal(strictOf(`${h}.${p}.${s}=`), false);
    assert.equal(strictOf(`${h}.${p}=.${s}`), false);
    assert.equal(strictOf(`${h}=.${p}.${s}`), false);
    assert.equal(strictOf(`${h}.${p}.+/`), false);
    const [cut] = readParts(`${h}.${p}`);
    assert.deepEqual([cut.isCut, cut.s, cut.p], [true, '', p]);
    const [sdJwt] = readParts(`${h}.${p}.${s}~a~`);
    assert.deepEqual([sdJwt.s, sdJwt.write({ s: 'S' })], [s, `${h}.${p}.S~a~`]);
    const [cutSdJwt] = readParts(`${h}.${p}~a.b~`);
    assert.deepEqual([cutSdJwt.isCut, cutSdJwt.p], [true, p]);
  });

  it('takes an unencoded payload as it is', () => {
    const plain = jsonSegment({ alg: 'HS256', b64: false, crit: ['b64'] });
    const [parts] = readParts(`${plain}.a b~c.${s}`);
    assert.deepEqual([parts.p, parts.s, parts.isStrict], ['a b~c', s, true]);
  });

  it('finds none in other texts', () => {
    for (const text of [
      '',
      '.',
      'a.b.c',
      `.${p}.${s}`,
      h,
      `${segment('[]')}.${p}.${s}`,
      `${h}.a b.${s}`,
      `${h}.${p}.a b`,
    ])
      assert.deepEqual(readParts(text), [], text);
  });
});

describe('readParts of JSON serializations', () => {
  it('takes each signature, with what is protected and what is not', () => {
    const unprotected = { alg: 'HS256', kid: 'two' };
    const text = JSON.stringify({
      payload: p,
      signatures: [
        { protected: h, signature: s },
        { header: unprotected, signature: 'AA' },
      ],
    });
    const [first, second] = readParts(text);
    assert.ok(second);
    assert.deepEqual(
      [first.h, first.p, first.s, first.alg, first.kid, first.index],
      [h, p, s, 'HS256', 'k', 0],
    );
    assert.deepEqual(
      [second.h, second.s, second.alg, second.kid, second.index],
      ['', 'AA', 'HS256', 'two', 1],
    );
    assert.deepEqual(
      [first.isStrict, first.isCut, first.headerText],
      [true, false, '{"alg":"HS256","kid":"k"}'],
    );
    assert.equal(second.headerText, '');
    assert.deepEqual(JSON.parse(second.write({ s: 'BB', p: 'x' })), {
      payload: 'x',
      signatures: [
        { protected: h, signature: s },
        { header: unprotected, signature: 'BB' },
      ],
    });
    assert.deepEqual((JSON.parse(first.write({ h: 'H' })) as { signatures: unknown[] }).signatures[0], {
      protected: 'H',
      signature: s,
    });
  });

  it('keeps a flattened one flattened, and tells what is not strict', () => {
    const read = (value: object) => readParts(JSON.stringify(value))[0];
    const flattened = { payload: p, protected: h, signature: s };
    assert.deepEqual(JSON.parse(read(flattened).write({ s: 'AA' })), {
      ...flattened,
      signature: 'AA',
    });
    for (const changed of [{ payload: `${p}=` }, { protected: `${h}=` }, { signature: `${s}=` }])
      assert.equal(read({ ...flattened, ...changed }).isStrict, false);
    const plain = jsonSegment({ alg: 'HS256', b64: false, crit: ['b64'] });
    assert.equal(read({ ...flattened, protected: plain, payload: 'a.b c' }).isStrict, true);
  });

  it('looks at eight signatures', () => {
    const signatures = Array.from({ length: 9 }, () => ({ protected: h, signature: s }));
    assert.equal(readParts(JSON.stringify({ payload: p, signatures })).length, 8);
    assert.deepEqual(readParts('{"a":1}'), []);
  });
});

describe('objectOf', () => {
  it('reads objects, leniently encoded, and nothing else', () => {
    assert.equal(objectOf(`${h}=`)?.text, '{"alg":"HS256","kid":"k"}');
    assert.ok(objectOf(segment(' {}')));
    for (const text of ['', 'e', segment('[]'), segment('{'), segment('{"a"'), `${h}!`, '_w'])
      assert.equal(objectOf(text), undefined, text);
  });
});

describe('isCommon', () => {
  it('is what a hover has the time for', () => {
    for (const code of [
      'token-escaped',
      'signature-der',
      'secret-is-base64',
      'secret-whitespace',
      'kid-mismatch',
    ] as const)
      assert.ok(isCommon(code), code);
    for (const code of ['secret-characters', 'jwe', 'payload-edited', 'json-reserialised'] as const)
      assert.ok(!isCommon(code), code);
  });
});
