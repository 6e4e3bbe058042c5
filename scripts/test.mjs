#!/usr/bin/env node
/** `npm test`: everything this project asks of itself, from a fresh clone. See scripts/lib/layers.mjs for the layers. */
import './lib/requireNode.mjs';
const { endWith } = await import('./lib/endWith.mjs');
const { runAllTests } = await import('./lib/runAllTests.mjs');

await endWith(() => runAllTests(process.argv.slice(2)));
