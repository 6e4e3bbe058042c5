import assert from 'node:assert/strict';
import { ECDH } from 'node:crypto';
import { FormatFault } from '../../../../src/core/encoding/formatFault';
import { curves } from '../../../../src/core/keys/curve/curves';
import { ecPublic, scalar } from '../../../../src/core/keys/curve/points';
import type { EcMaterial } from '../../../../src/core/keys/key';
import { Refusal } from '../../../../src/core/keys/refusal';
import { aPair } from '../../../support/keyMaterial';

const nodeNames = {
  'P-256': 'prime256v1',
  'P-384': 'secp384r1',
  'P-521': 'secp521r1',
  secp256k1: 'secp256k1',
};

describe('ecPublic', () => {
  for (const [crv, nodeName] of Object.entries(nodeNames)) {
    const row = curves.get(crv)!;
    const { x, y } = aPair(crv as 'P-256').material as EcMaterial;
    const full = Buffer.concat([Uint8Array.of(4), x, y]);
    for (const form of ['uncompressed', 'compressed', 'hybrid'] as const)
      it(`reads a ${form} point of ${crv}`, async () => {
        const point = ECDH.convertKey(full, nodeName, undefined, undefined, form) as Buffer;
        assert.deepEqual(await ecPublic(row, new Uint8Array(point)), { kty: 'EC', crv, x, y });
      });
    it(`refuses what is no point of ${crv}`, async () => {
      const off = Uint8Array.from(full);
      off[off.length - 1] ^= 1;
      const isRefusal = (error: unknown): boolean =>
        error instanceof Refusal && error.problem.code === 'notOnCurve';
      await assert.rejects(ecPublic(row, off), isRefusal);
      const beyond = Uint8Array.of(2, ...new Uint8Array(row.width).fill(255));
      await assert.rejects(ecPublic(row, beyond), isRefusal);
    });
    it(`refuses other lengths and forms for ${crv}`, async () => {
      for (const point of [new Uint8Array(), Uint8Array.of(0), full.subarray(1), full.subarray(0, -1)])
        await assert.rejects(ecPublic(row, point), FormatFault);
    });
  }
});

describe('scalar', () => {
  const row = curves.get('P-521')!;
  it('brings a number to the width of its curve', () => {
    assert.deepEqual(scalar(row, Uint8Array.of(1)), Uint8Array.of(...new Uint8Array(65), 1));
    assert.deepEqual(
      scalar(row, Uint8Array.of(0, ...new Uint8Array(66).fill(1))),
      new Uint8Array(66).fill(1),
    );
  });
  it('refuses zero and what is too long', () => {
    assert.throws(() => scalar(row, new Uint8Array(66)), FormatFault);
    assert.throws(() => scalar(row, new Uint8Array(67).fill(1)), FormatFault);
  });
});
