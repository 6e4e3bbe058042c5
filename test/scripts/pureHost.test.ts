import assert from 'node:assert/strict';
import { pureHost } from '../../scripts/lib/pureHost.mjs';

describe('the parts of the host that run without VS Code', () => {
  const found = pureHost();

  it('are those that load nothing of it, at once or late', async () => {
    const { modules } = await found;
    assert.ok(modules.includes('src/host/diagnose/fix.ts'));
    // Its import is one of types.
    assert.ok(modules.includes('src/host/keys/passphrases.ts'));
    for (const leaning of [
      'src/host/platform/commands.ts',
      // By way of another module, and by one that is loaded late.
      'src/host/diagnose/why.ts',
      'src/host/diagnose/diagnoser.ts',
    ])
      assert.ok(!modules.includes(leaning), leaning);
  });

  it('have suites of their own among those of the host', async () => {
    const { suites } = await found;
    assert.ok(suites.includes('test/host/diagnose/fix.test.ts'));
    assert.ok(!suites.includes('test/host/keys/memoryStorage.ts'));
    assert.ok(!suites.includes('test/host/hover.test.ts'));
  });
});
