import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { pyjwtAlgorithms } from '../../../src/core/pyjwt/algorithms';
import { checkHeader, checkKid, isUnencoded, listsB64 } from '../../../src/core/pyjwt/headerChecks';
import { loadToken } from '../../../src/core/pyjwt/loadToken';
import { dict, raised, value } from './pyjwtCalls';

const header = 'e30';

describe('loadToken', () => {
  it('takes the token apart at its last dot and its first', () => {
    const token = value(loadToken('eyJhIjoxfQ.AQID.BAU'));
    assert.deepEqual([...token.header], [['a', 1n]]);
    assert.deepEqual(token.headerOctets, utf8Bytes('{"a":1}'));
    assert.deepEqual(token.payload, Uint8Array.of(1, 2, 3));
    assert.deepEqual(token.signature, Uint8Array.of(4, 5));
    assert.deepEqual(token.signingInput, utf8Bytes('eyJhIjoxfQ.AQID'));
    assert.deepEqual(token.segments, ['eyJhIjoxfQ', 'AQID', 'BAU']);
    assert.equal(raised(loadToken(`${header}.AQ.ID.`)), 'DecodeError: Invalid payload padding');
  });

  for (const [segment, octets] of [
    ['', ''],
    ['AQ', '01'],
    ['AQ==', '01'],
    ['AQI', '0102'],
    ['AQI=', '0102'],
    ['AQID', '010203'],
    ['-_-_', 'fbffbf'],
    ['=', undefined],
    ['==', undefined],
    ['AQ=', undefined],
    ['AQ===', undefined],
    ['AQI==', undefined],
    ['AQID=', undefined],
    ['AQID==', undefined],
    ['AQID====', undefined],
    ['A', undefined],
    ['A===', undefined],
    ['AR', undefined],
    ['AQJ', undefined],
    ['AQ=A', undefined],
    ['+/+/', undefined],
    ['AQ ID', undefined],
    ['AQID\n', undefined],
    ['AQÏD', undefined],
    ['\ufeffAQID', undefined],
  ] as const)
    it(`${octets === undefined ? 'refuses' : 'reads'} the segment ${JSON.stringify(segment)}`, () => {
      const token = loadToken(`${header}.${segment}.`);
      if (octets === undefined) assert.equal(raised(token), 'DecodeError: Invalid payload padding');
      else assert.equal(Buffer.from(value(token).payload).toString('hex'), octets);
      const signed = loadToken(`${header}..${segment}`);
      if (octets === undefined) assert.equal(raised(signed), 'DecodeError: Invalid crypto padding');
      else assert.equal(Buffer.from(value(signed).signature).toString('hex'), octets);
    });

  it('reads no payload under b64: false, and wants none', () => {
    const unencoded = Buffer.from('{"b64":false}').toString('base64url');
    assert.deepEqual(value(loadToken(`${unencoded}..AAAA`)).payload, new Uint8Array());
    assert.equal(
      raised(loadToken(`${unencoded}.!.AAAA`)),
      "DecodeError: Payload segment must be empty when 'b64' is false.",
    );
  });

  for (const [token, says] of [
    [null, "DecodeError: Invalid token type. Token must be a <class 'bytes'>"],
    ['.', 'DecodeError: Not enough segments'],
    ['..', 'DecodeError: Invalid header string: Expecting value: line 1 column 1 (char 0)'],
    ['W10..', 'DecodeError: Invalid header string: must be a json object'],
    [Uint8Array.of(0xff), 'DecodeError: Not enough segments'],
    ['\udc00', "UnicodeEncodeError: 'utf-8' codec can't encode character: surrogates not allowed"],
  ] as const)
    it(`says ${says}`, () => {
      assert.equal(raised(loadToken(token)), says);
    });
});

describe('headers', () => {
  it('are unencoded only where b64 is False itself', () => {
    assert.deepEqual(
      [{ b64: false }, { b64: 0 }, { b64: null }, { b64: true }, {}].map((each) => isUnencoded(dict(each))),
      [true, false, false, false, false],
    );
    assert.deepEqual(
      [{ crit: ['b64'] }, { crit: ['x'] }, { crit: 'b64' }, {}].map((each) => listsB64(dict(each))),
      [true, false, false, false],
    );
  });

  it('may have a kid of no characters, and no crit', () => {
    assert.equal(checkHeader(dict({ kid: '' })), undefined);
    assert.equal(checkKid(dict({ crit: 5 })), undefined);
    assert.equal(checkHeader(dict({ crit: ['b64'], b64: null })), undefined);
    assert.equal(checkHeader(dict({ crit: 'b64' }))?.code, 'critEmpty');
    assert.equal(checkHeader(dict({ crit: [''] }))?.message, 'Unsupported critical extension: ');
  });
});

describe('pyjwtAlgorithms', () => {
  it('has the names of PyJWT in its order', () => {
    assert.equal(
      [...pyjwtAlgorithms.keys()].join(),
      'none,HS256,HS384,HS512,RS256,RS384,RS512,ES256,ES256K,ES384,ES521,ES512,PS256,PS384,PS512,EdDSA',
    );
  });

  it('has mathematics for every name but none', () => {
    for (const [name, { signature }] of pyjwtAlgorithms)
      assert.equal(signature?.alg, name === 'none' ? undefined : name === 'ES521' ? 'ES512' : name);
  });
});
