import assert from 'node:assert/strict';
import fc from 'fast-check';
import { KeyUnusable } from '../../../src/core/crypto/cryptoErrors';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { JwsToken } from '../../../src/core/jose/token';
import { compactDraft } from '../../../src/core/sign/compactDraft';
import { DraftUnusable } from '../../../src/core/sign/draftUnusable';
import { signToken, type SigningOptions } from '../../../src/core/sign/signToken';
import { verifySignature, type SignatureResult } from '../../../src/core/verify/verifySignature';
import { everySigner } from '../../support/everyAlgorithm';
import { aKey, aPair } from '../../support/keyMaterial';

const secret = aKey({ kty: 'oct', k: utf8Bytes('my_super_secret') });

function jws(text: string): JwsToken {
  const token = parseToken(text);
  assert.ok(token.kind === 'jws', `${token.kind}: ${text.slice(0, 60)}`);
  return token;
}
async function statusOf(result: Promise<SignatureResult>): Promise<string> {
  return (await result).status;
}
const refusal = (code: string) => (error: unknown) =>
  error instanceof DraftUnusable && error.problems.some((problem) => problem.code === code);

describe('signToken', () => {
  it('gives exactly the token the tutorial prints', async () => {
    const draft = {
      headerText: '{"typ":"JWT","alg":"HS256"}',
      payloadText: '{"sub":"4242","name":"Jessica Temporal","nickname":"Jess"}',
    };
    assert.equal(
      await signToken(draft, secret),
      'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MjQyIiwibmFtZSI6Ikplc3NpY2EgVGVtcG9yYWwiLCJuaWNrbmFtZSI6Ikplc3MifQ.EDkUUxaM439gWLsQ8a8mJWIvQtgZe0et3O3z4Fd_J8o',
    );
  });

  it('signs RFC 7515 appendix A.1 with its line ends as they are', async () => {
    const k = new Uint8Array(
      Buffer.from(
        'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
        'base64url',
      ),
    );
    const draft = {
      headerText: '{"typ":"JWT",\r\n "alg":"HS256"}',
      payloadText: '{"iss":"joe",\r\n "exp":1300819380,\r\n "http://example.com/is_root":true}',
    };
    assert.equal(
      await signToken(draft, aKey({ kty: 'oct', k })),
      'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    );
  });

  for (const { alg, name, key } of everySigner)
    it(`makes tokens that verify, whatever they say: ${name}`, async () => {
      const headerText = JSON.stringify({ alg });
      await fc.assert(
        fc.asyncProperty(
          fc.json(),
          fc.constantFrom('compact', 'flattened'),
          async (payloadText, serialization) => {
            const options = { serialization } as SigningOptions;
            const text = await signToken({ headerText, payloadText }, key, options);
            assert.equal(await statusOf(verifySignature(jws(text), 0, key)), 'valid');
          },
        ),
        { numRuns: 12, seed: 7 },
      );
    });

  it('signs a payload as it is under b64 false', async () => {
    const headerText = '{"alg":"HS256","b64":false,"crit":["b64"]}';
    const inside = await signToken({ headerText, payloadText: '"$02"' }, secret);
    assert.equal(inside.split('.')[1], '"$02"');
    assert.equal(await statusOf(verifySignature(jws(inside), 0, secret)), 'valid');
    const dotted = { headerText, payloadText: '{"pi":3.14}' };
    await assert.rejects(signToken(dotted, secret), refusal('b64.payloadDot'));
    const detached = await signToken(dotted, secret, { detached: true });
    const detachedPayload = utf8Bytes(dotted.payloadText);
    assert.equal(await statusOf(verifySignature(jws(detached), 0, secret, { detachedPayload })), 'valid');
    const flattened = await signToken(dotted, secret, { serialization: 'flattened' });
    assert.equal(await statusOf(verifySignature(jws(flattened), 0, secret)), 'valid');
  });

  it('writes one signature flattened, not as a list of one', async () => {
    const draft = { headerText: '{"alg":"HS256"}', payloadText: '{"a":1}' };
    const [header, payload, signature] = (await signToken(draft, secret)).split('.');
    const flattened: unknown = JSON.parse(await signToken(draft, secret, { serialization: 'flattened' }));
    assert.deepEqual(flattened, { payload, protected: header, signature });
  });

  it('asks for a key where the algorithm takes one', async () => {
    const draft = { headerText: '{"alg":"HS256"}', payloadText: '{}' };
    await assert.rejects(
      signToken(draft),
      (error) => error instanceof KeyUnusable && error.fault === 'notPrivate',
    );
  });

  it('leaves a detached payload out in both serializations', async () => {
    const draft = { headerText: '{"alg":"HS256"}', payloadText: '{"a":1}' };
    for (const serialization of ['compact', 'flattened'] as const) {
      const token = jws(await signToken(draft, secret, { serialization, detached: true }));
      assert.equal(token.payload.segment.text, '');
      const detachedPayload = utf8Bytes(draft.payloadText);
      assert.equal(await statusOf(verifySignature(token, 0, secret, { detachedPayload })), 'valid');
      const missing = await verifySignature(token, 0, secret);
      assert.deepEqual(missing, { status: 'unverifiable', reason: { code: 'payloadDetached' } });
    }
  });

  it('makes an unsecured token of none, with whatever key and without one', async () => {
    const draft = { headerText: '{"alg":"none"}', payloadText: '{}' };
    assert.equal(await signToken(draft), 'eyJhbGciOiJub25lIn0.e30.');
    assert.equal(await signToken(draft, secret), 'eyJhbGciOiJub25lIn0.e30.');
  });

  const refused: readonly [string, string, string][] = [
    ['no JSON', '{"alg":', 'json.syntax'],
    ['no object', '["HS256"]', 'json.notObject'],
    ['no alg', '{}', 'header.missing'],
    ['alg of another type', '{"alg":256}', 'header.type'],
    ['an unknown alg', '{"alg":"hs256"}', 'alg.unknown'],
    ['a name twice', '{"alg":"HS256","alg":"HS256"}', 'json.duplicateName'],
    ['an empty crit', '{"alg":"HS256","crit":[]}', 'crit.malformed'],
    ['crit of what is not there', '{"alg":"HS256","crit":["exp"]}', 'crit.missingParameter'],
    ['b64 false that is not critical', '{"alg":"HS256","b64":false}', 'b64.notCritical'],
    ['half a surrogate pair', '{"alg":"HS256","kid":"\ud800"}', 'utf8.invalid'],
    ['an algorithm for another key', '{"alg":"RS256"}', 'alg.keyMismatch'],
  ];
  for (const [what, headerText, code] of refused)
    it(`refuses a header with ${what}`, async () => {
      await assert.rejects(signToken({ headerText, payloadText: '{}' }, secret), refusal(code));
    });

  it('refuses to sign with a public key, with no key, and with the text of a public key as a secret', async () => {
    const { publicKey, material } = aPair('P-256');
    assert.ok(material.kty === 'EC');
    const draft = { headerText: '{"alg":"ES256"}', payloadText: '{}' };
    const publicOnly = aKey({ kty: 'EC', crv: material.crv, x: material.x, y: material.y });
    await assert.rejects(signToken(draft, publicOnly), refusal('alg.keyMismatch'));
    await assert.rejects(signToken(draft), KeyUnusable);
    const pem = utf8Bytes(publicKey.export({ format: 'pem', type: 'spki' }) as string);
    const asSecret = aKey({ kty: 'oct', k: pem });
    const confused = signToken({ ...draft, headerText: '{"alg":"HS256"}' }, asSecret);
    await assert.rejects(
      confused,
      (error) => error instanceof KeyUnusable && error.fault === 'secretIsPublicKey',
    );
  });
});

describe('compactDraft', () => {
  it('takes white space away and nothing else', () => {
    const draft = {
      headerText: '{\r\n  "alg" : "HS256",\t"x\\" y" : "a \\\\" }',
      payloadText: '[ 1.0 , 12345678901234567890 , 1e+3 , "\\u0041 \\/" , { "b" : 1 , "b" : 2 } ]',
    };
    assert.deepEqual(compactDraft(draft), {
      headerText: '{"alg":"HS256","x\\" y":"a \\\\"}',
      payloadText: '[1.0,12345678901234567890,1e+3,"\\u0041 \\/",{"b":1,"b":2}]',
    });
  });

  it('leaves what is no JSON as it is', () => {
    const draft = { headerText: '{ "alg": ', payloadText: 'plain  text' };
    assert.deepEqual(compactDraft(draft), draft);
  });

  it('gives what JSON.stringify gives for any JSON however it is spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 8 }), (value, indent) => {
        const { payloadText } = compactDraft({
          headerText: '',
          payloadText: JSON.stringify(value, null, indent),
        });
        assert.equal(payloadText, JSON.stringify(value));
      }),
    );
  });

  it('takes linear time for a string of millions of escapes', () => {
    const payloadText = `["${'\\\\'.repeat(2_000_000)}" ]`;
    assert.equal(compactDraft({ headerText: '', payloadText }).payloadText.length, payloadText.length - 1);
  });
});
