import { partNames } from './goals.mjs';
import { goalTexts } from './goalTexts.mjs';
import { quietRange } from './contest.mjs';
import { figure, range, wanted } from './report.mjs';

const intro = `# Performance

What \`npm run bench\` measured last, goal by goal. **This page is written by the bench**; its words are in \`bench/goalTexts.mjs\`, its figures in \`bench/results.json\`. How the bench works is in [bench/README.md](../bench/README.md).

Only ratios are goals, for they mean the same on every machine: contenders take turns in one run, another one begins each round, and a ratio is taken inside its round. Figures are minimum / median / maximum over the rounds; the median is judged. A/A is a contender against itself: where its median leaves ${quietRange.join('–')} the machine was too noisy for a verdict, and the row says so. Milliseconds are told for their size; they are those of one machine.`;

/** The page docs/performance.md, from what was kept of the last runs. */
export function performanceText(results) {
  return `${[intro, machines(results), summaryTable(results), ...goalTexts.map((goal) => goalSection(goal, results)), besides(results)].join('\n\n')}\n`;
}

function machines(results) {
  const lines = partNames
    .filter((part) => results[part])
    .map((part) => {
      const { date, machine } = results[part];
      const { node, cpu, vscode, ripgrep, load, rounds } = machine;
      const place = vscode ? `VS Code ${vscode}, served, its extension host or window` : `Node ${node}`;
      return [code(part), date, cpu, place, ripgrep ?? '–', figure(load), rounds].join(' | ');
    });
  return `## Where and when

| part (\`--only\`) | date | processors | where | ripgrep | load as it began | rounds |
|---|---|---|---|---|---|---|
${lines.map((line) => `| ${line} |`).join('\n')}`;
}

function summaryTable(results) {
  const lines = goalTexts.map(
    ({ number, title }) => `| ${number} | ${title} | ${verdictOf(rowsOf(number, results))} |`,
  );
  return `## At a glance

| goal | what | last run |
|---|---|---|
${lines.join('\n')}`;
}

/** All verdicts of a goal's rows, counted: a goal is as good as its worst row. */
function verdictOf(rows) {
  if (rows.length === 0) return 'not measured in full size yet';
  const verdicts = ['met', 'missed', 'too noisy', 'peer missing'];
  const counted = verdicts.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length]);
  const there = counted.filter(([, count]) => count > 0);
  if (there.length === 1) return there[0][0] === 'missed' ? '**missed**' : there[0][0];
  return there
    .map(
      ([verdict, count]) =>
        `${verdict === 'missed' ? '**missed**' : verdict} in ${count} of ${rows.length} rows`,
    )
    .join(', ');
}

function goalSection({ number, title, limits }, results) {
  const rows = rowsOf(number, results);
  const table = rows.length === 0 ? 'Not measured in full size yet.' : rowTable(rows);
  return `## ${number}. ${title}\n\n${table}\n\n${limits}`;
}

function rowsOf(number, results) {
  return partNames.flatMap((part) => (results[part]?.rows ?? []).filter((row) => row.number === number));
}

function rowTable(rows) {
  const lines = rows.map(({ what, value, unit, control, verdict, ...limits }) =>
    [
      what,
      wanted(limits) || '–',
      value ? `${range(value)}${unit ? ` ${unit}` : ''}` : '–',
      control ? figure(control.median) : '–',
      verdict === 'missed' ? '**missed**' : verdict,
    ].join(' | '),
  );
  return `| what | wanted (better still) | measured | A/A | verdict |
|---|---|---|---|---|
${lines.map((line) => `| ${line} |`).join('\n')}`;
}

function besides(results) {
  const sections = partNames
    .filter((part) => results[part])
    .map((part) => {
      const { rows, speeds } = results[part];
      const told = rows.filter(({ number }) => number === '–');
      const lines = speeds.map(({ what, value, unit }) => `| ${what} | ${range(value)} ${unit} |`);
      const figures = lines.length === 0 ? '' : `\n\n| on that machine | |\n|---|---|\n${lines.join('\n')}`;
      return `### ${code(part)}${told.length === 0 ? '' : `\n\n${rowTable(told)}`}${figures}`;
    });
  return `## Besides the goals\n\n${sections.join('\n\n')}`;
}

function code(name) {
  return `\`${name}\``;
}
