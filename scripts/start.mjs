#!/usr/bin/env node
/** `npm start`: VS Code with this extension, on a copy of the sample workspace. */
import './lib/requireNode.mjs';
const { startVsCode } = await import('./lib/startVsCode.mjs');

process.exit(await startVsCode(process.argv.slice(2)));
