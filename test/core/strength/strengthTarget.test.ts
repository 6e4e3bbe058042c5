import assert from 'node:assert/strict';
import { isStrengthRefusal, strengthTarget } from '../../../src/core/strength/strengthTarget';
import { aCompactJws } from '../../support/aToken';

const signature = (octets: number): string => Buffer.alloc(octets, 7).toString('base64url');

describe('what can be checked for the strength of its secret', () => {
  for (const [alg, octets, hash] of [
    ['HS256', 32, 'SHA-256'],
    ['HS384', 48, 'SHA-384'],
    ['HS512', 64, 'SHA-512'],
  ] as const) {
    it(`is an ${alg} token, with what it signs`, () => {
      const token = aCompactJws({ alg }, { sub: '42' }, signature(octets));
      const target = strengthTarget(token);
      assert.ok(!isStrengthRefusal(target));
      assert.deepEqual([target.alg, target.hash, target.signature.length], [alg, hash, octets]);
      assert.equal(new TextDecoder().decode(target.data), token.slice(0, token.lastIndexOf('.')));
    });
  }

  for (const [note, text, code] of [
    [
      'RS256: its public key gives nothing away',
      aCompactJws({ alg: 'RS256' }, {}, signature(256)),
      'strength.publicKey',
    ],
    ['EdDSA', aCompactJws({ alg: 'EdDSA' }, {}, signature(64)), 'strength.publicKey'],
    ['an unsecured token', aCompactJws({ alg: 'none' }, {}, ''), 'strength.unsecured'],
    [
      'a signature of another length',
      aCompactJws({ alg: 'HS256' }, {}, signature(31)),
      'strength.incomplete',
    ],
    ['no signature', aCompactJws({ alg: 'HS256' }, {}, ''), 'strength.incomplete'],
    [
      'a payload that travels apart',
      `${aCompactJws({ alg: 'HS256' }, {}, '').split('.')[0]}..${signature(32)}`,
      'strength.incomplete',
    ],
    [
      'an encrypted token',
      'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA',
      'strength.encrypted',
    ],
    ['no token', 'hello', 'strength.notToken'],
    ['nothing', '', 'strength.notToken'],
  ] as const) {
    it(`is not ${note}`, () => {
      const refusal = strengthTarget(text);
      assert.ok(isStrengthRefusal(refusal));
      assert.equal(refusal.code, code);
    });
  }

  it('is the HMAC among several signatures, and the token behind “Bearer”', () => {
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const general = JSON.stringify({
      payload: encode({ sub: '42' }),
      signatures: [
        { protected: encode({ alg: 'ES256' }), signature: signature(64) },
        { protected: encode({ alg: 'HS384' }), signature: signature(48) },
      ],
    });
    const target = strengthTarget(general);
    assert.equal(!isStrengthRefusal(target) && target.alg, 'HS384');
    const prefixed = strengthTarget(`Bearer ${aCompactJws({ alg: 'HS256' }, {}, signature(32))}`);
    assert.equal(!isStrengthRefusal(prefixed) && prefixed.alg, 'HS256');
  });
});
