import assert from 'node:assert/strict';
import { encodeBase64url } from '../../../src/core/encoding/base64url';
import { utf8Bytes, type Bytes } from '../../../src/core/encoding/bytes';
import { readHeader } from '../../../src/core/jose/readHeader';
import { headerFault } from '../../../src/core/jose/strictHeaders';
import type { JoseHeader, Segment } from '../../../src/core/jose/token';

/** A protected header of this text, in this encoding; strict unless said otherwise. */
function protectedHeader(text: string, changes: Partial<Segment> = {}): JoseHeader {
  return encodedHeader(utf8Bytes(text), changes);
}
function encodedHeader(bytes: Bytes, changes: Partial<Segment> = {}): JoseHeader {
  const text = encodeBase64url(bytes);
  const span = { start: 0, end: text.length };
  return readHeader({ name: 'header', text, span, bytes, isStrict: true, ...changes }, []);
}
const unprotectedHeader = (text: string): JoseHeader => ({ ...protectedHeader(text), segment: undefined });

const understood = new Set(['b64', 'x']);
/** The code of the fault and the name it tells, or `fine`. */
function faultOf(header: JoseHeader | undefined, ...unprotected: readonly JoseHeader[]): string {
  const fault = headerFault(header, unprotected, understood);
  if (!fault) return 'fine';
  return 'name' in fault ? `${fault.code} ${fault.name}` : fault.code;
}

describe('headerFault', () => {
  it('finds nothing wrong with a plain header, protected or not, nor with none at all', () => {
    assert.equal(faultOf(protectedHeader('{"alg":"HS256"}')), 'fine');
    assert.equal(faultOf(undefined, unprotectedHeader('{"alg":"HS256"}')), 'fine');
    assert.equal(faultOf(undefined), 'fine');
  });

  const undecided: readonly (readonly [note: string, header: JoseHeader])[] = [
    ['written in other than strict base64url', protectedHeader('{"alg":"HS256"}', { isStrict: false })],
    ['that decodes to nothing', protectedHeader('{"alg":"HS256"}', { bytes: undefined })],
    ['that came without a segment', unprotectedHeader('{"alg":"HS256"}')],
    ['that is no UTF-8', encodedHeader(Uint8Array.of(...utf8Bytes('{"a":"'), 0xff, ...utf8Bytes('"}')))],
    ['that is no object', protectedHeader('["alg","HS256"]')],
    ['that is no JSON', protectedHeader('{"alg":')],
    ['with a name twice', protectedHeader('{"alg":"HS256","alg":"HS256"}')],
  ];
  for (const [note, header] of undecided)
    it(`refuses a protected header ${note}`, () => assert.equal(faultOf(header), 'malformed'));

  it('refuses an unprotected header that is no object', () => {
    assert.equal(faultOf(protectedHeader('{"alg":"HS256"}'), unprotectedHeader('[]')), 'malformed');
    assert.equal(faultOf(undefined, unprotectedHeader('{}'), unprotectedHeader('1')), 'malformed');
  });

  it('refuses a name that two headers share', () => {
    assert.equal(faultOf(protectedHeader('{"alg":"a"}'), unprotectedHeader('{"alg":"a"}')), 'malformed');
    const one = unprotectedHeader('{"kid":"1"}');
    assert.equal(faultOf(protectedHeader('{"alg":"a"}'), one, unprotectedHeader('{"kid":"2"}')), 'malformed');
    assert.equal(faultOf(protectedHeader('{"alg":"a"}'), one, unprotectedHeader('{"cty":"2"}')), 'fine');
  });

  it('refuses crit that nothing protects', () => {
    const crit = unprotectedHeader('{"crit":["x"],"x":1}');
    assert.equal(faultOf(protectedHeader('{"alg":"a"}'), crit), 'criticalMalformed');
    assert.equal(faultOf(undefined, crit), 'criticalMalformed');
  });

  const critical: readonly (readonly [header: string, fault: string])[] = [
    ['{"crit":["x"],"x":1}', 'fine'],
    ['{"crit":["x","b64"],"x":1,"b64":true}', 'fine'],
    ['{"crit":[],"x":1}', 'criticalMalformed'],
    ['{"crit":"x","x":1}', 'criticalMalformed'],
    ['{"crit":{"x":1},"x":1}', 'criticalMalformed'],
    ['{"crit":[1],"x":1}', 'criticalMalformed'],
    ['{"crit":["x","x"],"x":1}', 'criticalMalformed'],
    ['{"crit":["alg"],"alg":"a"}', 'criticalMalformed'],
    ['{"crit":["x"]}', 'criticalMalformed'],
    ['{"crit":["y"],"y":1}', 'criticalUnknown y'],
    ['{"crit":["y","z"],"y":1,"z":1}', 'criticalUnknown y'],
    ['{"crit":["y","x"],"y":1}', 'criticalMalformed'],
    ['{"crit":["y","y"],"y":1}', 'criticalMalformed'],
  ];
  for (const [header, fault] of critical)
    it(`says ${fault} of ${header}`, () => assert.equal(faultOf(protectedHeader(header)), fault));

  it('looks for what crit names in the protected header alone', () => {
    const header = protectedHeader('{"crit":["x"]}');
    assert.equal(faultOf(header, unprotectedHeader('{"x":1}')), 'criticalMalformed');
  });
});
