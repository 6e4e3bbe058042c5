#!/usr/bin/env node
/**
 * `npm run compatibility`: the host suite in every VS Code the npm registry has for us, from below the oldest we promise to
 * the newest; `-- 1.103` runs it in one. Not part of `npm test`, for the time it takes and the 300 MB each older one weighs.
 */
import './lib/requireNode.mjs';
const { endWith } = await import('./lib/endWith.mjs');
const { runCompatibility } = await import('./lib/runCompatibility.mjs');

await endWith(() => runCompatibility(process.argv.slice(2)));
