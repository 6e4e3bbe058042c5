import { readFileSync } from 'node:fs';
import { isLoop, readShare, shareOf } from './share.mjs';

/**
 * What became of a change, the more telling later: of two runs with different tests the more telling counts. That the
 * time was up is not telling, where the change survived another run.
 */
const rank = ['Ignored', 'NoCoverage', 'Timeout', 'Survived', 'RuntimeError', 'Loop', 'Killed'];

/**
 * Adds reports of Stryker up, per folder of the core: a change is noticed where any run noticed it. Samples count with
 * what they took; what they left out is in no row.
 * @param {readonly string[]} reports files `mutation.json`
 * @returns {string} a table in Markdown
 */
export function summarize(reports) {
  /** @type {Map<string, { file: string, status: string }>} */
  const outcomes = new Map();
  for (const report of reports) {
    const { files, config } = JSON.parse(readFileSync(report, 'utf8'));
    // A run of survivors lists what needed no run besides, of all and not of the sample.
    const isAgain = config.checkers.includes('sample') && config.claimcheckSample === undefined;
    for (const { key, file, share, status } of changesOf(files, config.claimcheckSeed ?? '1')) {
      if (!isIn(config.claimcheckSample, share)) continue;
      if (isAgain && (status === 'Ignored' || status === 'NoCoverage')) continue;
      const before = outcomes.get(key);
      if (!before || rank.indexOf(before.status) < rank.indexOf(status)) outcomes.set(key, { file, status });
    }
  }
  return table([...outcomes.values()]);
}

function* changesOf(files, seed) {
  for (const [file, { mutants }] of Object.entries(files))
    for (const { mutatorName: mutator, replacement, status, statusReason, location } of mutants) {
      // Sorted out by the sample, or by the compiler: neither says anything of the tests.
      if (status === 'CompileError') continue;
      const { start, end } = location;
      const place = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
      const change = { file, mutator, replacement, ...place };
      yield {
        key: JSON.stringify(change),
        file,
        share: shareOf(seed, change),
        status: isLoop(status, statusReason) ? 'Loop' : status,
      };
    }
}

function isIn(sample, share) {
  if (sample === undefined) return true;
  const { from, to } = readShare(sample);
  return from <= share && share < to;
}

function table(outcomes) {
  const folders = new Map();
  for (const outcome of outcomes) {
    const [folder] = outcome.file.split('/').slice(2, -1);
    if (!folders.has(folder)) folders.set(folder, []);
    folders.get(folder).push(outcome);
  }
  const rows = [...folders].sort(([a], [b]) => (a < b ? -1 : 1));
  rows.push(['all', outcomes]);
  return [
    '| folder | changes run | killed | endless loop | out of time | survived | no test | score | left out (static) |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map(([folder, found]) => row(folder, found)),
  ].join('\n');
}

function row(folder, found) {
  const count = (...statuses) => found.filter(({ status }) => statuses.includes(status)).length;
  const killed = count('Killed', 'RuntimeError');
  const loops = count('Loop');
  const timedOut = count('Timeout');
  const survived = count('Survived');
  const untested = count('NoCoverage');
  const run = killed + loops + timedOut + survived + untested;
  const score = `${((100 * (killed + loops + timedOut)) / run).toFixed(1)} %`;
  return `| ${[folder, run, killed, loops, timedOut, survived, untested, score, count('Ignored')].join(' | ')} |`;
}
