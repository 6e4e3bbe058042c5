import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inspectToken, mostRows } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import { aCompactJwe, aCompactJws, jsonSegment, segment, someSignature } from '../../support/aToken';
import { workTime } from '../../support/workTime';

/** 2026-11-21T00:00:00Z. */
const now = 1_795_219_200;
const expired =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI0MiIsIm5hbWUiOiJKZXNzIFRlbXBvcmFsIiwiZXhwIjoxNTE2MjM5MDIyfQ.uqeQ60enLaCQEZ-7C0d_cgQSrWfgXRQuoB1LZD0j06E';

const inspect = (text: string, moment = now, leeway = 0): ReturnType<typeof inspectToken> =>
  inspectToken(parseToken(text), moment, leeway);

describe('the inspection of a token', () => {
  it('tells a signed token from its text', () => {
    const found = inspect(expired);
    assert.equal(found.kind, 'jws');
    assert.equal(found.form, 'signed');
    assert.equal(found.serialization, 'compact');
    assert.equal(found.alg, 'HS256');
    assert.equal(found.typ, 'JWT');
    assert.equal(found.kid, undefined);
    assert.equal(found.moment, now);
    assert.equal(found.standing, 'expired');
    assert.deepEqual(found.times, [{ claim: 'exp', at: 1516239022 }]);
    assert.equal(found.headerText, '{"alg":"HS256","typ":"JWT"}');
    assert.equal(found.payloadText, '{"sub":"42","name":"Jess Temporal","exp":1516239022}');
    assert.deepEqual(
      found.segments.map(({ name, span }) => [name, expired.slice(span.start, span.end)]),
      [
        ['header', expired.split('.')[0]],
        ['payload', expired.split('.')[1]],
        ['signature', expired.split('.')[2]],
      ],
    );
    assert.deepEqual(found.problems, []);
    assert.deepEqual(found.findings, []);
  });

  it('explains each claim', () => {
    const rows = inspect(expired).claims.map(({ name, text, meaning, reference, numericDate }) => ({
      name,
      text,
      meaning,
      reference,
      numericDate,
    }));
    assert.deepEqual(rows[0], {
      name: 'sub',
      text: '"42"',
      meaning: 'Whom or what the token is about.',
      reference: 'RFC 7519 §4.1.2',
      numericDate: undefined,
    });
    assert.deepEqual(rows[2], {
      name: 'exp',
      text: '1516239022',
      meaning: 'When the token expires.',
      reference: 'RFC 7519 §4.1.4',
      numericDate: 1516239022,
    });
  });

  it('stands by the moment it is given, and the leeway', () => {
    assert.equal(inspect(expired, 1516239021).standing, 'inForce');
    assert.equal(inspect(expired, 1516239022).standing, 'expired');
    assert.equal(inspect(expired, 1516239022, 10).standing, 'inForce');
    assert.equal(inspect(aCompactJws({ alg: 'RS256' }, { sub: '1' })).standing, 'unlimited');
    assert.equal(inspect(aCompactJws({ alg: 'RS256' }, { nbf: now + 1 })).standing, 'notYetValid');
    assert.equal(inspect(aCompactJws({ alg: 'RS256' }, { exp: 'soon' })).standing, 'unreadable');
    assert.equal(inspect(aCompactJws({ alg: 'RS256' }, ['no', 'claims'])).standing, 'unknown');
  });

  it('keeps numbers, order and repeated names as they were written', () => {
    const payload = '{"b":12345678901234567890,"a":1.0,"a":1e2}';
    const found = inspect(`${jsonSegment({ alg: 'RS256' })}.${segment(payload)}.${someSignature}`);
    assert.deepEqual(
      found.claims.map(({ name, text }) => `${name}=${text}`),
      ['b=12345678901234567890', 'a=1.0', 'a=1e2'],
    );
    assert.equal(found.payloadText, payload);
  });

  it('takes private names that speak of time for times', () => {
    const dates = inspect(
      aCompactJws(
        { alg: 'RS256' },
        {
          created_at: now,
          lastLoginTime: now,
          expires: now,
          user_id: now,
          login_at: 5,
          started_at: now + 0.5,
        },
      ),
    ).claims.filter(({ numericDate }) => numericDate !== undefined);
    assert.deepEqual(
      dates.map(({ name }) => name),
      ['created_at', 'lastLoginTime', 'expires'],
    );
  });

  it('tells the forms apart', () => {
    assert.equal(inspect(aCompactJws({ alg: 'none' }, {}, '')).form, 'unsecured');
    assert.equal(inspect(aCompactJwe({ alg: 'dir', enc: 'A256GCM' })).form, 'encrypted');
    assert.equal(inspect(`${aCompactJws({ alg: 'ES256' }, { _sd: [] })}~`).form, 'sd-jwt');
    assert.equal(inspect('hello').form, 'malformed');
    assert.equal(inspect('').form, 'malformed');
  });

  it('shows of an encrypted token what is outside', () => {
    const found = inspect(aCompactJwe({ alg: 'dir', enc: 'A256GCM', kid: 'k' }));
    assert.equal(found.enc, 'A256GCM');
    assert.equal(found.kid, 'k');
    assert.equal(found.payloadText, undefined);
    assert.deepEqual(found.claims, []);
    assert.equal(found.header[0]?.meaning, 'How the content’s key is encrypted or agreed on.');
    assert.deepEqual(
      found.segments.map(({ name }) => name),
      ['header', 'encryptedKey', 'initializationVector', 'ciphertext', 'authenticationTag'],
    );
  });

  it('shows of a token that was cut off what is left', () => {
    const found = inspect(
      `${jsonSegment({ alg: 'RS256', kid: 'k' })}.${segment('{"sub":"42","name":"Je').slice(0, -2)}`,
    );
    assert.equal(found.kind, 'malformed');
    assert.equal(found.alg, 'RS256');
    assert.equal(found.claims[0]?.text, '"42"');
  });

  it('shows the parts of an SD-JWT in the order of its text', () => {
    const disclosure = jsonSegment(['salt', 'name', 'Jess']);
    const keyBinding = aCompactJws({ alg: 'ES256', typ: 'kb+jwt' }, { iat: now });
    const text = `${aCompactJws({ alg: 'ES256' }, { _sd: ['x'] })}~${disclosure}~${keyBinding}`;
    const { segments } = inspect(text);
    assert.deepEqual(
      segments.map(({ name }) => name),
      ['header', 'payload', 'signature', 'disclosure', 'keyBinding'],
    );
    assert.deepEqual(
      segments.slice(3).map(({ span }) => text.slice(span.start, span.end)),
      [disclosure, keyBinding],
    );
  });

  it('shows the parts of a JSON serialization in the order of its text', () => {
    const token = {
      payload: jsonSegment({ sub: '42' }),
      signatures: [
        { protected: jsonSegment({ alg: 'RS256' }), header: { kid: 'one' }, signature: someSignature },
        { protected: jsonSegment({ alg: 'ES256' }), signature: someSignature },
      ],
    };
    const found = inspect(JSON.stringify(token));
    assert.equal(found.serialization, 'general');
    assert.equal(found.kid, 'one');
    assert.deepEqual(
      found.segments.map(({ name }) => name),
      ['payload', 'header', 'signature', 'header', 'signature'],
    );
    assert.deepEqual(
      found.header.map(({ name }) => name),
      ['alg', 'kid'],
    );
  });

  it('stays bounded on large claims sets', () => {
    const claims = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`c${index}`, index]));
    const took = workTime(() => {
      assert.equal(inspect(aCompactJws({ alg: 'RS256' }, claims)).claims.length, mostRows);
    });
    assert.ok(took < 15_000);
  });

  it('never throws, whatever the text', () => {
    const part = fc.oneof(
      fc.json().map((json) => segment(json)),
      fc.string({ maxLength: 20 }),
      fc.constantFrom(jsonSegment({ alg: 'RS256' }), jsonSegment({ alg: 'dir', enc: 'x' }), ''),
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 7 }).map((parts) => parts.join('.')),
    );
    fc.assert(
      fc.property(anyText, fc.double(), (text, moment) => {
        const found = inspect(text, moment);
        assert.equal(found.text, text);
        for (const { span } of found.segments)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }),
      { numRuns: 300 },
    );
  });

  it('is plain data', () => {
    const found = inspect(expired);
    assert.deepEqual(structuredClone(found), found);
  });
});
