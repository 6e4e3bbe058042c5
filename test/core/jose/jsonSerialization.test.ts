import assert from 'node:assert/strict';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { JweToken, JwsToken, MalformedToken, Token } from '../../../src/core/jose/token';
import { jsonSegment, segment, someSignature } from '../../support/aToken';

const header = jsonSegment({ alg: 'HS256' });
const payload = jsonSegment({ sub: 'a' });
const flattened = { payload, protected: header, signature: someSignature };
const general = {
  payload,
  signatures: [
    { protected: header, signature: someSignature },
    { header: { alg: 'none' }, signature: '' },
  ],
};
const jweHeader = jsonSegment({ enc: 'A128GCM' });
const jwe = { protected: jweHeader, iv: 'aXY', ciphertext: 'Y3Q', tag: 'dGFn' };

function aJws(value: object | string): JwsToken {
  const read = parseToken(typeof value === 'string' ? value : JSON.stringify(value));
  assert.ok(read.kind === 'jws', JSON.stringify(read.problems));
  return read;
}
function aJwe(value: object): JweToken {
  const read = parseToken(JSON.stringify(value));
  assert.ok(read.kind === 'jwe', JSON.stringify(read.problems));
  return read;
}
function aMalformed(value: object | string): MalformedToken {
  const read = parseToken(typeof value === 'string' ? value : JSON.stringify(value));
  assert.ok(read.kind === 'malformed');
  return read;
}
/** Codes, with the name each one is about. */
const told = ({ problems }: Token): string[] =>
  problems.map(({ code, facts }) => ('name' in facts ? `${code} ${facts.name}` : code));

describe('parseToken: JWS JSON serialization', () => {
  it('reads a flattened one, each segment with its place inside its quotes', () => {
    const text = JSON.stringify(flattened);
    const read = aJws(text);
    assert.deepEqual(read.problems, []);
    assert.equal(read.serialization, 'flattened');
    assert.equal(read.signatures.length, 1);
    const [{ protected: jose, signature }] = read.signatures;
    for (const part of [jose?.segment, read.payload.segment, signature]) {
      assert.ok(part);
      assert.equal(text.slice(part.span.start, part.span.end), part.text);
    }
  });

  it('reads a general one, an answer for each signature', () => {
    const read = aJws(general);
    assert.deepEqual(read.problems, []);
    assert.equal(read.serialization, 'general');
    assert.deepEqual(
      read.signatures.map((one) => [one.protected?.text, one.unprotected?.text, one.signature.text]),
      [
        ['{"alg":"HS256"}', undefined, someSignature],
        [undefined, '{"alg":"none"}', ''],
      ],
    );
  });

  it('is recognised by any of its members, and is none with none of them', () => {
    const kindOf = (value: object): string => parseToken(JSON.stringify(value)).kind;
    assert.equal(kindOf({ payload, signature: someSignature, header: { alg: 'HS256' } }), 'jws');
    assert.deepEqual(told(parseToken(JSON.stringify({ payload, protected: header }))), [
      'serialization.member signature',
    ]);
    assert.deepEqual(told(parseToken('{"signatures":[]}')), ['serialization.member signatures']);
  });

  it('gives an unprotected header its own text and spans', () => {
    const text = `{"payload":"${payload}", "header": {"alg" : "HS256", "n":1.0}, "signature":"${someSignature}"}`;
    const [{ unprotected }] = aJws(text).signatures;
    assert.equal(unprotected?.text, '{"alg" : "HS256", "n":1.0}');
    const member = unprotected.object?.members[0];
    assert.ok(member);
    assert.equal(unprotected.text.slice(member.nameSpan.start, member.value.span.end), '"alg" : "HS256"');
  });

  it('reads escapes in its strings, and places only the whole string then', () => {
    const text = JSON.stringify(flattened).replace('"signature":"b', '"signature":"\\u0062!');
    const read = aJws(text);
    const { signature } = read.signatures[0];
    assert.equal(signature.text, someSignature.replace(/^b/, 'b!'));
    assert.deepEqual(read.problems[0]?.span, signature.span);
  });

  it('reads a detached payload', () => {
    const detached = { protected: header, signature: someSignature };
    assert.equal(aJws(detached).payload.isDetached, true);
    assert.deepEqual(aJws(detached).problems, []);
    assert.equal(aJws({ ...flattened, payload: '' }).payload.isDetached, true);
  });

  it('passes over members it does not know', () => {
    assert.deepEqual(aJws({ ...flattened, extra: { crit: ['x'] } }).problems, []);
  });

  const broken: readonly (readonly [value: object, problems: readonly string[], note: string])[] = [
    [{}, ['serialization.member signature'], 'an empty object'],
    [{ payload }, ['serialization.member signature'], 'a payload alone'],
    [{ payload, protected: header }, ['serialization.member signature'], 'no signature'],
    [
      { ...flattened, payload: { sub: 'a' } },
      ['serialization.member payload'],
      'a payload that is an object',
    ],
    [
      { ...flattened, protected: {} },
      ['serialization.member protected', 'header.missing alg'],
      'a header not encoded',
    ],
    [{ ...flattened, header: 'x' }, ['serialization.member header'], 'a header that is a string'],
    [{ ...flattened, signature: 1 }, ['serialization.member signature'], 'a signature that is a number'],
    [
      { ...flattened, signatures: [] },
      ['serialization.member protected', 'serialization.member signature', 'serialization.member signatures'],
      'flattened and general at once',
    ],
    [{ payload, signatures: [] }, ['serialization.member signatures'], 'no signatures'],
    [
      { ...flattened, ciphertext: 'YQ' },
      ['serialization.member payload', 'serialization.member signature'],
      'a JWE too',
    ],
  ];
  for (const [value, problems, note] of broken)
    it(`is malformed, and shows what it holds: ${note}`, () => {
      const read = aMalformed(value);
      assert.deepEqual(told(read), problems);
      if ('payload' in value && typeof value.payload === 'string')
        assert.equal(read.payload?.text, '{"sub":"a"}');
      if ('protected' in value && typeof value.protected === 'string')
        assert.equal(read.header?.text, '{"alg":"HS256"}');
    });

  it('keeps other signatures beside one that is broken, which is not strict', () => {
    const read = aJws({
      payload,
      signatures: [
        { protected: header, signature: someSignature },
        7,
        { protected: header },
        { protected: 1, header: { alg: 'HS256' }, signature: someSignature },
      ],
    });
    assert.deepEqual(
      read.signatures.map(({ signature }) => signature.isStrict),
      [true, false, false, false],
    );
    assert.deepEqual(told(read), [
      'serialization.member signatures',
      'serialization.member signature',
      'serialization.member protected',
    ]);
  });

  it('tells what a header may not be, with its exact place in an unprotected one', () => {
    const text = JSON.stringify({
      ...flattened,
      header: { alg: 'HS256', crit: ['a'], b64: false, kid: 1 },
    });
    const read = aJws(text);
    assert.deepEqual(told(read), [
      'crit.unprotected',
      'header.unprotected b64',
      'header.type kid',
      'header.repeated alg',
    ]);
    const places = read.problems.map(({ span }) => span && text.slice(span.start, span.end));
    assert.deepEqual(places, ['"crit":["a"]', '"b64":false', '"kid":1', '"alg":"HS256"']);
    assert.equal(read.payload.isEncoded, true);
  });

  it('finds the parameters that crit lists in either header', () => {
    const critical = jsonSegment({ alg: 'HS256', crit: ['here', 'there', 'nowhere'], here: 1 });
    const read = aJws({ ...flattened, protected: critical, header: { there: 1 } });
    assert.deepEqual(told(read), ['crit.missingParameter nowhere']);
  });

  it('wants one value of b64 in all signatures', () => {
    const plain = jsonSegment({ alg: 'HS256', b64: false, crit: ['b64'] });
    const read = aJws({
      payload: 'text',
      signatures: [
        { protected: plain, signature: someSignature },
        { protected: header, signature: someSignature },
      ],
    });
    assert.deepEqual(told(read), ['header.inconsistent b64']);
    assert.equal(read.payload.text, 'text');
    assert.equal(read.signatures[1].signature.isStrict, false);
  });

  it('tells names that come twice, with their place', () => {
    const body = `"payload":"${payload}","protected":"${header}","signature":"${someSignature}"`;
    const cases: readonly (readonly [text: string, segmentName: string, place: string])[] = [
      [`{"payload":"e30",${body}}`, 'unknown', '"payload"'],
      [`{${body},"header":{"payload":1,"payload":2}}`, 'unprotectedHeader', '"payload"'],
    ];
    for (const [text, segmentName, place] of cases) {
      const [problem, ...others] = parseToken(text).problems;
      assert.deepEqual(others, []);
      assert.ok(problem.code === 'json.duplicateName' && problem.span);
      assert.deepEqual(problem.facts, { segment: segmentName, name: 'payload' });
      assert.equal(text.slice(problem.span.start, problem.span.end), place);
      assert.equal(problem.span.start, text.lastIndexOf(place));
    }
  });

  it('is no token, or no strict signature or recipient, where a member comes twice', () => {
    const twice = `"payload":"a","payload":"b"`;
    assert.equal(parseToken(`{${twice},"protected":"${header}","signature":"YQ"}`).kind, 'malformed');
    assert.equal(parseToken(`{${twice},"signatures":[{"signature":"YQ"}]}`).kind, 'malformed');
    assert.equal(parseToken('{"ciphertext":"a","ciphertext":"b","protected":"e30"}').kind, 'malformed');
    const read = aJws(
      `{"payload":"","signatures":[{"signature":"YQ"},{"protected":"${header}","protected":"${header}","signature":"YQ"}]}`,
    );
    assert.deepEqual(
      read.signatures.map(({ signature }) => signature.isStrict),
      [true, false],
    );
    const jwe = parseToken('{"ciphertext":"","recipients":[{"encrypted_key":"YQ","encrypted_key":"Yg"}]}');
    assert.ok(jwe.kind === 'jwe' && !jwe.recipients[0].encryptedKey.isStrict);
  });

  it('shows what stands before the end of a serialization that is cut off', () => {
    const read = aMalformed(JSON.stringify(flattened).slice(0, -5));
    assert.deepEqual(told(read), ['json.syntax']);
    assert.equal(read.header?.text, '{"alg":"HS256"}');
    assert.equal(read.payload?.text, '{"sub":"a"}');
    assert.deepEqual(told(aMalformed(`${JSON.stringify(flattened)},`)), ['token.surrounded']);
    assert.deepEqual(told(aMalformed(`${JSON.stringify(flattened)}x`)), ['json.syntax']);
  });

  it('reads a thousand signatures and tells of more', () => {
    const signatures = Array.from({ length: 1001 }, () => general.signatures[0]);
    const read = aJws({ payload, signatures });
    assert.equal(read.signatures.length, 1000);
    assert.deepEqual(told(read), ['token.tooMany signatures']);
  });
});

describe('parseToken: SD-JWT in JSON', () => {
  const disclosure = jsonSegment(['salt', 'name', 'value']);
  const keyBinding = `${header}.${payload}.${someSignature}`;

  it('reads disclosures and key binding of the unprotected header', () => {
    const text = JSON.stringify({ ...flattened, header: { disclosures: [disclosure], kb_jwt: keyBinding } });
    const { sdJwt, problems } = aJws(text);
    assert.deepEqual(problems, []);
    const [first] = sdJwt?.disclosures ?? [];
    assert.ok(first);
    assert.equal(text.slice(first.span.start, first.span.end), disclosure);
    assert.equal(sdJwt?.keyBinding?.text, keyBinding);
  });

  it('is none without them', () =>
    assert.equal(aJws({ ...flattened, header: { kid: 'k' } }).sdJwt, undefined));

  it('tells disclosures that are no strings, and those in a later header', () => {
    assert.deepEqual(told(aMalformed({ ...flattened, header: { disclosures: 'x' } })), [
      'serialization.member disclosures',
    ]);
    assert.deepEqual(told(aMalformed({ ...flattened, header: { disclosures: [disclosure, 1] } })), [
      'serialization.member disclosures',
    ]);
    const [signature] = general.signatures;
    const late = aJws({ payload, signatures: [signature, { ...signature, header: { disclosures: [] } }] });
    assert.deepEqual(told(late), ['serialization.member disclosures']);
    assert.equal(late.signatures[1].signature.isStrict, false);
  });

  it('reads no JSON within JSON for a key binding', () => {
    const read = aJws({ ...flattened, header: { kb_jwt: JSON.stringify(flattened) } });
    assert.equal(read.sdJwt?.keyBinding?.kind, 'malformed');
  });
});

describe('parseToken: JWE JSON serialization', () => {
  it('reads a flattened one with all that it can have', () => {
    const read = aJwe({
      ...jwe,
      unprotected: { alg: 'A128KW' },
      header: { kid: '7' },
      encrypted_key: 'a2V5',
      aad: 'YWFk',
    });
    assert.deepEqual(read.problems, []);
    assert.equal(read.serialization, 'flattened');
    assert.equal(read.protected?.text, '{"enc":"A128GCM"}');
    assert.equal(read.unprotected?.text, '{"alg":"A128KW"}');
    assert.equal(read.recipients[0].header?.text, '{"kid":"7"}');
    assert.equal(Buffer.from(read.recipients[0].encryptedKey.bytes ?? []).toString(), 'key');
    assert.equal(Buffer.from(read.additionalData?.bytes ?? []).toString(), 'aad');
  });

  it('reads a general one, each recipient with its header and key', () => {
    const read = aJwe({
      ...jwe,
      recipients: [{ header: { alg: 'A128KW' }, encrypted_key: 'a2V5' }, { header: { alg: 'dir' } }],
    });
    assert.deepEqual(read.problems, []);
    assert.equal(read.serialization, 'general');
    assert.deepEqual(
      read.recipients.map(({ header: own, encryptedKey }) => [
        own?.text,
        encryptedKey.text,
        encryptedKey.isStrict,
      ]),
      [
        ['{"alg":"A128KW"}', 'a2V5', true],
        ['{"alg":"dir"}', '', true],
      ],
    );
  });

  it('reads a thousand recipients and tells of more', () => {
    const recipients = Array.from({ length: 1001 }, () => ({ header: { alg: 'dir' } }));
    const read = aJwe({ ...jwe, recipients });
    assert.equal(read.recipients.length, 1000);
    const tooMany = read.problems.find(({ code }) => code === 'token.tooMany');
    assert.deepEqual(tooMany?.facts, { name: 'recipients', count: 1001, limit: 1000 });
    assert.deepEqual(told(aJwe({ ...jwe, recipients: recipients.slice(1) })), []);
  });

  it('judges what stands in an unprotected header of a recipient as it does elsewhere', () => {
    const odd = { ...jwe, recipients: [{ header: { alg: 'dir', kid: 7 } }] };
    assert.deepEqual(told(aJwe(odd)), ['header.type kid']);
  });

  it('tells parameters that are missing, repeated, unprotected or different between recipients', () => {
    assert.deepEqual(told(aJwe(jwe)), ['header.missing alg']);
    assert.deepEqual(told(aJwe({ ...jwe, unprotected: { alg: 'dir', enc: 'x' } })), ['header.repeated enc']);
    assert.deepEqual(told(aJwe({ ...jwe, unprotected: { alg: 'dir', zip: 'DEF' } })), [
      'header.unprotected zip',
    ]);
    const unprotected = { iv: jwe.iv, ciphertext: jwe.ciphertext, tag: jwe.tag };
    const read = aJwe({
      ...unprotected,
      recipients: [{ header: { alg: 'dir', enc: 'A128GCM' } }, { header: { alg: 'dir', enc: 'A256GCM' } }],
    });
    assert.deepEqual(told(read), ['header.inconsistent enc']);
  });

  const broken: readonly (readonly [value: object, problems: readonly string[]])[] = [
    [{ ...jwe, ciphertext: 5 }, ['serialization.member ciphertext']],
    [{ ...jwe, iv: [] }, ['serialization.member iv']],
    [{ ...jwe, aad: null }, ['serialization.member aad']],
    [{ ...jwe, recipients: [] }, ['serialization.member recipients']],
    [
      { ...jwe, recipients: [{}], header: {}, encrypted_key: '' },
      ['serialization.member header', 'serialization.member encrypted_key'],
    ],
    [{ ...jwe, signature: 'x' }, ['serialization.member signature']],
  ];
  for (const [value, problems] of broken)
    it(`is malformed: ${problems.join(', ')}`, () => {
      assert.deepEqual(told(aMalformed(value)), problems);
    });

  it('keeps other recipients beside one that is broken, whose key is not strict', () => {
    const read = aJwe({
      ...jwe,
      recipients: [{ header: { alg: 'dir' } }, 'x', { header: { alg: 'dir' }, encrypted_key: 1 }],
    });
    assert.deepEqual(
      read.recipients.map(({ encryptedKey }) => encryptedKey.isStrict),
      [true, false, false],
    );
  });
});

describe('parseToken: look-alikes in JSON', () => {
  for (const [note, text] of [
    ['a claims set', '{"sub":"a","exp":1}'],
    ['a token response', `{"access_token":"${header}.${payload}.${someSignature}"}`],
    ['a JWK', '{"kty":"oct","k":"AAAA"}'],
    ['an unclosed brace', '{'],
  ] as const)
    it(`takes ${note} for no token`, () => {
      assert.equal(aMalformed(text).segments.length, 0);
      assert.equal(aMalformed(text).payload, undefined);
    });

  it('shows the segments there are where a member is missing', () => {
    const read = aMalformed({ payload, protected: header });
    assert.deepEqual(
      read.segments.map(({ text }) => text),
      [header, payload],
    );
  });

  it('tells at most a thousand problems', () => {
    const signatures = Array.from({ length: 1000 }, () => ({ header: { kid: 7 }, signature: '' }));
    const read = aJws({ payload, signatures });
    assert.deepEqual(told(read).slice(0, 2).sort(), ['header.missing alg', 'header.type kid']);
    assert.equal(read.problems.length, 1000);
  });

  it('reads a serialization whose parts are segments of nothing', () => {
    const read = aJws({ payload: segment('x'), protected: '', signature: '' });
    assert.equal(read.signatures[0].protected?.object, undefined);
  });
});
