#!/usr/bin/env node
/**
 * `npm run coverage`: how much of the core the tests run; fails below 97 % of lines or branches. Of some tests alone with
 * `-- --tests "GLOB GLOB"`, and of one folder alone with `-- --of src/core/jose`. The report lies in out/coverage.
 */
import './lib/requireNode.mjs';
const { endWith } = await import('./lib/endWith.mjs');

await endWith(async () => {
  const { ensureInstalled } = await import('./lib/ensureInstalled.mjs');
  await ensureInstalled();
  const { measureCoverage } = await import('./lib/measureCoverage.mjs');
  return measureCoverage(process.argv.slice(2));
});
