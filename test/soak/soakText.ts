import type { SoakRun } from './soak';
import type { Finding } from './verdict';

const figure = (value: number, digits: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The table of a run, in Markdown: a row for each quantity. */
export function findingsTable(findings: readonly Finding[]): string {
  const rows = findings.map(({ limit, growth, isGrowing }) => {
    const [odd, even] = growth.halves.map((half) => figure(half, 2));
    const unit = limit.unit === undefined ? '' : ` ${limit.unit}`;
    return [
      limit.quantity,
      `${figure(growth.level, 0)}${unit}`,
      `${figure(growth.perCycle, 2)}${unit}`,
      `${odd}, ${even}`,
      `${limit.perCycle}${unit}`,
      isGrowing ? '**grows**' : 'level',
    ];
  });
  const head = ['quantity', 'median', 'growth per cycle', 'A/A: odd, even', 'allowed', ''];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What a run was, in a sentence. */
export function runText({ minutes, cycles, done, failures, reloads, version, browser }: SoakRun): string {
  return (
    `${minutes} minutes, ${cycles} cycles with ${done} actions that came to their end and ${failures.length} that did not, ` +
    `${reloads} reloads of the window; served VS Code ${version}, ${browser}.`
  );
}

/** docs/soak.md. */
export function soakPage(run: SoakRun, findings: readonly Finding[], date: string): string {
  return `# Soak

\`npm run soak\` uses the packaged extension in a served VS Code for ten minutes (\`-- --minutes 60\` for an hour), over and over as a user
would: opens, hovers, types, verifies, inspects and reloads the panel, edits and signs again, extends, asks why, guesses a secret, shows as text,
compares, changes keys and secrets, finds tokens in the workspace (\`test/soak/steps.ts\`). After each time round everything is closed, and
what lives in the extension host and in the window is counted after a forced garbage collection. \`-- --record\` writes this page.

It fails where a quantity grows over the second half of the run, where one action in ten does not come to its end, or where the extension host ends.
The first half is for what is loaded and kept on first use, and for three reloads of the window; the second is one extension host's.

- **Growth** is the slope of Theil and Sen over the samples of the second half: the median of the slopes between any two, which a few wild ones do not bend.
- **A/A**: the same slope from the odd samples only, and from the even ones only. It is the same question asked twice, so how far apart the answers are is what
  they are worth. A quantity counts as growing where the whole exceeds what is allowed, each half exceeds half of that,
  and the last quarter's median lies above all of the first half. Otherwise it came and went: VS Code holds the text of a document it was asked for
  until three minutes after, so that how many are alive, with their listeners, follows how quick the cycles are.
- **Allowed**: of things that are counted one in ten cycles, so that one that is left behind each time, or each second time, shows. Heaps breathe by a megabyte or two; what is
  allowed is less than a panel or a document that is kept each time.
- \`-- --leak listener\`, \`watcher\` or \`memory\` leaks one in each cycle, and the run must fail: the soak can.
- \`-- --pause 30\` rests between cycles, for a run beside other work; \`-- --snapshots FOLDER\` writes the extension host's heap at the half and at the end.

Listeners, emitters and disposables are those of all of VS Code's API in the extension host, whoever made them; watchers, panels, quick picks are
living instances of VS Code's classes; the names that end in \`Wrap\` are what keeps Node's event loop alive. A heap holds besides objects what V8
compiled and learnt of their shapes, which goes on growing for a while: compare two snapshots before anything is blamed for a heap.

## The last run

${date}: ${runText(run)}

${findingsTable(findings)}
`;
}
