#!/usr/bin/env node
/** `npm test`: everything this project asks of itself, from a fresh clone. See scripts/lib/layers.mjs for the layers. */
import './lib/requireNode.mjs';
const { runAllTests } = await import('./lib/runAllTests.mjs');

process.exit(await runAllTests(process.argv.slice(2)));
