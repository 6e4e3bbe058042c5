import assert from 'node:assert/strict';
import { surfaceSettingsFrom, type SurfaceSettings } from '../../../src/host/surfaces/surfaceSettingsFrom';

/** Everything as it is where nobody wrote anything. */
const untouched: SurfaceSettings = {
  ...{ diagnostics: true, codeActions: true, terminalLinks: true, pasteAs: true },
  ...{ codeLens: false, inlayHints: false, colors: 'underCursor', rules: undefined, ignore: [] },
};
const all = {
  ...{ 'diagnostics.enabled': true, 'codeActions.enabled': true, 'codeLens.enabled': true },
  ...{
    'inlayHints.enabled': true,
    'colors.tokens': 'all',
    'terminalLinks.enabled': true,
    'pasteAs.enabled': true,
  },
};
const read = (written: Readonly<Record<string, unknown>>): SurfaceSettings =>
  surfaceSettingsFrom((id) => written[id]);

describe('settings of the surfaces', () => {
  for (const [written, changed] of [
    [{}, {}],
    [{ 'diagnostics.enabled': false }, { diagnostics: false }],
    [{ 'diagnostics.enabled': 'no' }, {}],
    [{ 'diagnostics.rules': { expired: 'off' } }, { rules: { expired: 'off' } }],
    [{ 'codeActions.enabled': false }, { codeActions: false }],
    [{ 'codeLens.enabled': true }, { codeLens: true }],
    [{ 'codeLens.enabled': 'yes' }, {}],
    [{ 'inlayHints.enabled': true }, { inlayHints: true }],
    [{ 'colors.tokens': 'off' }, { colors: 'off' }],
    [{ 'colors.tokens': 'all' }, { colors: 'all' }],
    [{ 'colors.tokens': 'rainbow' }, {}],
    [{ 'terminalLinks.enabled': false }, { terminalLinks: false }],
    [{ 'pasteAs.enabled': false }, { pasteAs: false }],
    [{ ignore: ['**/*.log', 7] }, { ignore: ['**/*.log'] }],
  ] as const)
    it(`${JSON.stringify(written)} changes ${Object.keys(changed).join() || 'nothing'}`, () => {
      assert.deepEqual(read(written), { ...untouched, ...changed });
    });

  it('are all off where the master switch is, whatever else is written', () => {
    assert.deepEqual(read({ ...all, enabled: false }), {
      ...untouched,
      ...{ diagnostics: false, codeActions: false, terminalLinks: false, pasteAs: false, colors: 'off' },
    });
  });

  it('are all on where all are asked for', () => {
    assert.deepEqual(read(all), { ...untouched, codeLens: true, inlayHints: true, colors: 'all' });
  });
});
