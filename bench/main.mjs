/**
 * `npm run bench [-- --quick] [--only corpora,hostile,verify,strength] [--rounds N] [--seed N] [--json FILE]`: races the core
 * against ripgrep, memchr, jose, jsonwebtoken, fast-jwt, jwt-cracker and jwt_tool's loop. Only ratios are goals: contenders take turns in one run, and a contest
 * of the scanner with itself tells whether the machine is quiet enough to judge. Exits with 1 where a goal is missed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './bundles.mjs';
import { isQuiet, leastRounds, quietRange } from './contest.mjs';
import { raceFirstVerify } from './firstVerify.mjs';
import { goals, hostileGoals, judge } from './goals.mjs';
import { installPeers, ripgrep, versionOf } from './peers.mjs';
import { pattern, raceCorpora, raceHostile } from './scanning.mjs';
import { raceStrength } from './strength.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: 'corpora,hostile,verify,strength' },
    rounds: { type: 'string', default: String(leastRounds) },
    seed: { type: 'string', default: '20241101' },
    json: { type: 'string' },
  },
});
const say = (line) => console.log(line);
const parts = options.only.split(',');
const folder = mkdtempSync(join(tmpdir(), 'claimcheck-bench-'));

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
  const results = { machine, options, pattern };
  if (parts.includes('corpora')) {
    say(`Corpora of ${context.length / 1e6} MB, seed ${context.seed}`);
    results.corpora = await raceCorpora(context, say);
  }
  if (parts.includes('verify')) {
    say('First verification, in fresh processes');
    results.firstVerify = await raceFirstVerify(context);
  }
  if (parts.includes('strength')) {
    say('A weak secret at the end of 100,000 words, in fresh processes');
    results.strength = await raceStrength(context);
  }
  if (parts.includes('hostile')) {
    say(`Hostile texts of ${context.hostileLength / 1e6} MB against a tenth of that`);
    results.hostile = await raceHostile(context, say);
  }
  process.exitCode = report(results) ? 0 : 1;
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Prints the results against the goals; answers whether none is missed. */
function report(results) {
  const rows = [
    ...(results.corpora
      ? goals.filter(({ what }) => !what.startsWith('first') && !what.startsWith('weak secret'))
      : []),
    ...(results.strength ? goals.filter(({ what }) => what.startsWith('weak secret')) : []),
    ...(results.firstVerify ? goals.filter(({ what }) => what.startsWith('first')) : []),
    ...(results.hostile ? hostileGoals(results.hostile) : []),
  ].map((goal) => ({ ...goal, ...judge(goal, results) }));
  say('');
  say(['goal', 'what (ratios: min / median / max)'.padEnd(64), 'wanted', 'verdict'].join('  '));
  for (const { number, what, value, least, most, stretch, verdict } of rows) {
    const measured = value
      ? [value.min, value.median, value.max].map((ratio) => ratio.toFixed(2)).join(' / ')
      : '–';
    const wanted = least !== undefined ? `≥ ${least}` : most !== undefined ? `≤ ${most}` : '';
    const better = stretch !== undefined ? ` (${stretch})` : '';
    say(
      [number.padEnd(4), `${what}: ${measured}`.padEnd(64), `${wanted}${better}`.padEnd(10), verdict].join(
        '  ',
      ),
    );
  }
  results.goals = rows.map(({ number, what, value, least, most, verdict }) => ({
    number,
    what,
    value,
    least,
    most,
    verdict,
  }));
  reportSpeeds(results);
  const controls = [
    ...Object.entries(results.corpora ?? {}).map(([name, { control }]) => [name, control]),
    ...(results.firstVerify ? [['first verification', results.firstVerify.control]] : []),
    ...(results.strength ? [['weak secret', results.strength.control]] : []),
  ];
  const noisy = controls.filter(([, control]) => !isQuiet(control));
  results.isQuiet = noisy.length === 0;
  say(
    `A/A control (ours against ours): ${controls.map(([name, { median }]) => `${name} ${median.toFixed(3)}`).join('; ')}`,
  );
  if (noisy.length > 0)
    say(
      `THE MACHINE IS TOO NOISY (outside ${quietRange.join('–')}: ${noisy.map(([name]) => name).join(', ')}): believe no verdict above.`,
    );
  const missed = rows.filter(({ verdict }) => verdict === 'missed').length;
  const missing = rows.filter(({ verdict }) => verdict === 'peer missing').length;
  if (missing > 0) say(`${missing} rows were not measured: a peer is missing.`);
  say(missed === 0 ? 'No goal missed.' : `${missed} goals missed.`);
  return missed === 0;
}

function reportSpeeds({ corpora = {}, firstVerify, strength }) {
  for (const [name, { megabytesPerSecond }] of Object.entries(corpora))
    say(`      ${name}: ${megabytesPerSecond.toFixed(0)} MB/s here`);
  for (const [name, { median }] of Object.entries(firstVerify?.milliseconds ?? {}))
    say(`      first verification, ${name}: ${median.toFixed(1)} ms here, ${firstVerify.kilobytes[name]} KB`);
  for (const [name, { median }] of Object.entries(strength?.milliseconds ?? {}))
    say(
      `      weak secret, ${name}${name.startsWith('ours') ? ` (${strength.shares} workers)` : ''}: ${median.toFixed(0)} ms here`,
    );
}
