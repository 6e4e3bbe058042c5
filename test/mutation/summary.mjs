import { readFileSync } from 'node:fs';
import { isLoop, readShare, shareOf } from './share.mjs';

/**
 * What became of a change, the more telling later: of two runs with different tests the more telling counts. That the
 * time was up is not telling, where the change survived another run.
 */
const rank = ['NoCoverage', 'Ignored', 'Timeout', 'Survived', 'RuntimeError', 'Loop', 'Killed'];

/**
 * Adds reports of Stryker up, per folder of the core and for each other place: a change is noticed where any run noticed it. Of samples only what
 * they took is counted; the score of the whole weighs each folder by all changes there are in it.
 * @param {readonly string[]} reports files `mutation.json`
 * @returns {string} a table in Markdown, and the score of the whole
 */
export function summarize(reports) {
  /** @type {Map<string, { file: string, status: string }>} */
  const outcomes = new Map();
  /** @type {Map<string, string>} every change that is not left out, sampled or not, and its file */
  const all = new Map();
  for (const report of reports) {
    const { files, config } = JSON.parse(readFileSync(report, 'utf8'));
    // A run of survivors lists what needed no run besides, of all and not of the sample.
    const isAgain = config.checkers.includes('sample') && config.claimcheckSample === undefined;
    for (const { key, file, share, status } of changesOf(files, config.claimcheckSeed ?? '1')) {
      if (status !== 'Ignored' && !isAgain) all.set(key, file);
      if (status === 'CompileError' || !isIn(config.claimcheckSample, share)) continue;
      const before = outcomes.get(key);
      if (isAgain && (status === 'NoCoverage' || !before)) continue;
      if (!before || rank.indexOf(before.status) < rank.indexOf(status)) outcomes.set(key, { file, status });
    }
  }
  return table([...outcomes.values()], [...all.values()]);
}

function* changesOf(files, seed) {
  for (const [file, { mutants }] of Object.entries(files))
    for (const { mutatorName: mutator, replacement, status, statusReason, location } of mutants) {
      const { start, end } = location;
      const place = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
      const change = { file, mutator, replacement, ...place };
      const outcome = isLoop(status, statusReason) ? 'Loop' : status;
      yield { key: JSON.stringify(change), file, share: shareOf(seed, change), status: outcome };
    }
}

function isIn(sample, share) {
  if (sample === undefined) return true;
  const { from, to } = readShare(sample);
  return from <= share && share < to;
}

/** The core by its folders, other places as a whole. */
const folderOf = (file) => {
  const [, place, folder] = file.split('/');
  return place === 'core' ? folder : place;
};

function table(outcomes, all) {
  const folders = [...new Set(all.map(folderOf))].sort();
  const counts = folders.map((folder) => ({
    folder,
    total: all.filter((file) => folderOf(file) === folder).length,
    ...countOf(outcomes.filter(({ file }) => folderOf(file) === folder)),
  }));
  return [
    '| folder | changes | run | killed | endless loop | out of time | survived | no test | score | left out (static) |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...counts.map(row),
    row({ folder: 'all', total: all.length, ...countOf(outcomes) }),
    '',
    whole(counts, all.length, ({ noticed, run }) => noticed / run),
    `Were every change survived that ran out of time: ${whole(counts, all.length, ({ noticed, timedOut, run }) => (noticed - timedOut) / run)}`,
  ].join('\n');
}

function countOf(found) {
  const count = (...statuses) => found.filter(({ status }) => statuses.includes(status)).length;
  const killed = count('Killed', 'RuntimeError');
  const [loops, timedOut, survived] = [count('Loop'), count('Timeout'), count('Survived')];
  const [untested, ignored] = [count('NoCoverage'), count('Ignored')];
  const noticed = killed + loops + timedOut;
  const run = noticed + survived + untested;
  return { run, killed, loops, timedOut, survived, untested, ignored, noticed };
}

function row({ folder, total, run, killed, loops, timedOut, survived, untested, ignored, noticed }) {
  const score = `${((100 * noticed) / run).toFixed(1)} %`;
  return `| ${[folder, total, run, killed, loops, timedOut, survived, untested, score, ignored].join(' | ')} |`;
}

/** The score of all folders together, each weighed by its changes, with the interval that holds it in 95 of 100 samples. */
function whole(counts, total, scoreOf) {
  let [score, variance] = [0, 0];
  for (const count of counts) {
    const [weight, own] = [count.total / total, scoreOf(count)];
    score += weight * own;
    variance += (weight ** 2 * own * (1 - own) * (1 - count.run / count.total)) / count.run;
  }
  const percent = (share) => (100 * share).toFixed(1);
  return `Weighed by the changes of each folder: ${percent(score)} % (95 % interval: ± ${percent(1.96 * Math.sqrt(variance))})`;
}
