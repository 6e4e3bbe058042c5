import assert from 'node:assert/strict';
import { scanTokens } from '../../../src/core/detect/scan';
import { serializationKind } from '../../../src/core/detect/serialization';
import { expanded, expectFound } from './marked';
import { encoded } from './texts';

const enc = encoded('{"enc":"A128GCM"}');
const flattened = '{"payload":"<P>","protected":"<H>","signature":"<S>"}';

describe('scanTokens on JSON serializations', () => {
  it('finds each form', () => {
    expectFound(`«${flattened}»`, 'jws-json-flattened');
    expectFound(
      '«{"payload":"<P>","signatures":[{"protected":"<H>","signature":"<S>"}]}»',
      'jws-json-general',
    );
    expectFound('«{"protected":"<X>","iv":"<i>","ciphertext":"YQ","tag":"<t>"}»', 'jwe-json-flattened');
    expectFound(
      `«{"protected":"${enc}","recipients":[{"header":{"alg":"A128KW"},"encrypted_key":"YQ"}],"ciphertext":"YQ"}»`,
      'jwe-json-general',
    );
  });

  it('finds general ones of which one signature or recipient is whole', () => {
    expectFound(
      '«{"payload":"","signatures":[{"signature":"<S>"},{"protected":"<H>","signature":"<S>"}]}»',
      'jws-json-general',
    );
    expectFound('«{"ciphertext":"","protected":"<X>","recipients":[{"header":1},{}]}»', 'jwe-json-general');
  });

  it('finds them whatever the order of members, white space and other members', () => {
    for (const object of [
      '{"signature":"<S>","protected":"<H>","payload":"<P>"}',
      '{ "payload" : "<P>" , "protected" : "<H>" , "signature" : "<S>" }',
      '{\r\n\t"payload": "<P>",\r\n\t"protected": "<H>",\r\n\t"signature": "<S>"\r\n}',
      '{"id":-1.5E+3,"ok":true,"no":null,"list":[{"a":"]}\\"{"}],"payload":"<P>","protected":"<H>","signature":"<S>"}',
      '{"payload":"<P>","header":{"alg":"HS256"},"signature":"<S>"}',
      '{"payload":"<P>","protected":"","header":{"alg":"HS256"},"signature":"<S>"}',
      '{"payload":"","protected":"<N>","signature":""}',
      '{"signature":5,"payload":"<P>","protected":"<H>","signature":"<S>"}',
      '{"signaturesX":1,"payload":"<P>","protected":"<H>","signature":"<S>"}',
    ])
      expectFound(`x«${object}»x`, 'jws-json-flattened');
  });

  it('finds one inside other JSON, inside code and beside others', () => {
    expectFound(`{"items":[«${flattened}»,\n«${flattened}»]}`, 'jws-json-flattened', 'jws-json-flattened');
    expectFound(`const jws = «${flattened}»;`, 'jws-json-flattened');
    expectFound(`{ call({"a":1}, '«${flattened}»'`, 'jws-json-flattened');
    expectFound(`{"unbalanced: [[ «${flattened}»`, 'jws-json-flattened');
    expectFound(
      `«<H>.<P>.<S>» «${flattened}» «<H>.<P>.<S>»`,
      'jws-compact',
      'jws-json-flattened',
      'jws-compact',
    );
  });

  it('counts a compact token inside one to the whole', () => {
    expectFound(
      '«{"payload":"<P>","header":{"kb_jwt":"<E>.<P>.<D>"},"protected":"<H>","signature":"<S>"}»',
      'jws-json-flattened',
    );
    expectFound(
      '«{"payload":"<P>","protected":"<H>","signature":"<S>","header":{"kb_jwt":"<E>.<P>.<D>"}}»',
      'jws-json-flattened',
    );
  });

  it('counts a JSON serialization inside one to the whole', () => {
    const inner = `${flattened},"b":${flattened}`;
    const members = '"payload":"<P>","protected":"<H>","signature":"<S>"';
    expectFound(`«{"a":${inner},${members}}»`, 'jws-json-flattened');
    expectFound(`«{${members},"a":${inner}}» «<H>.<P>.<S>»`, 'jws-json-flattened', 'jws-compact');
    expectFound(`«<H>.<P>.<S>» «{"a":{"a":${flattened}},${members}}»`, 'jws-compact', 'jws-json-flattened');
  });

  it('finds nothing in a look-alike', () => {
    for (const object of [
      '{"payloadType":"application/vnd.in-toto+json","payload":"YQ==","signatures":[{"keyid":"","sig":"YQ=="}]}',
      '{"payload":"hello","signature":"0dfed8ec"}',
      '{"protected":"<H>","signature":"<S>"}',
      '{"schemaVersion":1,"signatures":[{"header":{"alg":"ES256"},"signature":"<S>","protected":"<H>"}]}',
      '{"payload":{"a":1},"protected":"<H>","signature":"<S>"}',
      '{"payload":"<P>","protected":"<H>","signature":5}',
      '{"payload":"<P>","protected":"<P>","signature":"<S>"}',
      '{"payload":"<P>","protected":"x","signature":"<S>"}',
      '{"payload":"<P>","protected":"<H>","header":1,"signature":"<S>"}',
      '{"payload":"<P>","header":{"alg":5},"signature":"<S>"}',
      '{"payload":"<P>","signatures":[]}',
      '{"payload":"<P>","signatures":["<S>"]}',
      '{"signed":{"_type":"root"},"signatures":[{"keyid":"1","sig":"2"}]}',
      '{"iv":"1056f5f8","ciphertext":"Iu7dYw==","tag":"a141"}',
      '{"protected":"<H>","ciphertext":"YQ"}',
      `{"protected":"${enc}","ciphertext":"YQ"}`,
      `{"protected":"${enc}","ciphertext":"YQ","recipients":[]}`,
      `{"protected":"${enc}","ciphertext":"YQ","recipients":[{}]}`,
      `{"protected":"${enc}","ciphertext":"YQ","recipients":[{"header":{"alg":"dir"}},1]}`,
      `{"protected":"<X>","ciphertext":5}`,
      '{"payload":"<P>","protected":"<H>","signature":"<S>"',
      '{"payload":"<P>","protected":"<H>","signature":"<S>",}',
      '{"payload":"<P>" "protected":"<H>","signature":"<S>"}',
      '"payload":"<P>","protected":"<H>","signature":"<S>"}',
      '{payload:"<P>","protected":"<H>","signature":"<S>"}',
      '{"payload":"<P>","protected":"<H>","\\u0073ignature":"<S>"}',
      '["signature":"<S>"]',
    ])
      expectFound(object);
  });

  it('looks at no object deeper than 16', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const object = (depth: number): string =>
      `{"a":${nested(depth - 1)},"payload":"<P>","protected":"<H>","signature":"<S>"}`;
    expectFound(`«${object(16)}»`, 'jws-json-flattened');
    expectFound(object(17));
    expectFound(`«${flattened.slice(0, -1)},"a":${nested(15)}}»`, 'jws-json-flattened');
    expectFound(`${flattened.slice(0, -1)},"a":${nested(16)}}`);
  });

  it('looks at no object longer than 1,048,576', () => {
    const object = (length: number): string => {
      const bare = expanded('{"x":"","payload":"<P>","protected":"<H>","signature":"<S>"}');
      return bare.replace('"x":""', `"x":"${'x'.repeat(length - bare.length)}"`);
    };
    assert.equal(scanTokens(object(1_048_576)).length, 1);
    assert.equal(scanTokens(object(1_048_577)).length, 0);
  });
});

describe('serializationKind', () => {
  it('lets no member named __proto__ stand for the object’s own', () => {
    assert.equal(
      serializationKind(expanded('{"__proto__":{"alg":"HS256"},"payload":"","signature":""}')),
      undefined,
    );
    assert.equal(
      serializationKind(expanded('{"header":{"__proto__":{"alg":"HS256"}},"payload":"","signature":""}')),
      undefined,
    );
  });

  it('says nothing of JSON that is no object, or no JSON', () => {
    for (const text of ['', '{', '[]', 'null', '1', '"signature"'])
      assert.equal(serializationKind(text), undefined);
  });
});
