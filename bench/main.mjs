/**
 * `npm run bench [-- --quick] [--only corpora,hostile,…] [--rounds N] [--seed N] [--json FILE]`: races the extension against
 * what else there is (`parts.mjs`). Only ratios are goals: contenders take turns in one run, and a contest of one of them with
 * itself tells whether the machine is quiet enough to judge. A run in full size is kept in `results.json`, from which
 * docs/performance.md is written. Exits with 1 where a goal is missed.
 */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureServedVsCode, servesHere } from '../scripts/lib/servedVsCode.mjs';
import { bundle } from './bundles.mjs';
import { leastRounds } from './contest.mjs';
import { goalsOf, partNames } from './goals.mjs';
import { parts, speedsOf } from './parts.mjs';
import { installPeers, ripgrep, versionOf } from './peers.mjs';
import { keep } from './record.mjs';
import { report } from './report.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: partNames.join() },
    rounds: { type: 'string', default: String(leastRounds) },
    seed: { type: 'string', default: '20241101' },
    json: { type: 'string' },
  },
});
const say = (line) => console.log(line);
const wanted = options.only.split(',');
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0)
  throw new Error(`No part of the bench: ${unknown.join()}. There are: ${partNames.join()}`);
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'claimcheck-bench-'));

try {
  installPeers(say);
  const rg = ripgrep();
  const require = createRequire(import.meta.url);
  const { scanTokens } = require((await bundle('scan.mjs', folder)).path);
  const context = {
    scan: scanTokens,
    rg,
    folder,
    rounds: Number(options.rounds),
    seed: Number(options.seed),
    isQuick: options.quick,
    length: options.quick ? 30e6 : 200e6,
    hostileLength: options.quick ? 5e6 : 50e6,
  };
  const machine = {
    node: process.version,
    cpu: `${cpus().length} × ${cpus()[0]?.model}`,
    ripgrep: rg === undefined ? undefined : versionOf(rg),
  };
  say(
    `Node ${machine.node}, ${machine.cpu}, ${machine.ripgrep ?? 'RIPGREP IS MISSING: its ratios are left out'}`,
  );
  const results = { machine, options };
  let missed = 0;
  for (const name of partNames.filter((one) => wanted.includes(one))) {
    const { about, run, isServed } = parts[name];
    if (isServed && !servesHere) {
      say(`${name} IS LEFT OUT: VS Code Server does not run on this system.`);
      continue;
    }
    if (isServed) await ensureServedVsCode();
    say(`\n${about(context)}`);
    const load = loadavg()[0];
    const result = await run(context, say);
    results[name] = result;
    const rows = goalsOf(name, result);
    const speeds = speedsOf(name, result);
    missed += report({ rows, speeds }, say);
    const taken = {
      ...machine,
      vscode: vscodeOf(result),
      load,
      rounds: Math.max(context.rounds, leastRounds),
    };
    if (!options.quick) await keep(name, { machine: taken, rows, speeds });
  }
  if (options.quick) say('\nThese are small corpora: docs/performance.md stays as it is.');
  say(missed === 0 ? '\nNo goal missed.' : `\n${missed} rows missed their goals.`);
  process.exitCode = missed === 0 ? 0 : 1;
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The VS Code a part was run in, where it was. */
function vscodeOf(result) {
  return result.vscode ?? Object.values(result).find((one) => one?.vscode)?.vscode;
}
