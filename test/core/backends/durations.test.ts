import assert from 'node:assert/strict';
import { joseSeconds, msSeconds } from '../../../src/core/backends/durations';

describe('time spans of the libraries', () => {
  it('reads them as the package ms does: milliseconds where no unit is named', () => {
    const read = ['1d', '2.5 hrs', '-3 min', '60000', '100', '.5 s', '1y', '1 W'].map(msSeconds);
    assert.deepEqual(read, [86_400, 9000, -180, 60, 0.1, 0.5, 31_557_600, 604_800]);
  });

  it('refuses what ms refuses', () => {
    for (const text of ['', 'd', '1 fortnight', '+1s', '1 s ago', '1.', `${'1'.repeat(100)}s`])
      assert.equal(msSeconds(text), undefined, text);
  });

  it('reads them as jose does: with a sign or a direction', () => {
    const read = ['1d', '+ 2 hours', '-5m', '1 day ago', '1 hour from now', '1.5 mins', '10 Secs'].map(
      joseSeconds,
    );
    assert.deepEqual(read, [86_400, 7200, -300, -86_400, 3600, 90, 10]);
  });

  it('refuses what jose refuses', () => {
    for (const text of ['', '60', '1ms', '-1 day ago', '.5h', '1 fortnight', `1${'0'.repeat(400)}s`])
      assert.equal(joseSeconds(text), undefined, text);
  });

  it('takes no longer than the text is long', () => {
    const long = '1'.repeat(1_000_000);
    const start = performance.now();
    joseSeconds(`${long}!`);
    msSeconds(`${long}!`);
    assert.ok(performance.now() - start < 2000);
  });
});
