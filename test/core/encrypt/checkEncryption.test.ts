import assert from 'node:assert/strict';
import { checkEncryption } from '../../../src/core/encrypt/checkEncryption';
import type { KeyMaterial } from '../../../src/core/keys/key';
import { aPair } from '../../support/keyMaterial';

const secret: KeyMaterial = { kty: 'oct', k: new Uint8Array(32) };
const { material: rsa } = aPair('RSA-2048');
const { material: ec } = aPair('P-256');
const { material: ed25519 } = aPair('Ed25519');
const enc = 'A256GCM';

describe('checkEncryption', () => {
  for (const [header, material] of [
    [{ alg: 'dir', enc }, secret],
    [{ alg: 'A256KW', enc, kid: 'k' }, secret],
    [{ alg: 'RSA-OAEP-256', enc, zip: 'DEF' }, rsa],
    [{ alg: 'ECDH-ES', enc, apu: 'QWxpY2U', apv: '' }, ec],
    [{ alg: 'PBES2-HS256+A128KW', enc, p2c: 1_000_000 }, 'password'],
  ] as const)
    it(`finds nothing against ${JSON.stringify(header)}`, () => {
      const checked = checkEncryption(JSON.stringify(header), material);
      assert.deepEqual(checked.problems, []);
      assert.equal(checked.algorithm?.alg, header.alg);
      assert.equal(checked.encryption?.enc, enc);
      assert.equal(checked.isCompressed, 'zip' in header);
      assert.ok(checked.header);
    });

  for (const [text, material, code, facts] of [
    ['[]', secret, 'json.notObject', { segment: 'header', found: 'array' }],
    ['{"alg":"dir"}', secret, 'header.missing', { name: 'enc' }],
    [`{"enc":"${enc}"}`, secret, 'header.missing', { name: 'alg' }],
    [`{"alg":"RSA1_5","enc":"${enc}"}`, rsa, 'encryption.unknown', { name: 'alg', value: 'RSA1_5' }],
    [`{"alg":"X","enc":"${enc}"}`, secret, 'encryption.unknown', { name: 'alg', value: 'X' }],
    ['{"alg":"dir","enc":"Y"}', secret, 'encryption.unknown', { name: 'enc', value: 'Y' }],
    [`{"alg":"dir","enc":"${enc}","zip":"GZ"}`, secret, 'encryption.unknown', { name: 'zip', value: 'GZ' }],
    ...['epk', 'iv', 'tag', 'p2s'].map(
      (name) =>
        [
          `{"alg":"dir","enc":"${enc}","${name}":${name === 'epk' ? '{}' : '"AA"'}}`,
          ...([secret, 'header.repeated', { name }] as const),
        ] as const,
    ),
    ...['apu', 'apv'].map(
      (name) =>
        [
          `{"alg":"ECDH-ES","enc":"${enc}","${name}":"no base64url"}`,
          ...([ec, 'header.type', { name, expected: 'base64url', found: 'string' }] as const),
        ] as const,
    ),
    [
      `{"alg":"PBES2-HS256+A128KW","enc":"${enc}","p2c":1000001}`,
      'password',
      'header.type',
      { name: 'p2c', expected: 'at most 1000000', found: '1000001' },
    ],
    [`{"alg":"dir","enc":"${enc}"}`, rsa, 'alg.keyMismatch', { alg: 'dir', expected: 'oct', found: 'RSA' }],
    [
      `{"alg":"dir","enc":"${enc}"}`,
      'password',
      'alg.keyMismatch',
      { alg: 'dir', expected: 'oct', found: 'password' },
    ],
    [
      `{"alg":"ECDH-ES","enc":"${enc}"}`,
      ed25519,
      'alg.keyMismatch',
      { alg: 'ECDH-ES', expected: 'P-256, P-384, P-521, X25519, X448', found: 'Ed25519' },
    ],
  ] as const)
    it(`tells ${code} of ${text}`, () => {
      const { problems } = checkEncryption(text, material);
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.facts]),
        [[code, facts]],
      );
    });

  it('tells the place of a fault of the JSON', () => {
    const [problem] = checkEncryption('{"alg":,}', secret).problems;
    assert.equal(problem.code, 'json.syntax');
    assert.deepEqual(problem.span, { start: 7, end: 7 });
  });
});
