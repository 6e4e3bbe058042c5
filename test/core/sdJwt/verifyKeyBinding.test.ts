import assert from 'node:assert/strict';
import type { JsonObject } from '../../../src/core/encoding/jsonNode';
import { toJwk } from '../../../src/core/keys/jwk';
import type { Key } from '../../../src/core/keys/key';
import { processSdJwt } from '../../../src/core/sdJwt/processSdJwt';
import { verifyKeyBinding, type KeyBindingVerification } from '../../../src/core/sdJwt/verifyKeyBinding';
import { signToken } from '../../../src/core/sign/signToken';
import { aDisclosure, anSdJwt, digestOf } from '../../support/anSdJwt';
import { aKey, aPair } from '../../support/keyMaterial';

const holder = aKey(aPair('P-256').material);
const stranger = aKey(aPair('Ed25519').material);
const disclosure = aDisclosure('salt', 'a', 1);

/** An SD-JWT that names the holder's key, bound by a signature of the key given. */
async function verify(jwk: unknown, signer: Key, given?: Key, edit = ''): Promise<KeyBindingVerification> {
  const payload = { _sd: [digestOf(disclosure)], ...(jwk === undefined ? {} : { cnf: { jwk } }) };
  const hash = digestOf(anSdJwt(payload, [disclosure]).text);
  const alg = signer === holder ? 'ES256' : 'EdDSA';
  const keyBinding = await signToken(
    {
      headerText: JSON.stringify({ alg, typ: 'kb+jwt' }),
      payloadText: JSON.stringify({ iat: 1, aud: 'a', nonce: 'n', sd_hash: hash + edit }),
    },
    signer,
  );
  const token = anSdJwt(payload, [disclosure], keyBinding);
  const processed: JsonObject | undefined = (await processSdJwt(token))?.payload;
  const report = await verifyKeyBinding(token, processed, given);
  assert.ok(report);
  return report;
}

const publicJwk = toJwk(holder, { private: false });

describe('verifyKeyBinding', () => {
  it('is valid with the key that the payload names', async () => {
    const report = await verify(publicJwk, holder);
    assert.equal(report.signature?.status, 'valid');
    assert.equal(report.isValid, true);
  });

  it('is not valid when another key made it', async () => {
    const report = await verify(publicJwk, stranger);
    assert.equal(report.signature?.status, 'unverifiable');
    assert.equal(report.isValid, false);
  });

  it('is not valid when a check fails, be the signature right', async () => {
    const report = await verify(publicJwk, holder, undefined, 'x');
    assert.equal(report.signature?.status, 'valid');
    assert.equal(report.isValid, false);
  });

  it('takes a key that is given before the one that is named', async () => {
    assert.equal((await verify(undefined, stranger, stranger)).isValid, true);
    assert.equal((await verify(publicJwk, holder, stranger)).isValid, false);
  });

  it('is not valid without a key, or with one that cannot be read', async () => {
    const without = await verify(undefined, holder);
    assert.deepEqual([without.signature, without.isValid], [undefined, false]);
    const broken = await verify({ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }, holder);
    assert.ok(broken.keyProblem);
    assert.equal(broken.isValid, false);
  });

  it('is nothing to an SD-JWT without key binding', async () => {
    assert.equal(await verifyKeyBinding(anSdJwt({}, []), undefined), undefined);
  });
});
