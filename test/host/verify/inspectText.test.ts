import assert from 'node:assert/strict';
import { settingsFrom } from '../../../src/host/platform/settingsFrom';
import { inspectText } from '../../../src/host/verify/inspectText';
import { aCompactJws } from '../../support/aToken';

describe('what is said of a token without a key', () => {
  const settings = settingsFrom((id) => (id === 'verify.clockTolerance' ? 60 : undefined));
  const text = aCompactJws({ alg: 'HS256' }, { exp: 1_000 });

  it('is said for the moment given, with the clocks as far apart as the settings allow', () => {
    for (const [moment, standing] of [
      [999, 'inForce'],
      [1_059, 'inForce'],
      [1_060, 'expired'],
    ] as const)
      assert.equal(inspectText(text, settings, moment).inspection.standing, standing, `at ${moment}`);
  });

  it('is said of the very text', () => {
    const { token, inspection } = inspectText(text, settings, 0);
    assert.equal(token.text, text);
    assert.equal(inspection.moment, 0);
    assert.equal(inspection.alg, 'HS256');
  });
});
