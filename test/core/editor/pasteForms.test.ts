import assert from 'node:assert/strict';
import { decodedText, redactedText } from '../../../src/core/editor/pasteForms';
import { aCompactJwe, aCompactJws, jsonSegment, segment } from '../../support/aToken';

const jws = aCompactJws({ alg: 'HS256' }, { sub: '42' });
const redacted = jws.replace(/[\w-]+$/, 'REDACTED');

describe('what is pasted of a text with tokens', () => {
  it('is the text with each of them redacted', () => {
    assert.equal(redactedText(`a ${jws}, "${jws}"\n`), `a ${redacted}, "${redacted}"\n`);
    assert.equal(redactedText('no token'), undefined);
    assert.equal(redactedText(`${jws}\n${' '.repeat(2_000_000)}`), undefined);
  });

  it('is header and payload as JSON, numbers and order as written', () => {
    const token = `${segment('{"alg":"HS256"}')}.${segment('{"n":12345678901234567890,"a":1}')}.${segment('x'.repeat(32))}`;
    assert.equal(
      decodedText(`Bearer ${token}`),
      '{\n  "header": {\n    "alg": "HS256"\n  },\n  "payload": {\n    "n": 12345678901234567890,\n    "a": 1\n  }\n}',
    );
  });

  it('is what can be read of one that is encrypted, or holds no JSON', () => {
    const jwe = aCompactJwe({ alg: 'dir', enc: 'A256GCM' });
    assert.deepEqual(JSON.parse(decodedText(jwe)!), { header: { alg: 'dir', enc: 'A256GCM' } });
    const text = `${jsonSegment({ alg: 'HS256' })}.${segment('plain "text"')}.${segment('x'.repeat(32))}`;
    assert.deepEqual(JSON.parse(decodedText(text)!), { header: { alg: 'HS256' }, payload: 'plain "text"' });
    assert.equal(decodedText('nothing'), undefined);
    assert.equal(decodedText(`${jws}\n${' '.repeat(2_000_000)}`), undefined);
  });
});
