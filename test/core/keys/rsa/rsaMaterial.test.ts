import assert from 'node:assert/strict';
import type { RsaMaterial } from '../../../../src/core/keys/key';
import { isKeyProblem } from '../../../../src/core/keys/keyProblem';
import { bitLength, rsaMaterial, type RsaNumbers } from '../../../../src/core/keys/rsa/rsaMaterial';
import { aPair } from '../../../support/keyMaterial';

const { n, e, private: secret } = aPair('RSA-2048').material as RsaMaterial;
const numbers: Required<RsaNumbers> = { n, e, d: secret!.d, ...secret!.crt! };
const codeOf = (changed: Partial<RsaNumbers>): string => {
  const result = rsaMaterial('pkcs8', { ...numbers, ...changed });
  return isKeyProblem(result) ? result.code : 'read';
};

describe('rsaMaterial', () => {
  it('takes leading zeros off every number', () => {
    const padded = Object.fromEntries(
      Object.entries(numbers).map(([name, octets]) => [name, Uint8Array.of(0, 0, ...octets)]),
    ) as unknown as RsaNumbers;
    assert.deepEqual(rsaMaterial('pkcs8', padded), rsaMaterial('pkcs8', numbers));
  });
  for (const name of ['p', 'q', 'dp', 'dq', 'qi'] as const)
    it(`refuses a key whose ${name} is not its own`, () => {
      const other = numbers[name].slice();
      other[other.length - 1] ^= 4;
      assert.equal(codeOf({ [name]: other }), 'inconsistent');
    });
  const damaged: [what: string, changed: Partial<RsaNumbers>][] = [
    ['no modulus', { n: new Uint8Array() }],
    ['a modulus of zero', { n: new Uint8Array(256) }],
    ['an even modulus', { n: Uint8Array.of(...n.slice(0, -1), 2) }],
    ['an even exponent', { e: Uint8Array.of(2) }],
    ['an exponent longer than the modulus', { e: new Uint8Array(n.length + 1).fill(1) }],
    ['a private exponent of zero', { d: new Uint8Array(3) }],
    ['a private exponent longer than the modulus', { d: new Uint8Array(n.length + 1).fill(1) }],
    ['a factor of zero', { p: Uint8Array.of(0) }],
  ];
  for (const [what, changed] of damaged)
    it(`refuses ${what}`, () => {
      assert.equal(codeOf(changed), 'damaged');
    });
  it('refuses a modulus beyond 16384 bits before it computes with it', () => {
    assert.equal(codeOf({ n: new Uint8Array(100_000).fill(255) }), 'rsaTooLarge');
  });
});

describe('bitLength', () => {
  it('counts from the highest bit set', () => {
    assert.equal(bitLength(new Uint8Array()), 0);
    assert.equal(bitLength(Uint8Array.of(1)), 1);
    assert.equal(bitLength(Uint8Array.of(0x80, 0)), 16);
    assert.equal(bitLength(n), 2048);
  });
});
