import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clockTime } from '../../../src/core/present/clockTime';
import { duration } from '../../../src/core/present/duration';
import { localTime } from '../../../src/core/present/localTime';
import { relativeTime } from '../../../src/core/present/relativeTime';
import { lifetimeText } from '../../../src/core/present/standingText';
import { timeText } from '../../../src/core/present/timeText';
import { english } from '../../../src/core/present/wording';

/** 2026-11-21T00:00:00Z. */
const now = 1_795_219_200;

describe('a time in the reader’s zone', () => {
  for (const [seconds, locale, zone, local] of [
    [1516239022, 'en', 'UTC', '18 Jan 2018, 01:30:22 UTC'],
    [1516239022, 'en', 'Europe/London', '18 Jan 2018, 01:30:22 GMT'],
    [1516239022, 'en-US', 'America/New_York', 'Jan 17, 2018, 8:30:22 PM EST'],
    [1516239022, 'de', 'Europe/Berlin', '18.01.2018, 02:30:22 MEZ'],
    [1516239022, 'ja', 'Asia/Tokyo', '2018/01/18 10:30:22 JST'],
    [-1, 'en', 'UTC', '31 Dec 1969, 23:59:59 UTC'],
    [0, 'en', 'UTC', '1 Jan 1970, 00:00:00 UTC'],
  ] as const)
    it(`${seconds} for ${locale} in ${zone}`, () => {
      assert.equal(localTime(seconds, locale, zone)?.local, local);
    });

  it('stands beside UTC as machines write it', () => {
    assert.equal(localTime(1516239022, 'en', 'Asia/Tokyo')?.utc, '2018-01-18T01:30:22Z');
    assert.equal(localTime(1516239022.25, 'en', 'UTC')?.utc, '2018-01-18T01:30:22.250Z');
  });

  it('falls back where zone or locale are unknown', () => {
    assert.match(localTime(1516239022, 'en', 'Mars/Olympus')?.local ?? '', /18 Jan 2018/);
    assert.ok(localTime(1516239022, 'no such locale!', 'UTC')?.local.includes('2018'));
    assert.ok(localTime(1516239022, 'no such locale!', 'Mars/Olympus'));
    assert.ok(localTime(1516239022, undefined, undefined));
  });

  it('is left out where no calendar reaches', () => {
    for (const seconds of [1e300, -1e300, 8.64e12 + 1, Infinity, -Infinity, NaN])
      assert.equal(localTime(seconds, 'en', 'UTC'), undefined);
    assert.ok(localTime(8.64e12, 'en', 'UTC'));
    assert.ok(localTime(-8.64e12, 'en', 'UTC'));
  });

  it('holds no blank that looks odd', () => {
    for (const locale of ['en-US', 'fr', 'ru', 'pt-br', 'zh-cn', 'cs'])
      assert.ok(!/[\u00a0\u202f]/.test(localTime(now, locale, 'UTC')?.local ?? ''));
  });
});

describe('how far a time is', () => {
  for (const [distance, text] of [
    [0, '0 seconds ago'],
    [-1, '1 second ago'],
    [1, 'in 1 second'],
    [59.9, 'in 59 seconds'],
    [119, 'in 119 seconds'],
    [4 * 60 + 59, 'in 4 minutes'],
    [-3 * 60, '3 minutes ago'],
    [119 * 60, 'in 119 minutes'],
    [7200, 'in 2 hours'],
    [-47 * 3600, '47 hours ago'],
    [48 * 3600, 'in 2 days'],
    [-59 * 86_400, '59 days ago'],
    [90 * 86_400, 'in 2 months'],
    [1516239022 - now, '8 years ago'],
    [100 * 365.2425 * 86_400, 'in 100 years'],
  ] as const)
    it(`${distance} seconds: ${text}`, () => {
      assert.equal(relativeTime(now + distance, now, 'en'), text);
    });

  it('is said in the reader’s language', () => {
    assert.equal(relativeTime(now - 3 * 86_400, now, 'de'), 'vor 3 Tagen');
    assert.equal(relativeTime(now - 5 * 86_400, now, 'ru'), '5 дней назад');
    assert.equal(relativeTime(now - 3 * 86_400, now, 'no such locale!')?.includes('3'), true);
  });

  it('never promises more than there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000_000 }), (distance) => {
        const [, amount = '', unit = ''] =
          /in (\d+) (\w+?)s?$/.exec(relativeTime(now + distance, now, 'en') ?? '') ?? [];
        const length =
          {
            second: 1,
            minute: 60,
            hour: 3600,
            day: 86_400,
            month: 30.436875 * 86_400,
            year: 365.2425 * 86_400,
          }[unit] ?? NaN;
        assert.ok(Number(amount) * length <= distance + 1e-6);
        assert.ok((Number(amount) + 1) * length > distance);
      }),
    );
  });

  it('is left out where it says nothing', () => {
    for (const seconds of [1e300, -1e300, Infinity, -Infinity, NaN])
      assert.equal(relativeTime(seconds, now, 'en'), undefined);
    assert.equal(relativeTime(now, NaN, 'en'), undefined);
  });

  it('is safe for any number', () => {
    const words = { translate: english, locale: 'en', timeZone: 'UTC', moment: now };
    assert.deepEqual(timeText(1e300, words), { date: 'beyond any calendar', relative: 'in the far future' });
    assert.deepEqual(timeText(-1e300, words), { date: 'beyond any calendar', relative: 'in the far past' });
    fc.assert(
      fc.property(fc.double(), fc.double(), (seconds, moment) => {
        const { date, relative } = timeText(seconds, { ...words, moment });
        assert.ok(date.length > 0 && date.length < 60 && relative.length > 0 && relative.length < 40);
      }),
    );
  });
});

describe('a time as people say it', () => {
  /** 2026-11-21T14:28:00Z. */
  const moment = now + 14 * 3600 + 28 * 60;
  for (const [seconds, locale, timeZone, text] of [
    [moment + 240, 'en', 'Europe/Lisbon', '14:32, Europe/Lisbon'],
    [moment + 240, 'de', 'Europe/Berlin', '15:32, Europe/Berlin'],
    [moment + 240, 'en-US', 'America/New_York', '9:32 AM, America/New_York'],
    [moment - 3600, 'en', 'UTC', '13:28, UTC'],
    [moment + 12 * 3600, 'en', 'UTC', '22 Nov 2026, 02:28:00 UTC'],
    [moment + 86_400, 'en', 'UTC', '22 Nov 2026, 14:28:00 UTC'],
    [1516239022, 'en', 'UTC', '18 Jan 2018, 01:30:22 UTC'],
    [1e300, 'en', 'UTC', 'beyond any calendar'],
  ] as const)
    it(text, () => {
      assert.equal(clockTime(seconds, { translate: english, locale, timeZone, moment }), text);
    });
});

describe('a length of time', () => {
  for (const [seconds, text] of [
    [1, '1 second'],
    [90, '90 seconds'],
    [900, '15 minutes'],
    [3600, '1 hour'],
    [3601, '60 minutes'],
    [5400, '90 minutes'],
    [86_400, '1 day'],
    [7 * 86_400, '7 days'],
    [100_000, '27 hours'],
    [365 * 86_400 + 1, '365 days'],
    [0.4, '0 seconds'],
  ] as const)
    it(text, () => {
      assert.equal(duration(seconds, 'en'), text);
    });

  it('is said in the reader’s language', () => {
    assert.equal(duration(3600, 'de'), '1 Stunde');
    assert.ok(duration(3600, 'no such locale!').includes('1'));
  });
});

describe('how long a token lives', () => {
  const words = { translate: english, locale: 'en' };
  const lifetime = (times: Readonly<Record<string, number>>): string | undefined =>
    lifetimeText(
      Object.entries(times).map(([claim, at]) => ({ claim, at })),
      words,
    );

  it('is counted from its issuing, else from its beginning', () => {
    assert.equal(lifetime({ iat: 0, nbf: 60, exp: 3600 }), 'lifetime 1 hour');
    assert.equal(lifetime({ nbf: 60, exp: 3660 }), 'lifetime 1 hour');
  });

  it('is not told where it has no end, no beginning, or makes no sense', () => {
    for (const times of [{}, { exp: 1 }, { iat: 1 }, { iat: 2, exp: 1 }, { iat: now, exp: now * 1000 }])
      assert.equal(lifetime(times), undefined);
  });
});
