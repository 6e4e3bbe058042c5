import { isQuiet } from './contest.mjs';

/**
 * The goals, as tables of rows: part of the bench -> what its result says. A row is the goal's number (`–` for what is told
 * besides), what was measured, its value with minimum, median and maximum, the least or most its median may be, what would be
 * better still, the unit where it is no ratio, and the contest of one contender with itself that it is believed by.
 */
const tables = {
  corpora: (r) => [
    row('1', 'one token in 10 KB: times as fast as ripgrep', r['one token in 10 KB'].ripgrep, {
      least: 3,
      stretch: 5,
      control: r['one token in 10 KB'].control,
    }),
    row(
      '1',
      'tokens found, in all corpora',
      extreme(r, ({ recall }) => recall, Math.min),
      {
        least: 1,
        unit: 'of all',
      },
    ),
    row(
      '1',
      'strays, in all corpora',
      extreme(r, ({ strays }) => strays, Math.max),
      { most: 0, unit: 'tokens' },
    ),
    row('2', 'no token: times as fast as ripgrep', r['no token'].ripgrep, {
      least: 1.5,
      control: r['no token'].control,
    }),
    row('2', 'no token: times as fast as memchr', r['no token'].memchr, {
      least: 0.3,
      stretch: 0.5,
      control: r['no token'].control,
    }),
    row(
      '3',
      'one token in 500 B, headers checked: times as fast as ripgrep',
      r['one token in 500 B'].ripgrep,
      {
        least: 1.2,
        stretch: 3,
        control: r['one token in 500 B'].control,
      },
    ),
    ...['no token', 'one token in 10 KB', 'one token in 500 B'].map((name) =>
      row('4', `${name}: two-byte text, times as fast as one-byte`, r[name].twoBytes, {
        least: 0.5,
        control: r[name].control,
      }),
    ),
    row(
      '–',
      'one token in 10 KB: times as fast as ripgrep looking for eyJ only',
      r['one token in 10 KB'].ripgrepEyJ,
    ),
    row('–', 'no token: times as fast as ripgrep looking for eyJ only', r['no token'].ripgrepEyJ),
    row('–', 'JSON lines, no token: times as fast as ripgrep', r['JSON lines, no token'].ripgrep),
    row(
      '–',
      'one token in 10 KB: what a token costs, besides the walk through the text',
      extreme(
        { only: r['one token in 10 KB'] },
        ({ microsecondsPerToken }) => microsecondsPerToken,
        Math.max,
      ),
      { unit: 'µs' },
    ),
  ],
  hostile: (r) =>
    Object.entries(r).flatMap(([name, { growth, ripgrep, control, isPeerLess }]) => [
      row('5', `${name}: ten times the text takes`, growth, { most: 13, control, unit: 'times as long' }),
      ...(isPeerLess
        ? []
        : [row('5', `${name}: times as fast as ripgrep`, ripgrep, { least: 0.7, control })]),
    ]),
  documents: ({ edit, scan }) => [
    row('6', 'an edit followed in 10 MB: share of one getText()', edit.ofGetText, {
      most: 0.01,
      control: edit.control,
    }),
    row('6', 'an edit followed in 10 MB: times its cost at 1 MB', edit.ofSmall, {
      most: 2,
      control: edit.control,
    }),
    row(
      '–',
      'an edit in 10 MB, left alone for its size, as it ships: share of one getText()',
      edit.leftAlone,
    ),
    row('7', 'first scan of 10 MB: share of one getText()', scan.ofGetText, {
      most: 1.2,
      control: scan.control,
    }),
    row('7', 'first scan of 10 MB: its longest slice', scan.longest, {
      most: 8,
      unit: 'ms',
      control: scan.control,
    }),
  ],
  workspace: ({ files, search, scan }) => [
    row('8', `${files} files of 10 KB: share of ripgrep’s wall time`, search.ofRipgrep, {
      most: 1,
      control: search.control,
    }),
    row('8', `${files} files of 10 KB: tokens found`, search.recall, { least: 1, unit: 'of all' }),
    row('8', 'one large file, in process: times as fast as rg -j1', scan.ripgrep, {
      least: 2,
      control: scan.control,
    }),
    row('8', 'one large file, in process: tokens found', scan.recall, { least: 1, unit: 'of all' }),
  ],
  verify: ({ share, control }) => [
    row('9', 'first verification: share of jose’s time', share.jose, { most: 0.5, control }),
    row('9', 'first verification: share of jsonwebtoken’s', share.jsonwebtoken, { most: 0.25, control }),
    row('–', 'first verification: share of fast-jwt’s', share['fast-jwt']),
    row('–', 'first verification: share of node:crypto’s', share['node:crypto']),
    row('–', 'first verification: share of bare WebCrypto’s', share['WebCrypto alone']),
  ],
  hover: ({ documents, growth }) => [
    ...Object.entries(documents).map(([name, { ownSlow, control }]) =>
      row('10', `${name}: our provider by itself, 95 of 100 hovers`, ownSlow, {
        most: 5,
        unit: 'ms',
        control,
      }),
    ),
    ...Object.entries(growth).map(([name, value]) =>
      row('10', `${name}: our provider, times its median for 1 KB`, value, {
        most: 1.5,
        control: documents[name].control,
      }),
    ),
    ...Object.entries(documents).map(([name, { ofConstant, control }]) =>
      row('10', `${name}: round trip, times that of a constant`, ofConstant, { most: 1.2, control }),
    ),
  ],
  strength: ({ speed, cancel, control }) => [
    row('11', 'weak secret, 100,000 words: times as fast as jwt_tool’s loop', speed['jwt_tool’s loop'], {
      least: 1,
      control,
    }),
    row('11', 'weak secret, 100,000 words: times as fast as jwt-cracker', speed['jwt-cracker'], {
      least: 2,
      control,
    }),
    row('11', 'weak secret: until a cancelled worker is gone', cancel, { most: 50, unit: 'ms', control }),
  ],
  activation: ({ ofEmpty, ofReferences, entry, files, control }) => [
    row('12', 'activation: times that of an empty extension', ofEmpty, { most: 2.5, control }),
    row('12', 'activation: times that of references-view', ofReferences, { most: 1.2, control }),
    row('12', 'the entry’s bundle', entry, { most: 50, unit: 'KB' }),
    row('12', 'files loaded by activation', files, { most: 1, unit: 'files' }),
  ],
  inspector: ({ afterReady, whole, longest, control, wholeControl }) => [
    row('13', 'from ready to first paint: times that of a blank panel', afterReady, { most: 1.5, control }),
    row('–', 'from the page’s begin to first paint: times that of a blank panel', whole, {
      control: wholeControl,
    }),
    ...Object.entries(longest).map(([name, value]) =>
      row('13', `a token of 1 MB, ${name}: longest task over 50 ms`, value, { most: 50, unit: 'ms' }),
    ),
  ],
  typing: (r) =>
    Object.entries(r).map(([name, { ofWithout, control }]) =>
      row('–', `typing in ${name}: times the latency without the extension`, ofWithout, { control }),
    ),
};

/** The parts of the bench, in the order they are run and told. */
export const partNames = Object.keys(tables);

function row(number, what, value, { least, most, stretch, unit, control } = {}) {
  return { number, what, value, least, most, stretch, unit, control };
}

function extreme(corpora, read, worst) {
  const value = worst(...Object.values(corpora).map(read));
  return { min: value, median: value, max: value };
}

/** The rows of a part of the bench, judged. */
export function goalsOf(part, result) {
  return tables[part](result).map((one) => ({ ...one, verdict: judge(one) }));
}

/** `met`, `missed`, `too noisy` where one and the same contender differed from itself, `told` where no goal is set, or `peer missing`. */
export function judge({ value, least, most, control }) {
  if (value === undefined) return 'peer missing';
  if (least === undefined && most === undefined) return 'told';
  if (control !== undefined && !isQuiet(control)) return 'too noisy';
  return (least === undefined ? value.median <= most : value.median >= least) ? 'met' : 'missed';
}
