import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { signatureAlgorithms } from '../../../src/core/jose/algorithms';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { Key, KnownKey } from '../../../src/core/keys/key';
import { signToken } from '../../../src/core/sign/signToken';
import type { VerificationReport } from '../../../src/core/verify/report';
import { trialLimit, verifyToken, type VerificationRequest } from '../../../src/core/verify/verifyToken';
import { aKnownKey, everySigner } from '../../support/everyAlgorithm';
import { aKey, aPair } from '../../support/keyMaterial';

const moment = 1_700_000_000;
const secretOf = (text: string, labels: Key['labels'] = {}): Key =>
  aKey({ kty: 'oct', k: utf8Bytes(text.padEnd(32, '.')) }, labels);

async function report(
  text: string,
  keys: readonly KnownKey[],
  rest: Partial<VerificationRequest> = {},
): Promise<VerificationReport> {
  return verifyToken({ token: parseToken(text), keys, moment, ...rest });
}
async function sign(header: object, payload: object, key: Key): Promise<string> {
  return signToken({ headerText: JSON.stringify(header), payloadText: JSON.stringify(payload) }, key);
}
/** Of each answer the status and what decides it. */
function answers({ signatures }: VerificationReport): string[] {
  return signatures.map((answer) => {
    switch (answer.status) {
      case 'valid':
        return `valid ${answer.key.id} ${answer.chosenBy}`;
      case 'invalid':
        return `invalid ${answer.tried.map(({ id }) => id).join(' ')}`;
      case 'unsecured':
        return 'unsecured';
      case 'unverifiable':
        return `unverifiable ${answer.reason.code}`;
    }
  });
}

describe('verifyToken', () => {
  it('answers four questions apart for a genuine token that is over', async () => {
    const key = secretOf('a');
    const text = await sign({ alg: 'HS256' }, { exp: moment - 1, aud: 'x' }, key);
    const found = await report(text, [aKnownKey(key, 'own')], { policy: { audience: 'y' } });
    assert.deepEqual(answers(found), ['valid own onlyFit']);
    assert.equal(found.wellFormed, true);
    assert.equal(found.time, 'expired');
    assert.deepEqual(
      found.checks.map(({ claim, outcome }) => `${claim} ${outcome}`),
      ['exp failed', 'aud failed'],
    );
    assert.equal(found.moment, moment);
    assert.deepEqual(found.findings, []);
  });

  it('says how a token that nobody can verify stands in time all the same', async () => {
    const text = await sign({ alg: 'HS256' }, { exp: moment + 60 }, secretOf('a'));
    const found = await report(text, [aKnownKey(secretOf('b'), 'other')]);
    assert.deepEqual(answers(found), ['invalid other']);
    assert.equal(found.time, 'inForce');
  });

  it('lets leeway reach the standing in time', async () => {
    const text = await sign({ alg: 'HS256' }, { exp: moment - 3 }, secretOf('a'));
    assert.equal((await report(text, [], { policy: { leeway: 5 } })).time, 'inForce');
    assert.equal((await report(text, [])).time, 'expired');
  });

  it('finds the key among many, and says why it was chosen', async () => {
    const right = secretOf('right', { kid: 'b' });
    const keys = [
      aKnownKey(secretOf('wrong', { kid: 'a' }), 'a'),
      aKnownKey(right, 'b'),
      aKnownKey(aKey(aPair('P-256').material), 'c'),
    ];
    assert.deepEqual(answers(await report(await sign({ alg: 'HS256', kid: 'b' }, {}, right), keys)), [
      'valid b kid',
    ]);
    assert.deepEqual(answers(await report(await sign({ alg: 'HS256' }, {}, right), keys)), ['valid b tried']);
  });

  it('names each reason for which nothing was tested', async () => {
    const key = secretOf('a', { kid: 'mine' });
    const known = aKnownKey(key);
    const text = await sign({ alg: 'HS256', kid: 'theirs' }, {}, secretOf('b'));
    const rsa = aKnownKey(aKey(aPair('RSA-2048').material));
    assert.deepEqual(answers(await report(text, [])), ['unverifiable noKeys']);
    assert.deepEqual(answers(await report(text, [], { trusted: false })), [
      'unverifiable workspaceNotTrusted',
    ]);
    assert.deepEqual(answers(await report(text, [rsa])), ['unverifiable noFittingKey']);
    assert.deepEqual(answers(await report(text, [known])), ['unverifiable kidUnknown']);
    assert.deepEqual(answers(await report(text, [known], { picked: true })), ['invalid key']);
    assert.deepEqual(answers(await report('eyJhbGciOiJub25lIn0.e30.', [known])), ['unsecured']);
    assert.deepEqual(answers(await report('eyJhbGciOiJYWiJ9.e30.AAAA', [known])), [
      'unverifiable algUnknown',
    ]);
    assert.deepEqual(answers(await report('not a token', [known])), ['unverifiable malformed']);
    const jwe = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA';
    assert.deepEqual(answers(await report(jwe, [known])), ['unverifiable encrypted']);
  });

  it('says of a key that cannot be used what is wrong with it', async () => {
    const pem = aPair('RSA-2048').publicKey.export({ format: 'pem', type: 'spki' }) as string;
    const text = await sign({ alg: 'HS256' }, {}, secretOf('a'));
    const known = aKnownKey(aKey({ kty: 'oct', k: utf8Bytes(pem) }), 'pem');
    assert.deepEqual(answers(await report(text, [known])), ['unverifiable noFittingKey']);
    const [answer] = (await report(text, [known], { picked: true })).signatures;
    assert.ok(answer.status === 'unverifiable' && answer.reason.code === 'keyUnusable');
    assert.equal(answer.reason.problem, 'secretIsPublicKey');
    assert.equal(answer.reason.key.id, 'pem');
    const curve = aKnownKey(aKey(aPair('P-256').material));
    const [other] = (await report(text, [curve], { picked: true })).signatures;
    assert.ok(other.status === 'unverifiable' && other.reason.code === 'keyUnusable');
    assert.equal(other.reason.problem, 'keyType');
    // A point that lies on no curve is found out by the test itself.
    const off = aKey({ kty: 'EC', crv: 'P-256', x: new Uint8Array(32), y: new Uint8Array(32) });
    const signed = await sign({ alg: 'ES256' }, {}, aKey(aPair('P-256').material));
    const [untested] = (await report(signed, [aKnownKey(off)])).signatures;
    assert.ok(untested.status === 'unverifiable' && untested.reason.code === 'keyUnusable');
    assert.equal(untested.reason.problem, 'notOnCurve');
  });

  it('stops when cancelled, and after so many tests', async () => {
    const text = await sign({ alg: 'HS256' }, {}, secretOf('none of them'));
    const keys = Array.from({ length: trialLimit + 10 }, (_, index) =>
      aKnownKey(secretOf(`k${index}`), `k${index}`),
    );
    let asked = 0;
    const cancelled = await report(text, keys, { isCancelled: () => ++asked > 3 });
    assert.deepEqual(cancelled.signatures, [
      { status: 'unverifiable', reason: { code: 'stopped', tried: 3 } },
    ]);
    const [limited] = (await report(text, keys)).signatures;
    assert.ok(limited.status === 'unverifiable' && limited.reason.code === 'stopped');
    assert.ok(limited.reason.tried > trialLimit - 3 && limited.reason.tried <= trialLimit);
  });

  it('answers for each signature of a general serialization', async () => {
    const [one, two] = [secretOf('one'), secretOf('two')];
    const parts = await Promise.all([one, two].map((key) => sign({ alg: 'HS256' }, {}, key)));
    const signatures = parts.map((part) => {
      const [header, , signature] = part.split('.');
      return { protected: header, signature };
    });
    const text = JSON.stringify({ payload: 'e30', signatures });
    const found = await report(text, [aKnownKey(one, 'one')]);
    assert.deepEqual(answers(found), ['valid one onlyFit', 'invalid one']);
  });

  it('warns of weak keys that verified, and gives the true answer', async () => {
    const weak = aKey({ kty: 'oct', k: utf8Bytes('12345') });
    const short = await report(await sign({ alg: 'HS512' }, {}, weak), [aKnownKey(weak)]);
    assert.deepEqual(answers(short), ['valid key onlyFit']);
    assert.deepEqual(
      short.findings.map(({ code, facts }) => [code, facts]),
      [['weakKey', { weakness: 'key.secretTooShort', bits: 40, minimum: 512 }]],
    );
    const small = aKey(aPair('RSA-1024').material);
    const rsa = await report(await sign({ alg: 'RS256' }, {}, small), [aKnownKey(small)]);
    assert.deepEqual(answers(rsa), ['valid key onlyFit']);
    assert.deepEqual(rsa.findings[0]?.facts, { weakness: 'key.rsaTooSmall', bits: 1024, minimum: 2048 });
  });

  it('warns when the key has another id than the token names, and when it came with the token', async () => {
    const key = secretOf('a', { kid: 'mine' });
    const text = await sign({ alg: 'HS256', kid: 'theirs' }, {}, key);
    const found = await report(text, [aKnownKey(key, 'key', { from: 'token' })]);
    assert.deepEqual(
      found.findings.map(({ code, severity }) => `${code} ${severity}`),
      ['kidDiffers warning', 'embeddedKey error'],
    );
  });

  it('answers whatever it is given, and says valid of nothing nobody signed', async () => {
    const keys = everySigner.map(({ key }, index) => aKnownKey(key, `key${index}`));
    const algs = fc.constantFrom(...signatureAlgorithms.keys(), 'dir', '', 'x');
    const headers = fc.record(
      {
        alg: fc.oneof(algs, fc.jsonValue()),
        kid: fc.jsonValue(),
        crit: fc.oneof(fc.jsonValue(), fc.array(fc.constantFrom('b64', 'exp', 'alg'))),
        b64: fc.oneof(fc.boolean(), fc.jsonValue()),
        typ: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const claims = fc.dictionary(
      fc.constantFrom('exp', 'nbf', 'iat', 'aud', 'iss', 'sub', 'x'),
      fc.jsonValue(),
    );
    const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const compact = fc
      .tuple(headers, fc.oneof(claims, fc.jsonValue()), fc.oneof(fc.base64String(), fc.constant('AAAA')))
      .map(([header, payload, signature]) => `${encoded(header)}.${encoded(payload)}.${signature}`);
    const json = fc.tuple(headers, headers, claims).map(([one, two, payload]) =>
      JSON.stringify({
        payload: encoded(payload),
        protected: encoded(one),
        header: two,
        signature: 'AAAA',
      }),
    );
    const policy = {
      audience: 'a',
      issuer: ['b'],
      required: ['x'],
      maxAge: 5,
      algorithms: ['HS256'],
      type: 'JWT',
    };
    await fc.assert(
      fc.asyncProperty(fc.oneof(compact, json, fc.string()), async (text) => {
        const found = await report(text, keys, { policy });
        for (const { status } of found.signatures) assert.notEqual(status, 'valid');
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('asks preferred keys first, whatever the key ids say, and the others after them', async () => {
    const [one, two] = [secretOf('a', { kid: 'one' }), secretOf('b')];
    const keys = [aKnownKey(one, 'one'), aKnownKey(two, 'two')];
    const by = async (key: Key): Promise<string> => sign({ alg: 'HS256', kid: 'one' }, {}, key);
    const preferred = new Set(['two', 'gone']);
    assert.deepEqual(answers(await report(await by(two), keys, { preferred })), ['valid two picked']);
    assert.deepEqual(answers(await report(await by(one), keys, { preferred })), ['valid one kid']);
  });

  it('checks whose key made a genuine signature, and only then', async () => {
    const key = secretOf('a');
    const text = await sign({ alg: 'HS256' }, {}, key);
    const checked = async (known: readonly KnownKey[], ...named: string[]): Promise<string[]> =>
      (await report(text, known, { policy: { keys: new Set(named) } })).checks
        .filter(({ claim }) => claim === 'key')
        .map(({ outcome, code }) => `${outcome} ${code}`);
    assert.deepEqual(await checked([aKnownKey(key, 'own')], 'own'), ['passed keyExpected']);
    assert.deepEqual(await checked([aKnownKey(key, 'own')], 'other'), ['failed keyNotExpected']);
    assert.deepEqual(await checked([aKnownKey(secretOf('b'), 'own')], 'own'), []);
  });

  it('calls a token well formed only where nothing is wrong with it', async () => {
    const wellFormed = async (text: string): Promise<boolean> => (await report(text, [])).wellFormed;
    assert.equal(await wellFormed(await sign({ alg: 'HS256' }, {}, secretOf('a'))), true);
    assert.equal(await wellFormed('eyJhbGciOiJIUzI1NiJ9.e30=.AAAA'), false);
    assert.equal(await wellFormed('not a token'), false);
  });

  it('tells nothing of the time and claims of what is no signed token', async () => {
    const jwe = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA';
    for (const text of ['not a token', jwe, await sign({ alg: 'HS256' }, [1], secretOf('a'))]) {
      const { time, checks, findings } = await report(text, [], { policy: { audience: 'a', type: 'JWT' } });
      assert.deepEqual({ time, checks, findings }, { time: 'unknown', checks: [], findings: [] });
    }
  });

  it('holds the header’s algorithm and type against the policy, and nbf against the moment', async () => {
    const text = await sign({ alg: 'HS256', typ: 'at+jwt' }, { nbf: moment + 1 }, secretOf('a'));
    const policy = { algorithms: ['HS256'], type: 'at+jwt' };
    const found = await report(text, [], { policy });
    assert.equal(found.time, 'notYetValid');
    assert.deepEqual(
      found.checks.map(({ claim, outcome }) => `${claim} ${outcome}`),
      ['alg passed', 'typ passed', 'exp notAsked', 'nbf failed'],
    );
  });

  it('verifies a payload that travels apart', async () => {
    const key = aKnownKey(secretOf('a'));
    const [header, , signature] = (await sign({ alg: 'HS256' }, { a: 1 }, key.key)).split('.');
    const detached = `${header}..${signature}`;
    assert.deepEqual(answers(await report(detached, [key])), ['unverifiable payloadDetached']);
    const detachedPayload = utf8Bytes('{"a":1}');
    assert.deepEqual(answers(await report(detached, [key], { detachedPayload })), ['valid key onlyFit']);
    const other = utf8Bytes('{"a":2}');
    assert.deepEqual(answers(await report(detached, [key], { detachedPayload: other })), ['invalid key']);
  });

  it('says that the issuer’s key was chosen as such', async () => {
    const keys = [aKnownKey(secretOf('a'), 'a'), aKnownKey(secretOf('b'), 'b')];
    const text = await sign({ alg: 'HS256' }, {}, secretOf('b'));
    const issuerKeys = new Set(['b']);
    assert.deepEqual(answers(await report(text, keys, { issuerKeys })), ['valid b issuer']);
  });

  it('says of the key somebody picked that it was picked', async () => {
    const key = secretOf('a', { kid: 'k' });
    const text = await sign({ alg: 'HS256', kid: 'k' }, {}, key);
    assert.deepEqual(answers(await report(text, [aKnownKey(key)], { picked: true })), ['valid key picked']);
  });

  it('calls a key id unknown only where every key has another, and one was named', async () => {
    const text = await sign({ alg: 'HS256', kid: 'k' }, {}, secretOf('none'));
    const [theirs, bare] = [aKnownKey(secretOf('a', { kid: 'l' }), 'a'), aKnownKey(secretOf('b'), 'b')];
    const [unknown] = (await report(text, [theirs])).signatures;
    assert.deepEqual(unknown, { status: 'unverifiable', reason: { code: 'kidUnknown', kid: 'k' } });
    assert.deepEqual(answers(await report(text, [theirs, bare])), ['invalid b a']);
    const unnamed = await sign({ alg: 'HS256' }, {}, secretOf('none'));
    assert.deepEqual(answers(await report(unnamed, [theirs])), ['invalid a']);
  });

  it('calls a signature invalid where one key was tested, though another could not be', async () => {
    const text = await sign({ alg: 'ES256' }, {}, aKey(aPair('P-256').material));
    const off = aKnownKey(
      aKey({ kty: 'EC', crv: 'P-256', x: new Uint8Array(32), y: new Uint8Array(32) }),
      'off',
    );
    const other = aKnownKey(everySigner.find(({ alg }) => alg === 'ES256')!.key, 'same');
    const stranger = text.replace(/.(?=.{20}$)/, (each) => (each === 'A' ? 'B' : 'A'));
    assert.deepEqual(answers(await report(stranger, [off, other])), ['invalid same']);
    assert.deepEqual(answers(await report(stranger, [other, off])), ['invalid same']);
  });

  it('spends its tests on all signatures of a token together', async () => {
    const text = await sign({ alg: 'HS256' }, {}, secretOf('none of them'));
    const [header, , signature] = text.split('.');
    const general = JSON.stringify({
      payload: 'e30',
      signatures: [
        { protected: header, signature },
        { protected: header, signature },
      ],
    });
    const keys = Array.from({ length: trialLimit }, (_, index) =>
      aKnownKey(secretOf(`k${index}`), `k${index}`),
    );
    const [, second] = (await report(general, keys)).signatures;
    assert.deepEqual(second, { status: 'unverifiable', reason: { code: 'stopped', tried: 0 } });
  });
});
