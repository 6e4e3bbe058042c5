import assert from 'node:assert/strict';
import { generateKey, type KeySpec } from '../../../src/core/keys/generateKey';
import { hasPrivate } from '../../../src/core/keys/jwk';
import type { Key } from '../../../src/core/keys/key';
import { isKeyProblem } from '../../../src/core/keys/keyProblem';
import { readKeys } from '../../../src/core/keys/readKeys';
import { keyBits, weaknessesOf } from '../../../src/core/keys/summarizeKey';
import { thumbprint } from '../../../src/core/keys/thumbprint';
import { keyOutputs, writeKey, type KeyOutput } from '../../../src/core/keys/write/writeKey';

const generate = async (spec: KeySpec): Promise<Key> => {
  const key = await generateKey(spec);
  assert.ok(!isKeyProblem(key), JSON.stringify(key));
  return key;
};
const publicOutputs: readonly KeyOutput[] = ['publicJwk', 'publicJwkSet', 'spkiPem', 'opensshPublic'];
const pairOutputs: readonly KeyOutput[] = ['publicJwk', 'publicJwkSet', 'spkiPem', 'privateJwk', 'pkcs8Pem'];
const sshOutputs: readonly KeyOutput[] = ['opensshPublic', 'opensshPrivate'];

const specs: [what: string, spec: KeySpec, bits: number, outputs: readonly KeyOutput[]][] = [
  ['a secret for HS256', { kty: 'oct', alg: 'HS256' }, 256, ['privateJwk']],
  ['a secret for HS384', { kty: 'oct', alg: 'HS384' }, 384, ['privateJwk']],
  ['a secret for HS512', { kty: 'oct', alg: 'HS512' }, 512, ['privateJwk']],
  ['a secret of 128 bits', { kty: 'oct', bits: 128 }, 128, ['privateJwk']],
  ['RSA 2048', { kty: 'RSA', bits: 2048, alg: 'PS256' }, 2048, [...pairOutputs, ...sshOutputs]],
  ['RSA 3072', { kty: 'RSA', bits: 3072 }, 3072, [...pairOutputs, ...sshOutputs]],
  ['P-256', { kty: 'EC', crv: 'P-256', alg: 'ES256' }, 256, [...pairOutputs, ...sshOutputs]],
  ['P-384', { kty: 'EC', crv: 'P-384' }, 384, [...pairOutputs, ...sshOutputs]],
  ['P-521', { kty: 'EC', crv: 'P-521' }, 521, [...pairOutputs, ...sshOutputs]],
  ['secp256k1', { kty: 'EC', crv: 'secp256k1' }, 256, pairOutputs],
  ['Ed25519', { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' }, 256, [...pairOutputs, ...sshOutputs]],
  ['Ed448', { kty: 'OKP', crv: 'Ed448' }, 456, pairOutputs],
  ['X25519', { kty: 'OKP', crv: 'X25519' }, 256, pairOutputs],
  ['X448', { kty: 'OKP', crv: 'X448' }, 448, pairOutputs],
  ['ML-DSA-44', { kty: 'AKP', alg: 'ML-DSA-44' }, 10496, pairOutputs],
  ['ML-DSA-65', { kty: 'AKP', alg: 'ML-DSA-65' }, 15616, pairOutputs],
  ['ML-DSA-87', { kty: 'AKP', alg: 'ML-DSA-87' }, 20736, pairOutputs],
];

describe('generateKey', () => {
  for (const [what, spec, bits, outputs] of specs) {
    it(`makes ${what}, another one each time`, async () => {
      const [key, other] = [await generate(spec), await generate(spec)];
      assert.equal(keyBits(key.material), bits);
      assert.ok(hasPrivate(key.material));
      assert.notDeepEqual(key.material, other.material);
      assert.equal(key.labels.alg, spec.alg);
      const kid = key.material.kty === 'oct' ? undefined : await thumbprint(key.material);
      assert.equal(key.labels.kid, kid);
    });
    it(`writes ${what} in every format it has, and reads it back`, async () => {
      const key = await generate(spec);
      assert.deepEqual(keyOutputs(key).toSorted(), [...outputs].sort());
      for (const output of outputs) {
        const text = await writeKey(key, output);
        assert.ok(typeof text === 'string' && text.endsWith('\n'), output);
        const { keys, problems } = await readKeys({ bytes: new TextEncoder().encode(text) });
        assert.deepEqual(problems, [], output);
        assert.equal(keys.length, 1, output);
        const { material } = keys[0];
        assert.equal(await thumbprint(material), await thumbprint(key.material), output);
        assert.equal(hasPrivate(material), !publicOutputs.includes(output), output);
        if (hasPrivate(material)) assert.deepEqual(material, key.material, output);
        if (output.includes('Jwk')) assert.equal(keys[0].labels.kid, key.labels.kid, output);
      }
    });
  }

  it('makes keys nothing can be said against', async () => {
    for (const [, spec] of specs.filter(([what]) => !what.includes('128')))
      assert.deepEqual(weaknessesOf(await generate(spec), 0), []);
  });
  it('takes the key id it is given', async () => {
    const key = await generateKey({ kty: 'oct' }, { kid: 'mine' });
    assert.ok(!isKeyProblem(key) && key.labels.kid === 'mine');
  });
  it('tells that RSA takes WebCrypto, and that a curve is unknown', async () => {
    const problems = [
      await generateKey({ kty: 'RSA', bits: 2048 }, { engine: null }),
      await generateKey({ kty: 'OKP', crv: 'P-256' }),
      await generateKey({ kty: 'AKP', alg: 'ML-DSA-1' }),
    ];
    assert.deepEqual(
      problems.map((problem) => isKeyProblem(problem) && problem.code),
      ['cannotGenerate', 'jwkUnknownCurve', 'jwkUnknownAlgorithm'],
    );
  });
  it('takes all its chance from the source given', async () => {
    const random = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(7);
    for (const [, spec] of specs.filter(([, { kty }]) => kty !== 'RSA'))
      assert.deepEqual(await generateKey(spec, { random }), await generateKey(spec, { random }));
  });
});
