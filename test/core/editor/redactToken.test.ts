import assert from 'node:assert/strict';
import { scanTokens } from '../../../src/core/detect/scan';
import { redactToken } from '../../../src/core/editor/redactToken';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import { aCompactJwe, aCompactJws, jsonSegment, segment, someSignature } from '../../support/aToken';
import { everydayTokens } from '../../support/everydayTokens';

const redacted = (text: string): string | undefined => redactToken(parseToken(text));
const jws = aCompactJws({ alg: 'HS256' }, { sub: '42' });

describe('redactToken', () => {
  it('breaks the signature for all to see and keeps header and claims', () => {
    const text = redacted(jws)!;
    assert.equal(text, `${jws.slice(0, -someSignature.length)}REDACTED`);
    const { headerText, payloadText } = inspectToken(parseToken(text), 0);
    assert.deepEqual([headerText, payloadText], ['{"alg":"HS256"}', '{"sub":"42"}']);
  });

  it('leaves a token that is still found as one', () => {
    const text = `"${redacted(jws)}",`;
    assert.deepEqual(
      scanTokens(text).map(({ start, end }) => [start, end]),
      [[1, text.length - 2]],
    );
  });

  it('puts into an unsecured token what makes it be refused', () => {
    const unsecured = aCompactJws({ alg: 'none' }, { sub: '42' }, '');
    assert.equal(redacted(unsecured), `${unsecured}REDACTED`);
  });

  it('takes the content out of an encrypted token, and leaves a key that is not sent', () => {
    const jwe = aCompactJwe({ alg: 'RSA-OAEP', enc: 'A256GCM' });
    assert.equal(redacted(jwe), `${jwe.split('.')[0]}.REDACTED.${jwe.split('.')[2]}.REDACTED.REDACTED`);
    const [header, , ...rest] = jwe.split('.');
    assert.match(redacted([header, '', ...rest].join('.'))!, /^[\w-]+\.\.[\w-]+\.REDACTED\.REDACTED$/);
  });

  it('breaks every signature of a JSON serialization, and nothing else in it', () => {
    const one = { protected: jsonSegment({ alg: 'HS256' }), signature: someSignature };
    const payload = segment('{}');
    const text = JSON.stringify(
      { payload, signatures: [one, { ...one, header: { kid: 'a' } }] },
      undefined,
      2,
    );
    assert.equal(redacted(text), text.replaceAll(someSignature, 'REDACTED'));
    assert.equal(
      redacted(JSON.stringify({ payload, ...one })),
      JSON.stringify({ payload, ...one, signature: 'REDACTED' }),
    );
  });

  it('breaks the key binding of an SD-JWT too', () => {
    const disclosure = segment('["salt","name",1]');
    const text = `${jws}~${disclosure}~${jws}`;
    const broken = redacted(jws)!;
    assert.equal(redacted(text), `${broken}~${disclosure}~${broken}`);
  });

  it('keeps no character of a signature, whatever the token', () => {
    for (const [name, text] of everydayTokens) {
      const token = parseToken(text);
      const result = redactToken(token);
      if (token.kind !== 'jws') continue;
      for (const { signature } of token.signatures)
        if (signature.text.length > 10) assert.ok(!result!.includes(signature.text), name);
    }
  });

  it('says where there is nothing to redact', () => {
    for (const text of ['', 'x', '{}', '{"payload":"e30","protected":"e30"}'])
      assert.equal(redacted(text), undefined, text);
  });
});
