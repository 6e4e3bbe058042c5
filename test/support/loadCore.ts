import { readdirSync } from 'node:fs';

const core = new URL('../../src/core/', import.meta.url);

/**
 * Loads every module of the core before the first test: for mutation testing, where what runs as a module loads is counted
 * apart. A module that only a test's `import()` brought in would pass for code of that test, and be loaded but once all the
 * same, so that no change to its tables could ever be noticed.
 */
before('loads the whole core', async function () {
  this.timeout(1_200_000);
  for (const name of readdirSync(core, { recursive: true, encoding: 'utf8' }))
    if (/^(?!.*\.d\.ts$).*\.ts$/.test(name)) await import(new URL(name, core).href);
});
