import { parseArgs } from 'node:util';
import { fuzz, keepCrash, targets } from './fuzz';

/** `npm run fuzz -- [--target NAME] [--runs N] [--seed S]`: every target with 100,000 runs unless said otherwise. */
const { values } = parseArgs({
  options: {
    target: { type: 'string', default: 'all' },
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});

async function main(): Promise<void> {
  const names = values.target === 'all' ? [...targets.keys()] : values.target.split(',');
  const runs = Number(values.runs);
  const seed = Number(values.seed);
  for (const target of names) {
    const { crashes, characters, milliseconds } = await fuzz({ target, runs, seed });
    for (const crash of crashes) console.log(`CRASH ${crash.message.split('\n', 1)[0]}: ${keepCrash(crash)}`);
    const speed = Math.round((runs * 1000) / milliseconds);
    console.log(
      `${target}: ${runs} runs, seed ${seed}, ${crashes.length} crashes, ${(characters / 1e6).toFixed(1)} M characters, ` +
        `${(milliseconds / 1000).toFixed(0)} s, ${speed} runs/s`,
    );
    if (crashes.length > 0) process.exitCode = 1;
  }
}

void main();
