import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagnoseToken } from '../../../src/core/diagnose/diagnoseToken';
import { attackCodes, isMendedInPlace } from '../../../src/core/diagnose/codes';
import type { KeyConfiguration } from '../../../src/core/diagnose/diagnosis';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { Key } from '../../../src/core/keys/key';
import { verifySignature } from '../../../src/core/verify/verifySignature';
import { aPair, aKey } from '../../support/keyMaterial';
import { realPort } from '../../support/realPort';
import { file, secret } from './aCase';
import { publicPem, signed, signer } from './signing';

const text = 'plain-harbor-umber-41f0';
const kinds: readonly {
  readonly token: string;
  readonly configuration: KeyConfiguration;
  readonly key: Key;
}[] = [
  {
    token: signed({ alg: 'HS256' }, { sub: 'ada', n: 7 }, text),
    configuration: secret('key', text),
    key: aKey({ kty: 'oct', k: new Uint8Array(Buffer.from(text)) }),
  },
  {
    token: signed({ alg: 'ES256' }, { sub: 'ada', n: 7 }, signer('P-256')),
    configuration: file('key', publicPem('P-256')),
    key: aKey(aPair('P-256').material),
  },
  {
    token: signed({ alg: 'RS256' }, { sub: 'ada', n: 7 }, signer('RSA-1024')),
    configuration: file('key', publicPem('RSA-1024')),
    key: aKey(aPair('RSA-1024').material),
  },
];

async function verifies(repaired: string, key: Key): Promise<boolean> {
  const token = parseToken(repaired);
  return token.kind === 'jws' && (await verifySignature(token, 0, key)).status === 'valid';
}

const characters = fc.constantFrom(...Array.from('ABab019-_.~=+/%\\ \n"&>{}é'));
/** Up to three edits at any place: characters put in, taken out, or replaced. */
const damage = fc.array(
  fc.record({ at: fc.nat(2000), remove: fc.nat(3), insert: fc.array(characters, { maxLength: 3 }) }),
  {
    minLength: 1,
    maxLength: 3,
  },
);

describe('the honesty of a diagnosis', function () {
  this.timeout(120_000);

  it('offers only repaired tokens that the strict verifier takes, however a token was damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...kinds), damage, async ({ token, configuration, key }, edits) => {
        const damaged = edits.reduce((current, { at, remove, insert }) => {
          const place = at % (current.length + 1);
          return current.slice(0, place) + insert.join('') + current.slice(place + remove);
        }, token);
        const diagnosis = await diagnoseToken({ token: damaged, keys: [configuration], port: realPort() });
        if (diagnosis.status === 'none') assert.ok(await verifies(damaged, key));
        if (diagnosis.status !== 'cause' || diagnosis.evidence === 'form') return;
        assert.ok(!attackCodes.has(diagnosis.code) || diagnosis.code === 'alg-swapped', diagnosis.code);
        // Whatever was done to it: nobody signed another token with this key, so the repaired one says the same.
        assert.ok(isMendedInPlace(diagnosis.code), diagnosis.code);
        assert.ok(diagnosis.repaired !== undefined && (await verifies(diagnosis.repaired, key)));
        assert.equal(diagnosis.repaired.split('.')[1], token.split('.')[1]);
      }),
      { numRuns: 60 },
    );
  });

  it('explains no signature that no known key made', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('HS256', 'RS256', 'ES256', 'PS384', 'EdDSA'),
        fc.uint8Array({ minLength: 64, maxLength: 132 }),
        fc.dictionary(fc.string({ maxLength: 6 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
        async (alg, octets, claims) => {
          const segments = [JSON.stringify({ alg }), JSON.stringify(claims), octets];
          const token = segments.map((part) => Buffer.from(part).toString('base64url')).join('.');
          const keys = [...kinds.map(({ configuration }) => configuration), file('ed', publicPem('Ed25519'))];
          const diagnosis = await diagnoseToken({ token, keys, port: realPort() });
          assert.equal(diagnosis.status === 'cause' ? diagnosis.evidence : diagnosis.status, 'unknown');
        },
      ),
      { numRuns: 20 },
    );
  });
});
