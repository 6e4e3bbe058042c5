#!/usr/bin/env node
/**
 * Takes the place of the desktop `code` executable for `@vscode/test-electron`: accepts its arguments, and runs the tests
 * in the served VS Code instead, in a headless browser. Exits with 0 where CLAIMCHECK_RESULT says that nothing failed.
 */
import './lib/requireNode.mjs';
const { endWith } = await import('./lib/endWith.mjs');
const { launchServed } = await import('./lib/launchServed.mjs');

await endWith(() => launchServed(process.argv.slice(2)));
