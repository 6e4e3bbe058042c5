/**
 * The goals, as a table: what is measured, which result it is read from, the least (or most) its median may be, and what
 * would be better still.
 */
export const goals = [
  row('1', 'one token in 10 KB: × ripgrep', (r) => r.corpora['one token in 10 KB'].ripgrep, {
    least: 3,
    stretch: 5,
  }),
  row('1', 'tokens found, in all corpora', (r) => exact(r, (corpus) => corpus.recall), { least: 1 }),
  row('1', 'strays, in all corpora', (r) => exact(r, (corpus) => corpus.strays, Math.max), { most: 0 }),
  row('2', 'no token: × ripgrep', (r) => r.corpora['no token'].ripgrep, { least: 1.5 }),
  row('2', 'no token: × memchr', (r) => r.corpora['no token'].memchr, { least: 0.3, stretch: 0.5 }),
  row('3', 'one token in 500 B, headers checked: × ripgrep', (r) => r.corpora['one token in 500 B'].ripgrep, {
    least: 1.2,
    stretch: 3,
  }),
  ...['no token', 'one token in 10 KB', 'one token in 500 B'].map((name) =>
    row('4', `${name}: two-byte text × one-byte`, (r) => r.corpora[name].twoBytes, { least: 0.5 }),
  ),
  row(
    '–',
    'one token in 10 KB: × ripgrep looking for eyJ only',
    (r) => r.corpora['one token in 10 KB'].ripgrepEyJ,
    {},
  ),
  row('–', 'no token: × ripgrep looking for eyJ only', (r) => r.corpora['no token'].ripgrepEyJ, {}),
  row('–', 'JSON lines, no token: × ripgrep', (r) => r.corpora['JSON lines, no token'].ripgrep, {}),
  row('9', 'first verification: share of jose’s time', (r) => r.firstVerify.share.jose, { most: 0.5 }),
  row('9', 'first verification: share of jsonwebtoken’s', (r) => r.firstVerify.share.jsonwebtoken, {
    most: 0.25,
  }),
  row('11', 'weak secret, 100,000 words: × jwt_tool’s loop', (r) => r.strength.speed['jwt_tool’s loop'], {
    least: 1,
  }),
  row('11', 'weak secret, 100,000 words: × jwt-cracker', (r) => r.strength.speed['jwt-cracker'], {
    least: 2,
  }),
  row('11', 'weak secret: milliseconds until a cancelled worker is gone', (r) => r.strength.cancel, {
    most: 50,
  }),
  row('–', 'first verification: share of fast-jwt’s', (r) => r.firstVerify.share['fast-jwt'], {}),
  row('–', 'first verification: share of node:crypto’s', (r) => r.firstVerify.share['node:crypto'], {}),
  row(
    '–',
    'first verification: share of bare WebCrypto’s',
    (r) => r.firstVerify.share['WebCrypto alone'],
    {},
  ),
];

/** A row of goal 5 for each hostile text. */
export function hostileGoals(results) {
  return Object.keys(results).flatMap((name) => [
    row('5', `${name}: ten times the text takes`, (r) => r.hostile[name].growth, { most: 13 }),
    ...(results[name].ripgrep
      ? [row('5', `${name}: × ripgrep`, (r) => r.hostile[name].ripgrep, { least: 0.7 })]
      : []),
  ]);
}

function row(number, what, read, { least, most, stretch }) {
  return { number, what, read, least, most, stretch };
}

function exact({ corpora }, read, worst = Math.min) {
  const value = worst(...Object.values(corpora).map(read));
  return { min: value, median: value, max: value };
}

/** `met`, `missed`, `told` where no goal is set, or `peer missing`. */
export function judge(goal, results) {
  const value = goal.read(results);
  if (value === undefined) return { verdict: 'peer missing' };
  if (goal.least === undefined && goal.most === undefined) return { value, verdict: 'told' };
  const isMet = goal.least === undefined ? value.median <= goal.most : value.median >= goal.least;
  return { value, verdict: isMet ? 'met' : 'missed' };
}
