import assert from 'node:assert/strict';
import { HeaderCache } from '../../../src/core/detect/headerCache';
import { decodeText, encodesEndOfObject, readHeaderFacts } from '../../../src/core/detect/headerFacts';
import { serializationKind } from '../../../src/core/detect/serialization';
import { segment } from '../../support/aToken';

describe('what a header tells', () => {
  for (const [text, facts] of [
    ['{"alg":"HS256"}', { alg: 'HS256', enc: undefined, isEncoded: true }],
    ['{"alg":"dir","enc":"A128GCM"}', { alg: 'dir', enc: 'A128GCM', isEncoded: true }],
    ['{"alg":"x","enc":7}', { alg: 'x', enc: undefined, isEncoded: true }],
    ['{"alg":"x","b64":false}', { alg: 'x', enc: undefined, isEncoded: false }],
    ['{"alg":"x","b64":0}', { alg: 'x', enc: undefined, isEncoded: true }],
    [' {\n"alg" \t:"x"}', { alg: 'x', enc: undefined, isEncoded: true }],
    ['{"alg":""}', undefined],
    ['{"alg":7}', undefined],
    ['{"typ":"JWT"}', undefined],
    ['[{"alg":"HS256"}]', undefined],
    ['{"alg":"HS256"', undefined],
    ['{"\\u0061lg":"HS256"}', undefined],
  ] as const)
    it(`is ${facts ? facts.alg : 'nothing'}, of ${text}`, () => {
      assert.deepEqual(readHeaderFacts(segment(text)), facts);
    });

  it('is nothing of what is no base64url, and of what is longer than any header', () => {
    const whole = segment('{"alg":"HS256"}');
    for (const text of ['', 'A', `${whole}A`, `${whole}=`, `${whole}é`, `${whole.slice(0, -1)}+`])
      assert.equal(readHeaderFacts(text), undefined, text);
    const long = (length: number): string => segment(`{"alg":"x"}${' '.repeat(length)}`);
    assert.ok(readHeaderFacts(long(1000)));
    assert.equal(readHeaderFacts(long(1_000_000)), undefined);
  });

  it('is told of many headers as of one', () => {
    const headers = Array.from({ length: 1100 }, (_, index) => segment(`{"alg":"A${index}"}`));
    const text = [...headers, ...headers].join('.');
    const cache = new HeaderCache(text);
    let at = 0;
    for (const [index, header] of [...headers, ...headers].entries()) {
      const facts = cache.read(at, at + header.length);
      assert.equal(facts?.alg, `A${index % headers.length}`);
      assert.equal(cache.read(at, at + header.length), facts);
      at += header.length + 1;
    }
    const long = segment(`{"alg":"long","x":"${'y'.repeat(2000)}"}`);
    assert.equal(new HeaderCache(long).read(0, long.length)?.alg, 'long');
  });
});

describe('base64url in a text', () => {
  it('decodes to text, wherever it ends', () => {
    for (const text of ['', 'a', 'ab', 'abc', 'abcd', 'é€😀']) assert.equal(decodeText(segment(text)), text);
    for (const encoded of ['A', 'AAAAA', 'AA=', 'A A', '////', 'AAAé'])
      assert.equal(decodeText(encoded), undefined);
  });

  it('shows whether it ends as an object does', () => {
    for (const [text, isEnd] of [
      ['{"a":1}', true],
      ['{"a":12}', true],
      ['{"a":123}', true],
      ['{} ', true],
      ['{"a":1', false],
      ['{"a":12', false],
      ['{"a":123', false],
    ] as const) {
      const encoded = segment(text);
      assert.equal(encodesEndOfObject(`.${encoded}.`, 1, 1 + encoded.length), isEnd, text);
    }
    assert.equal(encodesEndOfObject('AAAAA', 0, 5), false);
  });
});

describe('the kind of a JSON text', () => {
  const header = segment('{"alg":"HS256"}');
  for (const [text, kind] of [
    [`{"payload":"","protected":"${header}","signature":""}`, 'jws-json-flattened'],
    [`["protected", {"payload":"","protected":"${header}","signature":""}]`, undefined],
    ['"\\"protected\\""', undefined],
    ['{"protected":', undefined],
    [`{"payload":"","protected":7,"signature":""}`, undefined],
    [`{"payload":"","protected":null,"signature":""}`, undefined],
    [`{"payload":"","protected":"!","signature":""}`, undefined],
    [`{"payload":"","protected":"${segment('no JSON')}","signature":""}`, undefined],
    [`{"payload":"","header":7,"signature":""}`, undefined],
    [`{"payload":7,"protected":"${header}","signature":""}`, undefined],
    [`{"payload":"","protected":"${header}","signature":7}`, undefined],
    [`{"payload":"","signatures":{},"header":{}}`, undefined],
    [`{"payload":"","signatures":[],"header":{}}`, undefined],
  ] as const)
    it(`is ${kind ?? 'none'}: ${text.slice(0, 60)}`, () => {
      assert.equal(serializationKind(text), kind);
    });
});
