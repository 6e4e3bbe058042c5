import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readJson } from '../../../src/core/encoding/json';
import { parseToken } from '../../../src/core/jose/parseToken';
import { serializeCompact, serializeJson, serializeToken } from '../../../src/core/jose/serialize';
import { aCompactJwe, aCompactJws, jsonSegment, someSignature } from '../../support/aToken';

const jws = aCompactJws({ alg: 'HS256' }, { sub: 'a' });
const header = jsonSegment({ alg: 'HS256' });

function node(text: string): NonNullable<ReturnType<typeof readJson>['node']> {
  const read = readJson(text).node;
  assert.ok(read);
  return read;
}

describe('serializeToken', () => {
  const texts: readonly string[] = [
    jws,
    `${header}..${someSignature}`,
    aCompactJws({ alg: 'none' }, {}, ''),
    aCompactJwe({ alg: 'dir', enc: 'A128GCM' }),
    `${jws}~`,
    `${jws}~${jsonSegment(['s', 'n', 'v'])}~~${jws}`,
    `${jws}~no disclosure`,
    `${jws.replace('.', '. ')}==`,
    `${jsonSegment({ alg: 'HS256', b64: false, crit: ['b64'] })}.a~b.${someSignature}`,
    `${jws}~${`${jsonSegment(['s', 'n'])}~`.repeat(10_001)}`,
    'no token',
    '',
    ` "${jws}"`,
    `{ "payload": "", "signature":"" }\n`,
  ];
  for (const text of texts)
    it(`gives the text that was read: ${JSON.stringify(text.slice(-40))}`, () =>
      assert.equal(serializeToken(parseToken(text)), text));

  it('gives the text of every token the RFCs print', () => {
    for (const name of ['cookbook', 'rfc']) {
      const file = new URL(`../../vectors/jose/${name}.json`, import.meta.url);
      const { records } = JSON.parse(readFileSync(file, 'utf8')) as {
        records: readonly { token: unknown }[];
      };
      for (const { token } of records) {
        if (token === null) continue;
        const text = typeof token === 'string' ? token : JSON.stringify(token);
        const read = parseToken(text);
        assert.notEqual(read.kind, 'malformed');
        assert.equal(serializeToken(read), text);
      }
    }
  });
});

describe('serializeCompact', () => {
  it('joins segments, disclosures and key binding', () => {
    assert.equal(serializeCompact(['a', 'b', 'c']), 'a.b.c');
    assert.equal(serializeCompact(['a', 'b', 'c'], { disclosures: [], keyBinding: '' }), 'a.b.c~');
    assert.equal(
      serializeCompact(['a', 'b', 'c'], { disclosures: ['d', 'e'], keyBinding: 'k' }),
      'a.b.c~d~e~k',
    );
  });
});

describe('serializeJson', () => {
  const signature = { protected: header, signature: someSignature };

  it('writes a JWS flattened or general, headers as they were written', () => {
    const parts = { payload: 'cA', signatures: [{ ...signature, header: node('{"n": 1.0, "kid":"k"}') }] };
    const body = `"protected":"${header}","header":{"n":1.0,"kid":"k"},"signature":"${someSignature}"`;
    assert.equal(serializeJson(parts, 'flattened'), `{"payload":"cA",${body}}`);
    assert.equal(serializeJson(parts, 'general'), `{"payload":"cA","signatures":[{${body}}]}`);
  });

  it('writes several signatures as a list whatever was asked, and no member that is absent', () => {
    const text = serializeJson({ signatures: [signature, { signature: '' }] }, 'flattened');
    assert.deepEqual(JSON.parse(text), { signatures: [signature, { signature: '' }] });
  });

  it('writes a JWE flattened or general', () => {
    const parts = {
      protected: header,
      unprotected: node('{"jku":"x"}'),
      recipients: [{ header: node('{"alg":"dir"}'), encryptedKey: 'a2V5' }],
      initializationVector: 'aXY',
      ciphertext: 'Y3Q',
      authenticationTag: 'dGFn',
      additionalData: 'YWFk',
    };
    const shared = {
      protected: header,
      unprotected: { jku: 'x' },
      aad: 'YWFk',
      iv: 'aXY',
      ciphertext: 'Y3Q',
      tag: 'dGFn',
    };
    const recipient = { header: { alg: 'dir' }, encrypted_key: 'a2V5' };
    assert.deepEqual(JSON.parse(serializeJson(parts, 'flattened')), { ...shared, ...recipient });
    assert.deepEqual(JSON.parse(serializeJson(parts, 'general')), { ...shared, recipients: [recipient] });
  });

  it('writes what is read again as the same parts', () => {
    const read = parseToken(serializeJson({ payload: 'e30', signatures: [signature, signature] }, 'general'));
    assert.ok(read.kind === 'jws');
    assert.deepEqual(read.problems, []);
    assert.equal(read.signatures.length, 2);
  });
});
