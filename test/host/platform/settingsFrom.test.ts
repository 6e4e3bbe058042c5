import assert from 'node:assert/strict';
import { settingIds } from '../../../src/host/platform/ids';
import { settingsFrom, type Settings } from '../../../src/host/platform/settingsFrom';

/** Everything as it is where nobody wrote anything. */
const untouched: Settings = {
  ...{ hoverEnabled: true, keyFilesEnabled: true, envFilesEnabled: true, nearbyConstantsEnabled: true },
  ...{ keys: undefined, keyFilesInclude: [], keyFilesExclude: [], profiles: undefined },
  ...{ clockTolerance: 0, sortHeader: true, timeZone: undefined, folder: undefined },
};

describe('settings', () => {
  it('have their defaults where nothing is written', () => {
    assert.deepEqual(
      settingsFrom(() => undefined),
      untouched,
    );
  });

  for (const [id, written, changed] of [
    ['enabled', false, { hoverEnabled: false }],
    ['hover.enabled', false, { hoverEnabled: false }],
    ['hover.enabled', 'no', {}],
    ['keys', ['x'], { keys: ['x'] }],
    ['keyFiles.enabled', false, { keyFilesEnabled: false }],
    ['keyFiles.include', ['**/*.pem'], { keyFilesInclude: ['**/*.pem'] }],
    ['keyFiles.exclude', ['old'], { keyFilesExclude: ['old'] }],
    ['candidates.envFiles', false, { envFilesEnabled: false }],
    ['candidates.nearbyConstants', false, { nearbyConstantsEnabled: false }],
    ['profiles', [{}], { profiles: [{}] }],
    ['verify.clockTolerance', 60, { clockTolerance: 60 }],
    ['encode.sortHeader', false, { sortHeader: false }],
    ['time.zone', 'Asia/Tokyo', { timeZone: 'Asia/Tokyo' }],
  ] as const)
    it(`${id}: ${JSON.stringify(written)} changes ${Object.keys(changed).join() || 'nothing'}`, () => {
      const settings = settingsFrom((one) => (one === id ? written : undefined));
      assert.deepEqual(settings, { ...untouched, ...changed });
    });
});

describe('settings of a folder', () => {
  it('say which it is', () => {
    assert.equal(settingsFrom(() => undefined, 'file:///work/orders').folder, 'file:///work/orders');
  });
});

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
