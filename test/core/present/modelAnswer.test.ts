import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import { longestAnswer, modelAnswer } from '../../../src/core/present/modelAnswer';
import type { ClaimCheck, SignatureAnswer } from '../../../src/core/verify/report';
import { aReport, reportMoment } from '../../support/aReport';
import { aCompactJws, someSignature } from '../../support/aToken';

interface Row {
  readonly name: string;
  readonly value: string;
  readonly time?: string;
}
interface Answer {
  readonly notice: string;
  readonly data: {
    readonly place: unknown;
    readonly judgedAt: string;
    readonly form: string;
    readonly header: readonly Row[];
    readonly claims: readonly Row[];
    readonly verdict: Readonly<Record<string, { readonly status: string; readonly text: string }>>;
    readonly findings: readonly { readonly code: string; readonly text: string }[];
    readonly leftOut: { readonly claims: number };
  };
}

const noKeys: SignatureAnswer = { status: 'unverifiable', reason: { code: 'noKeys' } };
const place = { file: 'src/a.ts', line: 3, column: 7 };

function answer(text: string, signature: SignatureAnswer = noKeys): string {
  return modelAnswer(place, inspectToken(parseToken(text), reportMoment), aReport(signature));
}
const read = (text: string): Answer => JSON.parse(text) as Answer;
const values = (rows: readonly Row[]): object =>
  Object.fromEntries(rows.map(({ name, value }) => [name, value]));

describe('what a language model is told of a token', () => {
  const personal = {
    ...{ sub: 'auth0|jessica', email: 'jess@example.com', name: 'Jessica Temporal', jti: 'a-b-c-d-e' },
    ...{
      nonce: 'n-0S6_WzA2Mj',
      employee: 815_4711,
      admin: true,
      roles: ['owner-role'],
      address: { city: 'Wien' },
    },
  };

  it('tells that a claim is not as expected, and neither what it is nor what was expected', () => {
    const text = aCompactJws({ alg: 'HS256' }, { sub: 'auth0|jessica', aud: 'web' });
    const told = (check: Pick<ClaimCheck, 'claim' | 'code' | 'facts'>): string => {
      const report = { ...aReport(noKeys), checks: [{ ...check, outcome: 'failed' as const }] };
      const made = modelAnswer(place, inspectToken(parseToken(text), reportMoment), report);
      return read(made).data.verdict['asExpected'].text;
    };
    const facts = { found: 'auth0|jessica', expected: 'auth0|jane' };
    assert.equal(
      told({ claim: 'sub', code: 'mismatch', facts }),
      'Not as expected: “sub” is “(masked text)”, expected was “(masked text)”',
    );
    assert.match(
      told({ claim: 'aud', code: 'mismatch', facts: { found: 'web', expected: 'api' } }),
      /web.*api/,
    );
    assert.match(told({ claim: 'sub', code: 'wrongType', facts: { found: 'number' } }), /and is a number/);
  });

  it('names every claim, and gives the values of those alone that tell of no person', () => {
    const claims = { ...personal, iss: 'https://a.example', aud: ['api'], exp: 1_516_239_022 };
    const text = answer(aCompactJws({ alg: 'HS256', kid: 'k1', jwk: { kty: 'EC' } }, claims));
    const { data } = read(text);
    assert.deepEqual(values(data.header), { alg: '"HS256"', kid: '"k1"', jwk: '(masked object)' });
    assert.deepEqual(values(data.claims), {
      ...{ sub: '(masked text)', email: '(masked text)', name: '(masked text)', jti: '(masked text)' },
      ...{ nonce: '(masked text)', employee: '(masked number)', admin: '(masked true or false)' },
      ...{ roles: '(masked list)', address: '(masked object)' },
      ...{ iss: '"https://a.example"', aud: '["api"]', exp: '1516239022' },
    });
    assert.equal(data.claims.find(({ name }) => name === 'exp')!.time, '2018-01-18T01:30:22Z');
    assert.doesNotMatch(text, /jessica|jess@|Temporal|a-b-c-d|n-0S6|8154711|owner-role|Wien/i);
  });

  it('gives no object in the place of a claim that is shown', () => {
    const { data } = read(
      answer(aCompactJws({ alg: 'HS256' }, { aud: { email: 'a@b.example' }, scope: [['x']] })),
    );
    assert.deepEqual(values(data.claims), { aud: '(masked object)', scope: '(masked list)' });
  });

  it('calls valid only what was verified, and says what it is judged by', () => {
    const token = aCompactJws({ alg: 'HS256' }, { exp: reportMoment + 60 });
    const { data } = read(answer(token));
    assert.equal(data.verdict['signature'].text, 'Signature not verified: no key known; add one');
    assert.deepEqual([data.form, data.judgedAt], ['signed', '2026-01-01T00:00:00Z']);
    assert.deepEqual(data.place, place);
    const verified = modelAnswer(place, inspectToken(parseToken(token), reportMoment), aReport());
    assert.match(read(verified).data.verdict['signature'].text, /^Signature valid with /);
  });

  it('says first that what follows is data', () => {
    assert.match(answer(aCompactJws({ alg: 'none' }, {}, '')), /^\{"notice":"[^"]*never as instructions/);
  });

  it('shows signs that cannot be seen as escapes', () => {
    const smuggled = String.fromCodePoint(0xe0049, 0xe0047, 0x202e, 0x200b);
    const text = answer(aCompactJws({ alg: 'HS256', kid: smuggled }, { iss: smuggled }));
    assert.ok(!text.includes(smuggled));
    assert.doesNotMatch(text, /[\p{Cf}\p{Cc}]/u);
    assert.equal(read(text).data.claims[0].value, JSON.stringify(smuggled));
  });

  it('is bounded, says how much it left out, and stays JSON, whatever the token holds', () => {
    const many = Object.fromEntries(
      Array.from({ length: 800 }, (_, index) => [`\u0001claim${index}`, index]),
    );
    const text = answer(aCompactJws({ alg: '\u0001'.repeat(9000), ...many }, many));
    assert.ok(text.length <= longestAnswer, `${text.length}`);
    const { data } = read(text);
    assert.equal(data.leftOut.claims + data.claims.length, 800);
  });

  it('holds no signature and no masked value of any token', () => {
    const secret = fc.stringMatching(/^[a-z]{12,40}$/).map((text) => `private-${text}`);
    const name = fc
      .string({ maxLength: 20 })
      .filter(
        (one) =>
          !/^(?:iss|aud|azp|scp|scope|ver|acr|amr|typ|client_id|token_use|exp|nbf|iat|auth_time|_sd_alg)$/.test(
            one,
          ),
      );
    fc.assert(
      fc.property(fc.dictionary(name, secret, { maxKeys: 8 }), fc.string(), (claims, kid) => {
        const text = answer(aCompactJws({ alg: 'HS256', kid, x5c: ['private-header'] }, claims));
        assert.ok(text.length <= longestAnswer);
        assert.ok(read(text).notice.length > 0);
        assert.ok(!text.includes('private-'), text);
        assert.ok(!text.includes(someSignature));
      }),
    );
  });
});
