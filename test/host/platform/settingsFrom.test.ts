import assert from 'node:assert/strict';
import { settingIds } from '../../../src/host/platform/ids';
import { settingsFrom } from '../../../src/host/platform/settingsFrom';

describe('settings that nobody should have written', () => {
  const cases: readonly (readonly [written: unknown, seconds: number])[] = [
    [60, 60],
    [0, 0],
    [-1, 0],
    ['60', 0],
    // As JSON has it: 1e999. No token would ever expire.
    [Infinity, 0],
    [Number.NaN, 0],
    [null, 0],
  ];
  for (const [written, seconds] of cases)
    it(`a clock tolerance of ${String(written)} (${typeof written}) counts ${seconds} seconds`, () => {
      const settings = settingsFrom((id) => (id === settingIds.clockTolerance ? written : undefined));
      assert.equal(settings.clockTolerance, seconds);
    });

  it('leaves out of a list what is no text', () => {
    const settings = settingsFrom((id) => (id === settingIds.keyFilesInclude ? ['a', 1, null, 'b'] : 'x'));
    assert.deepEqual(settings.keyFilesInclude, ['a', 'b']);
    assert.deepEqual(settings.keyFilesExclude, []);
  });

  it('knows no time zone that there is none of', () => {
    for (const written of ['Mars/Olympus', '', 7, '__proto__'])
      assert.equal(
        settingsFrom((id) => (id === settingIds.timeZone ? written : undefined)).timeZone,
        undefined,
      );
    assert.equal(settingsFrom((id) => (id === settingIds.timeZone ? 'UTC' : undefined)).timeZone, 'UTC');
  });
});
