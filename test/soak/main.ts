import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endWith } from '../../scripts/lib/endWith.mjs';
import { out, root } from '../../scripts/lib/paths.mjs';
import { ensureServedVsCode } from '../../scripts/lib/servedVsCode.mjs';
import { buildVsix } from '../../scripts/lib/vsix.mjs';
import { soak, type SoakRun } from './soak';
import { findingsTable, runText, soakPage } from './soakText';
import { fewest, judge } from './verdict';

/** `npm run soak -- [--minutes 60] [--pause SECONDS] [--record] [--leak NAME] [--snapshots FOLDER]`: see docs/soak.md. */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    pause: { type: 'string', default: '0' },
    record: { type: 'boolean', default: false },
    leak: { type: 'string' },
    snapshots: { type: 'string' },
  },
});

async function main(): Promise<number> {
  await ensureServedVsCode();
  await buildVsix();
  mkdirSync(out, { recursive: true });
  // Written as it goes: a run that is cut short is not lost.
  const samples = join(out, 'soak.jsonl');
  rmSync(samples, { force: true });
  const run = await soak({
    minutes: Number(values.minutes),
    pause: Number(values.pause),
    leak: values.leak,
    snapshots: values.snapshots,
    say: (line) => console.log(line),
    onSample: (sample) => appendFileSync(samples, `${JSON.stringify(sample)}\n`),
  });
  writeFileSync(join(out, 'soak.json'), JSON.stringify(run));
  return report(run);
}

function report(run: SoakRun): number {
  const findings = judge(run.samples);
  console.log(runText(run));
  if (!findings) {
    console.log(`Fewer than ${fewest} cycles in the second half say nothing: give it more minutes.`);
    return 1;
  }
  console.log(findingsTable(findings));
  if (values.record)
    writeFileSync(
      join(root, 'docs', 'soak.md'),
      soakPage(run, findings, new Date().toISOString().slice(0, 10)),
    );
  const growing = findings.filter(({ isGrowing }) => isGrowing).map(({ limit }) => limit.quantity);
  const tooMany = run.failures.length > run.done / 9;
  if (growing.length > 0) console.log(`FAILED: growing: ${growing.join(', ')}`);
  if (tooMany) console.log('FAILED: more than one action in ten did not come to its end');
  if (run.lost) console.log('FAILED: the extension host ended by itself');
  if (growing.length > 0 || tooMany || run.lost) return 1;
  console.log('ok: nothing grows');
  return 0;
}

void endWith(main);
