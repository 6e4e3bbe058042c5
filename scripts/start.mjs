#!/usr/bin/env node
/** `npm start`: VS Code with this extension, on a copy of the sample workspace. */
import './lib/requireNode.mjs';
const { endWith } = await import('./lib/endWith.mjs');
const { startVsCode } = await import('./lib/startVsCode.mjs');

await endWith(() => startVsCode(process.argv.slice(2)));
