import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMoment } from '../../../src/core/jose/readMoment';

/** 2026-01-31T12:00:00Z, with a fraction that no time in a token should have. */
const now = 1_769_860_800.75;
const utc = (text: string): number => Date.parse(text) / 1000;

describe('readMoment', () => {
  for (const [text, expected] of [
    ['now', utc('2026-01-31T12:00:00Z')],
    ['+1h', utc('2026-01-31T13:00:00Z')],
    ['-30m', utc('2026-01-31T11:30:00Z')],
    ['now+1h', utc('2026-01-31T13:00:00Z')],
    ['now - 30 min', utc('2026-01-31T11:30:00Z')],
    ['+1h30m', utc('2026-01-31T13:30:00Z')],
    ['in 2 days', utc('2026-02-02T12:00:00Z')],
    ['in an hour', utc('2026-01-31T13:00:00Z')],
    ['in 1 hour and 5 minutes', utc('2026-01-31T13:05:00Z')],
    ['1 week ago', utc('2026-01-24T12:00:00Z')],
    ['in 0.5 h', utc('2026-01-31T12:30:00Z')],
    ['in 1 month', utc('2026-02-28T12:00:00Z')],
    ['+1y', utc('2027-01-31T12:00:00Z')],
    ['3 months ago', utc('2025-10-31T12:00:00Z')],
    ['  In 2 Days ', utc('2026-02-02T12:00:00Z')],
    ['2026-11-22', utc('2026-11-22T00:00:00Z')],
    ['2026-11-22T10:15', utc('2026-11-22T10:15:00Z')],
    ['2026-11-22T10:15Z', utc('2026-11-22T10:15:00Z')],
    ['2026-11-22 10:15:30 UTC', utc('2026-11-22T10:15:30Z')],
    ['2026-11-22T10:15:30+02:00', utc('2026-11-22T08:15:30Z')],
    ['2026-11-22T10:15:30.5-0130', utc('2026-11-22T11:45:30.500Z')],
    ['0024-02-29', utc('0024-02-29T00:00:00Z')],
    ['1516239022', 1_516_239_022],
    ['1516239022.5', 1_516_239_022.5],
  ] as const)
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.equal(readMoment(text, now), expected);
    });

  for (const text of [
    '',
    'soon',
    '+',
    'in',
    'in days',
    '+1',
    '+1 fortnight',
    '+1.5 months',
    '1h',
    'ago',
    '2026-02-30',
    '2026-13-01',
    '2026-11-22T25:00',
    '2026-11-22T10:60',
    '22.11.2026',
    '-1516239022',
    '1e9',
    'in 999999999 years',
    `+1h${' '.repeat(70)}`,
    '+1h x',
  ])
    it(`refuses ${JSON.stringify(text.slice(0, 30))}`, () => {
      assert.equal(readMoment(text, now), undefined);
    });

  it('gives a number that a Date knows, or nothing, whatever it is asked', () => {
    const piece = fc.constantFrom(
      'now',
      'in ',
      ' ago',
      '+',
      '-',
      '1',
      '99',
      'h',
      'days',
      ' ',
      'y',
      'T',
      ':',
      '2026-01-01',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const moment = readMoment(pieces.join(''), now);
        assert.ok(moment === undefined || Number.isFinite(new Date(moment * 1000).getTime()));
      }),
    );
  });
});
