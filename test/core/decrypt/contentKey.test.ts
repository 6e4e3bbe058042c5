import assert from 'node:assert/strict';
import { hostEngine, hostRandom } from '../../../src/core/crypto/engine';
import { contentKey } from '../../../src/core/decrypt/contentKey';
import { recipientPlan } from '../../../src/core/decrypt/recipientPlan';
import { keyManagementAlgorithms } from '../../../src/core/jose/encryptionAlgorithms';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { JweToken } from '../../../src/core/jose/token';
import { jsonSegment } from '../../support/aToken';
import { aPair } from '../../support/keyMaterial';

const secret = { kty: 'oct', k: new Uint8Array(16) } as const;

function jwe(alg: string): JweToken {
  const token = parseToken([jsonSegment({ alg, enc: 'A128GCM' }), 'AAAA', 'AAAA', 'AAAA', 'AAAA'].join('.'));
  assert.ok(token.kind === 'jwe');
  return token;
}

describe('a content encryption key', () => {
  for (const { alg, kty } of keyManagementAlgorithms.values())
    it(`is not looked for with a key of another type: ${alg}`, async () => {
      const plan = recipientPlan(jwe(alg), 0);
      assert.ok('value' in plan);
      const material = kty === 'oct' ? aPair('RSA-2048').material : secret;
      const budget = { iterations: 10, limit: 10 };
      const request = { plan: plan.value, material, engine: hostEngine(), random: hostRandom, budget };
      assert.deepEqual(await contentKey(request), { reason: { code: 'keyUnusable', fault: 'keyType' } });
    });

  it('is sent to no recipient that the token does not have', () => {
    assert.deepEqual(recipientPlan(jwe('dir'), 1), { reason: { code: 'malformed' } });
  });
});
