#!/usr/bin/env node
/** `npm run package`: the extension as a `.vsix`, with its contents checked. */
import './lib/requireNode.mjs';
const { endWith } = await import('./lib/endWith.mjs');

await endWith(async () => {
  const { ensureInstalled } = await import('./lib/ensureInstalled.mjs');
  await ensureInstalled();
  const { packageExtension } = await import('./lib/packageExtension.mjs');
  return packageExtension(process.argv.slice(2));
});
