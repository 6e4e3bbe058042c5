import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { parseToken } from '../../../src/core/jose/parseToken';
import { pyjwtDecode } from '../../../src/core/pyjwt/decode';
import { pyjwtEncode } from '../../../src/core/pyjwt/encode';
import { pythonOf } from '../../../src/core/pyjwt/python/pythonOf';
import { verifySignature } from '../../../src/core/verify/verifySignature';
import { aKey, aPair } from '../../support/keyMaterial';
import { dict, now, secret } from './pyjwtCalls';
import { privatePem, publicPem } from './pyjwtKeys';

const keys = {
  HS256: { own: secret, other: secret, key: aKey({ kty: 'oct', k: utf8Bytes(secret) }) },
  RS256: { own: privatePem('RSA-2048'), other: publicPem('RSA-2048'), key: aKey(aPair('RSA-2048').material) },
  PS256: { own: privatePem('RSA-2048'), other: publicPem('RSA-2048'), key: aKey(aPair('RSA-2048').material) },
  ES256: { own: privatePem('P-256'), other: publicPem('P-256'), key: aKey(aPair('P-256').material) },
  ES256K: {
    own: privatePem('secp256k1'),
    other: publicPem('secp256k1'),
    key: aKey(aPair('secp256k1').material),
  },
  EdDSA: { own: privatePem('Ed448'), other: publicPem('Ed448'), key: aKey(aPair('Ed448').material) },
} as const;
type Alg = keyof typeof keys;

const anyClaims = fc.dictionary(
  fc.constantFrom('sub', 'role', 'é', 'x'),
  fc.oneof(fc.string(), fc.maxSafeInteger(), fc.boolean()),
);

describe('what PyJWT accepts', () => {
  it('has a signature that is valid in the strict sense too, changed or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(Object.keys(keys) as Alg[])),
        anyClaims,
        fc.option(
          fc.tuple(fc.nat(), fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '-', '_', '=', '.', '+', ' ')),
        ),
        async (alg, claims, change) => {
          const { own, other, key } = keys[alg];
          const payload = new Map([...dict(claims)].filter(([name]) => name !== 'sub'));
          const encoded = await pyjwtEncode({ payload, key: own, algorithm: alg });
          assert.ok(encoded.accepted);
          const at = (change?.[0] ?? 0) % encoded.token.length;
          const token = change
            ? encoded.token.slice(0, at) + change[1] + encoded.token.slice(at + 1)
            : encoded.token;
          const verdict = await pyjwtDecode({ token, key: other, algorithms: [alg], now });
          if (!change) assert.ok(verdict.accepted);
          if (!verdict.accepted) return;
          const parsed = parseToken(token);
          assert.ok(parsed.kind === 'jws');
          assert.deepEqual(await verifySignature(parsed, 0, key), { status: 'valid' });
          assert.deepEqual(verdict.payload, pythonOf(Object.fromEntries(payload)));
        },
      ),
      { numRuns: 150 },
    );
  });
});
