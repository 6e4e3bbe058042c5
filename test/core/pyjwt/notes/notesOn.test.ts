import assert from 'node:assert/strict';
import { encodeBase64url } from '../../../../src/core/encoding/base64url';
import { utf8Bytes } from '../../../../src/core/encoding/bytes';
import { pyjwtDecode } from '../../../../src/core/pyjwt/decode';
import type { PyjwtDecodeRequest } from '../../../../src/core/pyjwt/decodeRequest';
import { clientNotes } from '../../../../src/core/pyjwt/notes/clientNotes';
import { note, noteRows, type PyjwtNote } from '../../../../src/core/pyjwt/notes/note';
import { PyJwk } from '../../../../src/core/pyjwt/pyJwk';
import {
  py,
  decodeClaims,
  dict,
  now,
  said,
  secret,
  signatureOver,
  signed,
  timedelta,
  value,
} from '../pyjwtCalls';
import { derOf, privatePem, publicPem } from '../pyjwtKeys';

type Given = Partial<PyjwtDecodeRequest>;

const inShort = (notes: readonly PyjwtNote[]): readonly string[] =>
  notes.map(({ code, facts }) => [code, ...Object.values(facts)].join(' '));

/** Notes on a token of these texts, which PyJWT accepts unless said otherwise; `exp` is there and far enough. */
async function noted(
  given: Given & { readonly header?: string; readonly claims?: object | string; readonly outcome?: string },
): Promise<readonly string[]> {
  const { header = '{"alg":"HS256","typ":"JWT"}', claims = {}, outcome = 'accepted', ...request } = given;
  const text = typeof claims === 'string' ? claims : JSON.stringify({ exp: now + 60, ...claims });
  const token = await signed(header, text, typeof request.key === 'string' ? request.key : secret);
  const verdict = await pyjwtDecode({ token, key: secret, algorithms: ['HS256'], now, ...request });
  assert.equal(verdict.accepted ? 'accepted' : verdict.exception, outcome, said(verdict));
  return inShort(verdict.notes);
}

describe('notes on a call', () => {
  it('has nothing to say of a careful call and a plain token', async () => {
    assert.deepEqual(await noted({}), []);
    assert.deepEqual(
      await noted({
        claims: { iss: 'me', aud: 'us', sub: 's', iat: now - 1, nbf: now - 1 },
        header: '{"alg":"HS256","typ":"JWT","kid":"k-1.a:b@c=é"}',
        options: dict({ require: ['exp'], verify_exp: true }),
        issuer: 'me',
        audience: 'us',
        subject: 's',
        leeway: 60n,
      }),
      [],
    );
  });

  for (const [given, notes] of [
    [{ algorithms: 'HS256' }, ['algorithmsText']],
    [{ algorithms: ['HS256', 'RS256'] }, ['algorithmsMixed']],
    [{ algorithms: ['HS256', 'HS512', 'x'] }, []],
    [{ algorithms: '', outcome: 'DecodeError' }, []],
    [{ options: dict({ require_exp: true }) }, ['optionIgnored require_exp "require": ["exp"]']],
    [{ options: dict({ verify_expiration: false }) }, ['optionIgnored verify_expiration "verify_exp"']],
    [{ options: dict({ verify_ext: true }) }, ['optionIgnored verify_ext']],
    [
      { instanceOptions: dict({ require_iat: 1 }), options: dict({ require_iat: 1 }) },
      ['optionIgnored require_iat "require": ["iat"]'],
    ],
    [{ instanceOptions: dict({ verify_signature: false }) }, ['instanceOptionIgnored verify_signature']],
    [{ instanceOptions: dict({ verify_signature: true }) }, []],
    [{ options: dict({ verify_signature: false }) }, ['nothingVerified']],
    [
      { instanceOptions: dict({ verify_signature: false }), options: dict({ verify_signature: 0 }) },
      ['nothingVerified'],
    ],
    [{ leeway: 600n }, []],
    [{ leeway: 601n }, ['leewayUnusual 601']],
    [{ leeway: -1n }, ['leewayUnusual -1']],
    [{ leeway: true }, ['leewayUnusual 1']],
    [{ leeway: NaN }, ['leewayUnusual NaN']],
    [{ leeway: Infinity }, ['leewayUnusual Infinity']],
    [{ leeway: timedelta(601) }, ['leewayUnusual 601']],
    [{ leeway: timedelta(60) }, []],
    [{ leeway: null, outcome: 'TypeError' }, ['exceptionEscapes TypeError']],
    [{ key: 'short' }, ['keyTooShort']],
    [{ key: publicPem('RSA-2048'), outcome: 'InvalidKeyError' }, []],
    [{ key: null, outcome: 'TypeError' }, ['exceptionEscapes TypeError']],
  ] as readonly (readonly [Given & { outcome?: string }, readonly string[]])[])
    it(`says ${notes.join(', ') || 'nothing'} of arguments`, async () => {
      assert.deepEqual(await noted(given), notes);
    });

  for (const [header, notes, outcome] of [
    ['{"alg":"HS256"}', ['typeUnchecked typ']],
    ['{"alg":"HS256","typ":"jwt"}', ['typeUnchecked typ']],
    [
      '{"alg":"HS256","typ":"JWT","cty":"JWT","zip":"DEF","enc":"x"}',
      ['contentUnchecked cty', 'contentUnchecked zip', 'contentUnchecked enc'],
    ],
    [
      '{"alg":"HS256","typ":"JWT","iss":1,"sub":1,"aud":1}',
      ['replicatedUnchecked iss', 'replicatedUnchecked sub', 'replicatedUnchecked aud'],
    ],
    ['{"alg":"Ed25519","typ":"JWT"}', ['algorithmName Ed25519'], 'InvalidAlgorithmError'],
    ['{"alg":"ES521","typ":"JWT"}', ['algorithmName ES521'], 'InvalidAlgorithmError'],
    ['{"alg":"HS256","typ":"JWT","kid":"../x"}', ['kidUnchecked']],
    ['{"alg":"HS256","typ":"JWT","kid":"a..b"}', ['kidUnchecked']],
    ['{"alg":"HS256","typ":"JWT","kid":"\' or 1"}', ['kidUnchecked']],
    ['{"alg":"HS256","typ":"JWT","kid":""}', []],
    ['{"alg":"HS256","typ":"JWT","b64":true}', ['b64Loose']],
    ['{"alg":"HS256","typ":"JWT","b64":true,"crit":["b64"]}', []],
    ['{"alg":"HS256","typ":"JWT","b64":0,"crit":["b64"]}', ['b64Loose']],
    ['{"alg":"HS256","typ":"JWT","b64":true,"crit":["b64","b64"]}', ['critRepeated']],
    ['{"alg":"HS256","typ":"JWT","x":1,"x":2}', ['namesRepeated header']],
    ['{"alg":"HS256","typ":"JWT","x":NaN}', ['notJsonNumber header']],
    ['\ufeff{"alg":"HS256","typ":"JWT"}', ['encodingNotUtf8 header']],
    ['{"alg":"HS256","typ":"JWT","x":"\\ud800"}', ['encodingNotUtf8 header']],
    ['{"alg":"HS256","typ":"JWT","\\ud800":1}', ['encodingNotUtf8 header']],
  ] as readonly (readonly [string, readonly string[], string?])[])
    it(`says ${notes.join(', ') || 'nothing'} of the header ${header}`, async () => {
      assert.deepEqual(await noted({ header, ...(outcome === undefined ? {} : { outcome }) }), notes);
    });

  for (const [claims, notes, given] of [
    ['{}', ['expiryMissing exp']],
    [{ exp: String(now + 60) }, ['timeNotNumber exp']],
    [{ iat: true }, ['timeNotNumber iat']],
    [{ nbf: 1.5 }, ['timeFractionDropped nbf']],
    ['{"exp":1e300}', ['timeFractionDropped exp', 'timeInMilliseconds exp']],
    [{ exp: now * 1000 }, ['timeInMilliseconds exp']],
    [{ exp: 99_999_999_999 }, []],
    [{ exp: 100_000_000_000 }, ['timeInMilliseconds exp']],
    [{ nbf: now + 60 }, ['timesCrossed nbf'], { leeway: 60n }],
    [{ iat: now + 60 }, ['timesCrossed iat'], { leeway: 60n }],
    [{ iat: now + 59 }, [], { leeway: 60n }],
    [{ iss: 5 }, ['issuerTypeUnchecked iss']],
    [{ aud: '' }, ['audienceFalsy aud']],
    [{ aud: null }, ['audienceFalsy aud'], { audience: 'us', outcome: 'MissingRequiredClaimError' }],
    [{}, ['subjectMissing sub'], { subject: 'x' }],
    [{}, [], { subject: 'x', options: dict({ verify_sub: false }) }],
    ['{"exp":1700000060,"a":[{"b":-Infinity}]}', ['notJsonNumber payload']],
    ['{"exp":1700000060,"a":{"b":1,"b":2}}', ['namesRepeated payload']],
    ['{"exp":"x"}', [], { outcome: 'DecodeError' }],
    ['[]', ['expiryMissing exp'], { outcome: 'DecodeError' }],
  ] as readonly (readonly [object | string, readonly string[], (Given & { outcome?: string })?])[])
    it(`says ${notes.join(', ') || 'nothing'} of the claims ${JSON.stringify(claims)}`, async () => {
      assert.deepEqual(await noted({ claims, ...given }), notes);
    });

  it('speaks of an expired token too, and of one with a wrong signature', async () => {
    assert.deepEqual(inShort((await decodeClaims({ exp: 5, iss: 5 })).notes), ['issuerTypeUnchecked iss']);
    assert.deepEqual(inShort((await decodeClaims({ exp: 5, iss: 5 }, { key: `${secret}x` })).notes), [
      'issuerTypeUnchecked iss',
    ]);
  });

  it('says nothing of what is no token', async () => {
    assert.deepEqual(
      inShort((await pyjwtDecode({ token: 'x', key: secret, algorithms: ['HS256'], now })).notes),
      [],
    );
  });

  it('sees padding, and UTF-16', async () => {
    const header = encodeBase64url(utf8Bytes('{"alg":"HS256","typ":"JWT"}'));
    const payload = encodeBase64url(new Uint8Array(Buffer.from(`{"exp": ${now + 60}}`, 'utf16le')));
    const padded = payload.padEnd(Math.ceil(payload.length / 4) * 4, '=');
    assert.notEqual(padded, payload);
    const token = `${header}.${padded}.${await signatureOver(`${header}.${padded}`)}`;
    const verdict = await pyjwtDecode({ token, key: secret, algorithms: ['HS256'], now });
    assert.equal(said(verdict), 'accepted');
    assert.deepEqual(inShort(verdict.notes), ['segmentPadded', 'encodingNotUtf8 payload']);
  });

  it('reads a detached payload where there is one', async () => {
    const header = encodeBase64url(utf8Bytes('{"alg":"HS256","typ":"JWT","b64":false,"crit":["b64"]}'));
    const token = `${header}..${await signatureOver(`${header}.{"exp":"${now + 60}"}`)}`;
    const detachedPayload = utf8Bytes(`{"exp":"${now + 60}"}`);
    const verdict = await pyjwtDecode({ token, key: secret, algorithms: ['HS256'], now, detachedPayload });
    assert.deepEqual(inShort(verdict.notes), ['timeNotNumber exp']);
  });

  for (const [members, notes] of [
    [{}, []],
    [{ use: 'sig', key_ops: ['verify'], kid: 'k' }, []],
    [{ use: 'enc' }, ['jwkLabelsUnchecked use']],
    [{ key_ops: ['sign'] }, ['jwkLabelsUnchecked key_ops']],
    [{ key_ops: 'verify' }, ['jwkLabelsUnchecked key_ops']],
    [{ kid: 'other' }, ['jwkLabelsUnchecked kid']],
    [{ k: `${encodeBase64url(utf8Bytes(secret))}=` }, ['jwkLooseEncoding k']],
  ] as const)
    it(`says ${notes.join(', ') || 'nothing'} of a JWK with ${JSON.stringify(members)}`, async () => {
      const key = value(PyJwk.from(dict({ kty: 'oct', k: encodeBase64url(utf8Bytes(secret)), ...members })));
      assert.deepEqual(await noted({ key, header: '{"alg":"HS256","typ":"JWT","kid":"k"}' }), notes);
    });

  it('says of ECDSA that a token has two texts, where it verified', async () => {
    const token = `${encodeBase64url(utf8Bytes('{"alg":"ES256","typ":"JWT"}'))}.${encodeBase64url(utf8Bytes('{"exp":1700000060}'))}.`;
    const call = { token, key: publicPem('P-256'), algorithms: ['ES256'], now };
    assert.deepEqual(inShort((await pyjwtDecode(call)).notes), []);
    assert.deepEqual(
      inShort((await pyjwtDecode({ ...call, options: dict({ verify_signature: false }) })).notes),
      ['nothingVerified', 'signatureMalleable'],
    );
  });

  it('names a garbled message', async () => {
    const token = await signed('{"alg":"RS256","typ":"JWT"}', '{"exp":1700000060}');
    const verdict = await pyjwtDecode({ token, key: publicPem('P-256'), algorithms: ['RS256'], now });
    assert.deepEqual(inShort(verdict.notes), ['messageGarbled']);
  });

  for (const [key, found] of [
    ['-----begin public key-----\nabcdefghijklmnopqrstuvwxyz', true],
    [' ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ', true],
    ['sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5', true],
    ['PuTTY-User-Key-File-3: ssh-ed25519 and so on', true],
    [Buffer.from(derOf(publicPem('P-256'))).toString('base64'), true],
    [Buffer.from(derOf(publicPem('P-256'))).toString('base64url'), true],
    [Buffer.from(derOf(publicPem('P-256'))).toString('hex'), true],
    [Buffer.from(derOf(privatePem('P-256'))).toString('base64'), false],
    [secret.repeat(4), false],
    ['the begin of a public key is near, ssh-rsa AAAA', false],
  ] as const)
    it(`${found ? 'knows' : 'does not take'} ${key.slice(0, 30)} for a key`, async () => {
      assert.deepEqual(await noted({ key }), found ? ['secretLooksLikeKey'] : []);
      assert.deepEqual(
        await noted({ key: utf8Bytes(key), outcome: 'InvalidSignatureError' }),
        found ? ['secretLooksLikeKey'] : [],
      );
    });

  it('cites the rule that is stricter', () => {
    assert.deepEqual(note('segmentPadded'), { code: 'segmentPadded', reference: 'RFC 7515 §2', facts: {} });
    for (const { flag, reference } of Object.values(noteRows)) {
      assert.match(flag, /^C\d\d$/);
      if (reference !== undefined) assert.match(reference, /^RFC \d{4} §[\d.]+$/);
    }
  });

  it('speaks of the arguments of a client', () => {
    assert.deepEqual(inShort(clientNotes({ uri: 'http://h', cacheKeys: true })), [
      'jwksOverHttp',
      'jwksKeysKept',
    ]);
    assert.deepEqual(clientNotes({ uri: 'https://h', cacheKeys: false }), []);
    assert.deepEqual(clientNotes({ uri: py(5) }), []);
  });
});
