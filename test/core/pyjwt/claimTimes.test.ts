import assert from 'node:assert/strict';
import { checkTime, timeRules } from '../../../src/core/pyjwt/claimTimes';
import type { PythonValue } from '../../../src/core/pyjwt/python/pythonValue';
import { dict, now, py, set, timedelta } from './pyjwtCalls';

type Claim = keyof typeof timeRules;

const words = {
  iat: [
    'InvalidIssuedAtError: Issued At claim (iat) must be an integer.',
    'ImmatureSignatureError: The token is not yet valid (iat)',
  ],
  nbf: [
    'DecodeError: Not Before claim (nbf) must be an integer.',
    'ImmatureSignatureError: The token is not yet valid (nbf)',
  ],
  exp: [
    'DecodeError: Expiration Time claim (exp) must be an integer.',
    'ExpiredSignatureError: Signature has expired',
  ],
} as const;

/** How PyJWT takes the claim: `good`, `outside` its time, or `bad` in type; another exception is named. */
function standing(claim: Claim, value: PythonValue, at: number = now, leeway: PythonValue = 0n): string {
  const refusal = checkTime(timeRules[claim], value, at, leeway);
  if (!refusal) return 'good';
  const text = `${refusal.exception}: ${refusal.message}`;
  return text === words[claim][0] ? 'bad' : text === words[claim][1] ? 'outside' : text;
}

describe('checkTime', () => {
  for (const [seconds, iat, nbf, exp, leeway, at] of [
    [now - 1, 'good', 'good', 'outside', 0, now],
    [now, 'good', 'good', 'outside', 0, now],
    [now + 1, 'outside', 'outside', 'good', 0, now],
    [now + 60, 'good', 'good', 'good', 60, now],
    [now + 61, 'outside', 'outside', 'good', 60, now],
    [now - 60, 'good', 'good', 'outside', 60, now],
    [now - 59, 'good', 'good', 'good', 60, now],
    [now, 'good', 'good', 'outside', 0, now + 0.5],
    [now + 1, 'outside', 'outside', 'good', 0, now + 0.5],
    [now + 1, 'good', 'good', 'good', 0.5, now + 0.5],
    [now, 'good', 'good', 'outside', 0.5, now + 0.5],
    [now, 'outside', 'outside', 'outside', -1, now],
    [now, 'good', 'good', 'good', true, now],
    [0, 'good', 'good', 'good', Infinity, now],
    [now + 1, 'good', 'good', 'good', NaN, now],
  ] as const)
    it(`holds ${seconds - now} seconds from now against the time ${at - now}, leeway ${String(leeway)}`, () => {
      const margin = typeof leeway === 'number' ? leeway : py(leeway);
      assert.deepEqual(
        (['iat', 'nbf', 'exp'] as const).map((claim) => standing(claim, BigInt(seconds), at, margin)),
        [iat, nbf, exp],
      );
    });

  for (const [claim, answer] of [
    [now + 0.9, 'good'],
    [now + 1.9, 'outside'],
    [String(now), 'good'],
    [` ${now}\n`, 'good'],
    ['1_700_000_000', 'good'],
    ['+5', 'good'],
    [true, 'good'],
    [false, 'good'],
    ['1e3', 'bad'],
    ['5.0', 'bad'],
    ['', 'bad'],
    [null, 'bad'],
    [[], 'bad'],
    [NaN, 'bad'],
    [Infinity, 'bad'],
    [-Infinity, 'bad'],
    [10n ** 400n, 'outside'],
    [-(10n ** 400n), 'good'],
  ] as const)
    it(`takes ${String(claim)} for a time: ${answer}`, () => {
      assert.equal(standing('nbf', claim), answer);
    });

  it('takes a dict for none', () => {
    assert.equal(standing('exp', dict({})), 'bad');
  });

  it('compares integers exactly where doubles would round', () => {
    assert.equal(standing('nbf', 2n ** 53n + 1n, 2 ** 53), 'outside');
    assert.equal(standing('exp', 2n ** 53n + 1n, 2 ** 53), 'good');
  });

  it('takes a timedelta as leeway', () => {
    assert.equal(standing('exp', BigInt(now), now, timedelta(1)), 'good');
    assert.equal(standing('exp', BigInt(now), now, timedelta(-1)), 'outside');
  });

  for (const [leeway, name] of [
    [null, 'NoneType'],
    ['5', 'str'],
    [[], 'list'],
    [set(), 'set'],
  ] as const)
    it(`raises TypeError for ${name} as leeway, once a claim can be read`, () => {
      const text = `TypeError: unsupported operand type(s) for +: 'float' and '${name}'`;
      assert.equal(standing('exp', 5n, now, leeway), text);
      assert.equal(standing('exp', 'x', now, leeway), 'bad');
    });

  it('raises OverflowError for an int no double holds', () => {
    assert.equal(standing('iat', 5n, now, 10n ** 400n), 'OverflowError: int too large to convert to float');
    assert.equal(standing('iat', 5n, now, 10n ** 300n), 'good');
  });
});
