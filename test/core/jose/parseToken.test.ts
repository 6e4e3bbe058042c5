import assert from 'node:assert/strict';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { Problem } from '../../../src/core/jose/problem';
import type { JweToken, JwsToken, MalformedToken, Token } from '../../../src/core/jose/token';
import { aCompactJwe, aCompactJws, jsonSegment, segment, someSignature } from '../../support/aToken';

const header = jsonSegment({ alg: 'HS256', typ: 'JWT' });
const payload = jsonSegment({ sub: '1234567890', exp: 1516239022 });
const token = `${header}.${payload}.${someSignature}`;

function aJws(text: string): JwsToken {
  const read = parseToken(text);
  assert.ok(read.kind === 'jws', JSON.stringify(read.problems));
  return read;
}
function aJwe(text: string): JweToken {
  const read = parseToken(text);
  assert.ok(read.kind === 'jwe', JSON.stringify(read.problems));
  return read;
}
function aMalformed(text: string): MalformedToken {
  const read = parseToken(text);
  assert.ok(read.kind === 'malformed');
  return read;
}
const codes = ({ problems }: Token): string[] => problems.map(({ code }) => code);

/** The one problem of that code. */
function problemOf<Code extends Problem['code']>(read: Token, code: Code): Extract<Problem, { code: Code }> {
  const found = read.problems.filter((problem) => problem.code === code);
  assert.equal(found.length, 1, JSON.stringify(read.problems));
  return found[0] as Extract<Problem, { code: Code }>;
}

describe('parseToken: compact', () => {
  it('reads a JWS: header, claims and signature with their places', () => {
    const read = aJws(token);
    assert.deepEqual(read.problems, []);
    assert.equal(read.serialization, 'compact');
    assert.equal(read.text, token);
    const [{ protected: jose, unprotected, signature }] = read.signatures;
    assert.equal(jose?.text, '{"alg":"HS256","typ":"JWT"}');
    assert.equal(unprotected, undefined);
    assert.deepEqual(signature.span, { start: token.lastIndexOf('.') + 1, end: token.length });
    assert.equal(token.slice(read.payload.segment.span.start, read.payload.segment.span.end), payload);
    assert.deepEqual(
      read.payload.claims?.members.map(({ name }) => name),
      ['sub', 'exp'],
    );
    assert.equal(read.payload.isDetached, false);
    assert.equal(read.payload.isEncoded, true);
    assert.equal(read.sdJwt, undefined);
  });

  it('reads a JWE without a key', () => {
    const read = aJwe(aCompactJwe({ alg: 'dir', enc: 'A128GCM' }));
    assert.deepEqual(read.problems, []);
    assert.equal(read.protected?.text, '{"alg":"dir","enc":"A128GCM"}');
    assert.equal(Buffer.from(read.recipients[0].encryptedKey.bytes ?? []).toString(), 'key');
    assert.equal(Buffer.from(read.initializationVector.bytes ?? []).toString(), 'vector');
    assert.equal(Buffer.from(read.ciphertext.bytes ?? []).toString(), 'secret');
    assert.equal(Buffer.from(read.authenticationTag.bytes ?? []).toString(), 'tag');
    assert.equal(read.additionalData, undefined);
  });

  it('reads an unsecured JWS, and says when it carries a signature', () => {
    const unsecured = aJws(aCompactJws({ alg: 'none' }, {}, ''));
    assert.deepEqual(unsecured.problems, []);
    assert.deepEqual(codes(aJws(aCompactJws({ alg: 'none' }, {}))), ['signature.unexpected']);
    const missing = aJws(aCompactJws({ alg: 'ES256' }, {}, ''));
    assert.deepEqual(problemOf(missing, 'signature.missing').facts, { alg: 'ES256' });
  });

  it('reads a detached payload as such, empty or truly empty alike', () => {
    const read = aJws(`${header}..${someSignature}`);
    assert.equal(read.payload.isDetached, true);
    assert.deepEqual(read.problems, []);
  });

  it('reads a payload that is no JSON without complaint, unless typ says JWT', () => {
    const plain = aJws(`${jsonSegment({ alg: 'HS256' })}.${segment('just a text')}.${someSignature}`);
    assert.deepEqual(plain.problems, []);
    assert.equal(plain.payload.text, 'just a text');
    assert.equal(plain.payload.claims, undefined);
    for (const typ of ['JWT', 'jwt', 'application/jwt', 'at+jwt', 'dc+sd-jwt']) {
      const read = aJws(`${jsonSegment({ alg: 'HS256', typ })}.${segment('just a text')}.${someSignature}`);
      assert.deepEqual(problemOf(read, 'json.syntax').facts, {
        segment: 'payload',
        offset: 0,
        line: 1,
        column: 1,
        expected: 'value',
      });
      const list = aJws(`${jsonSegment({ alg: 'HS256', typ })}.${segment('[1]')}.${someSignature}`);
      assert.deepEqual(problemOf(list, 'json.notObject').facts, { segment: 'payload', found: 'array' });
    }
  });

  it('takes a nested token for no broken claims set', () => {
    const nested = aJws(
      `${jsonSegment({ alg: 'HS256', typ: 'JWT', cty: 'JWT' })}.${segment(token)}.${someSignature}`,
    );
    assert.deepEqual(nested.problems, []);
    assert.equal(nested.payload.text, token);
  });

  it('shows the claims that stand before the end of a cut-off payload', () => {
    const cut = aJws(`${header}.${segment('{"sub":"1","name":"Jo')}.${someSignature}`);
    assert.deepEqual(codes(cut), ['json.syntax']);
    assert.equal(cut.payload.claims, undefined);
    assert.ok(cut.payload.partial?.type === 'object' && cut.payload.partial.members[0]?.name === 'sub');
  });
});

describe('parseToken: base64url', () => {
  const at = header.length + 1;
  const deviations: readonly (readonly [note: string, text: string, code: string, start: number])[] = [
    [
      'white space within',
      `${header}.${payload.slice(0, 9)} ${payload.slice(9)}.${someSignature}`,
      'whitespace',
      at + 9,
    ],
    [
      'a line break within',
      `${header}.${payload.slice(0, 9)}\r\n${payload.slice(9)}.${someSignature}`,
      'whitespace',
      at + 9,
    ],
    ['padding', `${header}.${segment('a')}==.${someSignature}`, 'padding', at + 2],
    ['the standard alphabet', `${header}.ab+/.${someSignature}`, 'standardAlphabet', at + 2],
    ['a foreign character', `${header}.ab!d.${someSignature}`, 'character', at + 2],
    ['an impossible length', `${header}.abcde.${someSignature}`, 'length', at],
    ['bits left over', `${header}.aB.${someSignature}`, 'trailingBits', at],
  ];
  for (const [note, text, code, start] of deviations)
    it(`reads on and tells the place of ${note}`, () => {
      const read = aJws(text);
      const problem = problemOf(read, `base64url.${code}` as 'base64url.length');
      assert.equal(problem.facts.segment, 'payload');
      assert.equal(problem.span?.start, start);
      assert.equal(read.payload.segment.isStrict, false);
      assert.equal(read.signatures[0].signature.isStrict, true);
    });

  it('names a foreign character whole, be it two units long', () => {
    const problem = problemOf(aJws(`${header}.ab😀c.${someSignature}`), 'base64url.character');
    assert.equal(problem.facts.character, '😀');
    assert.deepEqual(problem.span, { start: at + 2, end: at + 4 });
  });

  it('tells octets that are no UTF-8, with their place', () => {
    const bad = Buffer.from('{"a":"\xff"}', 'latin1').toString('base64url');
    const read = aJws(`${header}.${bad}.${someSignature}`);
    assert.deepEqual(problemOf(read, 'utf8.invalid').facts, { segment: 'payload', octet: 6 });
    const marked = aJws(`${segment('\ufeff{"alg":"HS256"}')}.${payload}.${someSignature}`);
    assert.deepEqual(codes(marked), ['utf8.byteOrderMark']);
    assert.equal(marked.signatures[0].protected?.object?.members.length, 1);
  });
});

describe('parseToken: headers', () => {
  const withHeader = (text: string): JwsToken => aJws(`${segment(text)}.${payload}.${someSignature}`);

  const faults: readonly (readonly [header: string, code: string, facts: object, note: string])[] = [
    ['{}', 'header.missing', { name: 'alg' }, 'no alg'],
    ['{"alg":5}', 'header.type', { name: 'alg', expected: 'string', found: 'number' }, 'alg a number'],
    [
      '{"alg":"x","kid":{}}',
      'header.type',
      { name: 'kid', expected: 'string', found: 'object' },
      'kid an object',
    ],
    [
      '{"alg":"x","x5c":["a",1]}',
      'header.type',
      { name: 'x5c', expected: 'array of strings', found: 'array' },
      'x5c',
    ],
    [
      '{"alg":"x","x5c":[]}',
      'header.type',
      { name: 'x5c', expected: 'array of strings', found: 'array' },
      'no x5c',
    ],
    [
      '{"alg":"x","jwk":"k"}',
      'header.type',
      { name: 'jwk', expected: 'object', found: 'string' },
      'jwk a string',
    ],
    [
      '{"alg":"x","p2c":1.5}',
      'header.type',
      { name: 'p2c', expected: 'positive integer', found: 'number' },
      'p2c',
    ],
    [
      '{"alg":"x","p2c":-1}',
      'header.type',
      { name: 'p2c', expected: 'positive integer', found: 'number' },
      'p2c < 0',
    ],
    [
      '{"alg":"x","b64":"false"}',
      'header.type',
      { name: 'b64', expected: 'boolean', found: 'string' },
      'b64 text',
    ],
    ['{"alg":"x","alg":"y"}', 'json.duplicateName', { segment: 'header', name: 'alg' }, 'alg twice'],
    ['{"alg":"x","crit":"exp"}', 'crit.malformed', { found: 'string' }, 'crit a string'],
    ['{"alg":"x","crit":[]}', 'crit.malformed', { found: 'empty' }, 'crit empty'],
    ['{"alg":"x","crit":[1]}', 'crit.malformed', { found: 'element number' }, 'crit of numbers'],
    ['{"alg":"x","crit":["alg"]}', 'crit.malformed', { found: 'registered' }, 'crit of alg'],
    ['{"alg":"x","a":1,"crit":["a","a"]}', 'crit.malformed', { found: 'repeated' }, 'crit twice'],
    ['{"alg":"x","crit":["a"]}', 'crit.missingParameter', { name: 'a' }, 'crit of what is not there'],
    ['{"alg":"x","b64":false}', 'b64.notCritical', {}, 'b64 not critical'],
    ['{"alg":"x","b64":false,"a":1,"crit":["a"]}', 'b64.notCritical', {}, 'b64 not among the critical'],
  ];
  for (const [text, code, facts, note] of faults)
    it(`tells ${code}: ${note}`, () => {
      const problem = problemOf(withHeader(text), code as 'header.missing');
      assert.deepEqual(problem.facts, facts);
      assert.deepEqual(problem.span, { start: 0, end: segment(text).length });
    });

  it('finds nothing in a header that is as it should be', () => {
    const full = {
      alg: 'ES256',
      typ: 'JWT',
      kid: 'k',
      jwk: { kty: 'EC' },
      x5c: ['MIIB'],
      exp: 1,
      crit: ['exp'],
      unregistered: [null],
    };
    assert.deepEqual(withHeader(JSON.stringify(full)).problems, []);
  });

  it('misses enc in a JWE', () => {
    assert.deepEqual(problemOf(aJwe(aCompactJwe({ alg: 'dir' })), 'header.missing').facts, { name: 'enc' });
  });

  it('tells at most a thousand problems', () => {
    const many = withHeader(`{"alg":"x"${',"kid":1'.repeat(5000)}}`);
    assert.equal(many.problems.length, 1000);
    const encrypted = segment(`{"alg":"dir","enc":"x"${',"kid":1'.repeat(5000)}}`);
    assert.equal(aJwe(`${encrypted}..aXY.Y3Q.dGFn`).problems.length, 1000);
  });
});

describe('parseToken: unencoded payloads (RFC 7797)', () => {
  const unencoded = jsonSegment({ alg: 'HS256', b64: false, crit: ['b64'] });

  it('takes the segment itself for the payload', () => {
    const read = aJws(`${unencoded}.$.02`.replace('.02', '02') + `.${someSignature}`);
    assert.equal(read.payload.isEncoded, false);
    assert.equal(read.payload.text, '$02');
    assert.deepEqual(read.problems, []);
  });

  it('takes a tilde or percent sign in it for no SD-JWT and no encoding', () => {
    const read = aJws(`${unencoded}.a~b %41.${someSignature}`);
    assert.equal(read.payload.text, 'a~b %41');
    assert.equal(read.sdJwt, undefined);
    assert.deepEqual(read.problems, []);
  });

  it('cannot hold a dot in compact form', () => {
    const read = aMalformed(`${unencoded}.a.b.${someSignature}`);
    assert.deepEqual(problemOf(read, 'token.segmentCount').facts, { count: 4 });
    assert.equal(parseToken(`${unencoded}.a.b.c.${someSignature}`).kind, 'malformed');
  });

  it('holds a dot and any other character in JSON', () => {
    const text = JSON.stringify({ payload: '$.02 é', protected: unencoded, signature: someSignature });
    const read = aJws(text);
    assert.equal(read.payload.text, '$.02 é');
    assert.equal(Buffer.from(read.payload.bytes ?? []).toString(), '$.02 é');
    assert.deepEqual(read.problems, []);
  });

  it('is no strict segment with half a surrogate pair in it', () => {
    const text = `{"payload":"\\ud800","protected":"${unencoded}","signature":"${someSignature}"}`;
    assert.equal(aJws(text).payload.segment.isStrict, false);
  });
});

describe('parseToken: SD-JWT', () => {
  const disclosure = jsonSegment(['salt', 'name', 'value']);
  const other = jsonSegment(['salt2', 'value']);

  it('reads disclosures and a key binding', () => {
    const text = `${token}~${disclosure}~${other}~${token}`;
    const { sdJwt, problems } = aJws(text);
    assert.deepEqual(problems, []);
    assert.ok(sdJwt);
    assert.deepEqual(
      sdJwt.disclosures.map(({ span }) => text.slice(span.start, span.end)),
      [disclosure, other],
    );
    assert.equal(sdJwt.keyBinding?.kind, 'jws');
    assert.equal(sdJwt.keyBinding.text, token);
    assert.deepEqual(sdJwt.keyBindingSpan, { start: text.length - token.length, end: text.length });
  });

  it('reads one without disclosures and without key binding', () => {
    assert.deepEqual(aJws(`${token}~`).sdJwt, { disclosures: [], keyBinding: undefined });
  });

  it('says when the last tilde is missing', () => {
    const read = aJws(`${token}~${disclosure}~${other}`);
    assert.deepEqual(codes(read), ['disclosure.unterminated']);
    assert.equal(read.sdJwt?.keyBinding?.kind, 'malformed');
    assert.deepEqual(codes(aJws(`${token}~a.b.c`)), ['keyBinding.malformed']);
  });

  const faults: readonly (readonly [disclosure: string, found: string])[] = [
    ['', 'empty'],
    ['W10=', 'base64url'],
    [Buffer.from([0x5b, 0xff, 0x5d]).toString('base64url'), 'utf8'],
    [segment('["a"'), 'json'],
    [segment('{}'), 'notArray'],
    [segment('["a"]'), 'length'],
    [segment('["a","b","c","d"]'), 'length'],
    [segment('[1,"b","c"]'), 'salt'],
    [segment('["a",1,"c"]'), 'name'],
    [segment('["a","_sd","c"]'), 'reservedName'],
    [segment('["a","...","c"]'), 'reservedName'],
  ];
  for (const [text, found] of faults)
    it(`tells a malformed disclosure: ${found} (${text})`, () => {
      const read = aJws(`${token}~${other}~${text}~`);
      assert.deepEqual(problemOf(read, 'disclosure.malformed').facts, { index: 1, found });
    });

  it('tells a disclosure that comes twice', () => {
    const read = aJws(`${token}~${other}~${other}~`);
    assert.deepEqual(problemOf(read, 'disclosure.malformed').facts, { index: 1, found: 'repeated' });
  });

  it('shows the disclosures of an SD-JWT whose JWS is cut off', () => {
    const read = aMalformed(`${header}.${payload}~${disclosure}~`);
    assert.equal(read.sdJwt?.disclosures.length, 1);
    assert.equal(read.header?.text, '{"alg":"HS256","typ":"JWT"}');
  });

  it('is nothing a JWE can be', () => {
    assert.equal(parseToken(`${aCompactJwe({ alg: 'dir', enc: 'A128GCM' })}~`).kind, 'malformed');
  });

  it('reads ten thousand disclosures and tells of more', () => {
    const read = aJws(`${token}~${`${other}~`.repeat(10_001)}`);
    assert.equal(read.sdJwt?.disclosures.length, 10_000);
    assert.deepEqual(problemOf(read, 'token.tooMany').facts, {
      name: 'disclosures',
      count: 10_001,
      limit: 10_000,
    });
  });
});

describe('parseToken: what is no token', () => {
  it('says when there is nothing', () => {
    for (const text of ['', ' \n', '""', '``']) assert.deepEqual(codes(aMalformed(text)), ['token.empty']);
  });

  it('shows header and payload of a token whose signature is gone', () => {
    const read = aMalformed(`${header}.${payload}`);
    assert.deepEqual(problemOf(read, 'token.segmentCount').facts, { count: 2 });
    assert.equal(read.header?.object?.members.length, 2);
    assert.ok(read.payload?.node?.type === 'object');
    assert.deepEqual(
      read.segments.map(({ name, text }) => [name, text]),
      [
        ['header', header],
        ['payload', payload],
      ],
    );
  });

  it('shows a header alone, and one that is cut off', () => {
    assert.equal(aMalformed(header).header?.text, '{"alg":"HS256","typ":"JWT"}');
    const cut = aMalformed(header.slice(0, 24));
    assert.equal(cut.header?.text, '{"alg":"HS256","ty');
    assert.ok(cut.header.partial?.type === 'object');
    assert.equal(cut.header.partial.members[0]?.name, 'alg');
  });

  it('counts segments beyond those of any token, and shows the first', () => {
    const read = aMalformed(`${token}.${'x.'.repeat(100)}`);
    assert.deepEqual(problemOf(read, 'token.segmentCount').facts, { count: 104 });
    assert.equal(read.segments.length, 16);
    assert.ok(read.payload?.node);
  });

  it('is no token without a JOSE header, even in three segments', () => {
    for (const text of [
      'www.example.com',
      'a.b.c',
      '....',
      '..',
      `${segment('[]')}.${payload}.${someSignature}`,
    ]) {
      const read = aMalformed(text);
      assert.equal(read.header?.object, undefined);
    }
    assert.ok(codes(parseToken(`${segment('[]')}.${payload}.x`)).includes('json.notObject'));
  });

  const around: readonly (readonly [text: string, before: number, after: number])[] = [
    [`Bearer ${token}`, 7, 0],
    [`Authorization: Bearer ${token}\r\n`, 22, 2],
    [`"${token}",`, 1, 2],
    [` ${token}`, 1, 0],
    [`\ufeff${token}\u200b`, 1, 1],
    [`access_token=${token};`, 13, 1],
    [`token: '${token}'`, 8, 1],
    [`(<[\`${token}\`]>)`, 4, 4],
    [`\\"${token}\\"`, 2, 2],
    [`${token}\n`, 0, 1],
    [`${token});`, 0, 2],
  ];
  for (const [text, before, after] of around)
    it(`tells what stands around a token, and what it would be: ${text.replace(token, '…').trim()}`, () => {
      const read = aMalformed(text);
      const problem = problemOf(read, 'token.surrounded');
      assert.deepEqual(problem.facts, { before, after });
      const place = before > 0 ? [0, before] : [text.length - after, text.length];
      assert.deepEqual([problem.span?.start, problem.span?.end], place);
      assert.equal(read.intended?.kind, 'jws');
      assert.equal(read.intended.text, token);
      const [first] = read.segments;
      assert.ok(first);
      assert.equal(text.slice(first.span.start, first.span.end), header);
      assert.deepEqual(read.header?.segment?.span, first.span);
      assert.equal(read.payload?.text, '{"sub":"1234567890","exp":1516239022}');
    });

  it('takes white space around a JSON serialization for a part of it', () => {
    const text = ` \n${JSON.stringify({ payload, protected: header, signature: someSignature })}\t`;
    assert.deepEqual(aJws(text).problems, []);
    assert.equal(parseToken(`'${text}'`).kind, 'malformed');
  });

  it('moves the problems of what stands within to their places in the whole', () => {
    const read = aMalformed(`"${header}.ab!d.${someSignature}"`);
    assert.deepEqual(problemOf(read, 'base64url.character').span, {
      start: header.length + 4,
      end: header.length + 5,
    });
  });

  it('tells percent-encoding, and what a token would be without', () => {
    const encoded = token.replaceAll('.', '%2e');
    const read = aMalformed(encoded);
    assert.deepEqual(problemOf(read, 'token.percentEncoded').facts, { count: 2 });
    assert.deepEqual(problemOf(read, 'token.percentEncoded').span, {
      start: header.length,
      end: header.length + 3,
    });
    assert.equal(read.intended?.text, token);
    const json = encodeURIComponent(JSON.stringify({ payload, protected: header, signature: someSignature }));
    assert.equal(aMalformed(json).intended?.kind, 'jws');
    assert.ok(codes(aJws(`${token}%3D`)).includes('token.percentEncoded'));
  });

  it('reads the beginning of what is too long, and no more', () => {
    const read = aMalformed(`${header}.${'A'.repeat(17 << 20)}`);
    assert.deepEqual(read.problems[0]?.code, 'token.tooLong');
    assert.deepEqual(read.problems[0].facts, { length: read.text.length, limit: 16 << 20 });
    assert.equal(read.header?.text, '{"alg":"HS256","typ":"JWT"}');
    assert.equal(read.text.length, header.length + 1 + (17 << 20));
    assert.ok((read.segments[1]?.text.length ?? 0) < 100_000);
  });
});
