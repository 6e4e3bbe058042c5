import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { detectTarget } from './detectTarget';
import { inspectTarget } from './inspectTarget';
import { keysTarget } from './keysTarget';
import { messagesTarget } from './messagesTarget';
import { parseTarget } from './parseTarget';

import { randomFrom } from './random.mjs';
import { settingsTarget } from './settingsTarget';
import type { Target } from './target';
import { verifyTarget } from './verifyTarget';

/** Every target by its name on the command line. */
export const targets: ReadonlyMap<string, Target> = new Map([
  ['detect', detectTarget],
  ['parse', parseTarget],
  ['inspect', inspectTarget],
  ['verify', verifyTarget],
  ['keys', keysTarget],
  ['messages', messagesTarget],
  ['settings', settingsTarget],
]);

/** An input that broke a promise, as it is kept. */
export interface Crash {
  readonly target: string;
  /** Run and seed that found it. */
  readonly seed: number;
  readonly run: number;
  readonly message: string;
  readonly text: string;
}

export const crashFolder = fileURLToPath(new URL('crashes/', import.meta.url));

export interface FuzzRequest {
  readonly target: string;
  readonly runs: number;
  readonly seed: number;
  /** Called now and then with the runs done. */
  readonly progress?: (runs: number) => void;
}

export interface FuzzResult {
  readonly crashes: readonly Crash[];
  /** Characters of all inputs together. */
  readonly characters: number;
  readonly milliseconds: number;
}

/** Stops where there are enough to look at. */
const enoughCrashes = 20;

/**
 * Runs a target; the same seed gives the same inputs. A run crashes where it throws, or takes longer than linear work could:
 * a slow run is tried again before it is believed, for the machine may have been away.
 */
export async function fuzz({ target: name, runs, seed, progress }: FuzzRequest): Promise<FuzzResult> {
  const target = targets.get(name);
  if (target === undefined) throw new Error(`There is no target ${name}.`);
  const crashes: Crash[] = [];
  let characters = 0;
  const begun = performance.now();
  for (let run = 0; run < runs && crashes.length < enoughCrashes; run++) {
    // A generator for each run: any of them can be had again without those before it.
    const random = randomFrom(seed * 1_000_003 + run);
    const text = target.make(random);
    characters += text.length;
    const message = await tried(target, text, random.below(2 ** 31));
    if (message !== undefined) crashes.push({ target: name, seed, run, message, text });
    if (run % 10_000 === 0) progress?.(run);
  }
  return { crashes, characters, milliseconds: performance.now() - begun };
}

/** Milliseconds of processor time that linear work may take: far above what it does. Time on the clock says little of a busy machine. */
function patience(characters: number): number {
  return 100 + characters / 10;
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Runs the target on a text; answers what was wrong, or undefined. A run that takes longer than the limit, in milliseconds of
 * processor time, is believed to do so after four more; the clock, which is cheaper to read, says first whether to ask.
 */
export async function tried(
  target: Target,
  text: string,
  seed: number,
  limit = patience(text.length),
): Promise<string | undefined> {
  let quickest = Infinity;
  for (let attempt = 0; attempt < 5; attempt++) {
    const begun = performance.now();
    const begunWork = attempt === 0 ? 0 : processorTime();
    try {
      await target.run(text, randomFrom(seed));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    if (performance.now() - begun <= limit) return undefined;
    if (attempt > 0) quickest = Math.min(quickest, processorTime() - begunWork);
    if (quickest <= limit) return undefined;
  }
  return `took ${quickest.toFixed(0)} ms for ${text.length} characters`;
}

/** Keeps a crash as a case that the unit tests run from then on; answers its file. */
export function keepCrash(crash: Crash): string {
  mkdirSync(crashFolder, { recursive: true });
  const digest = createHash('sha256').update(crash.text).digest('hex').slice(0, 12);
  const file = `${crashFolder}${crash.target}-${digest}.json`;
  writeFileSync(file, `${JSON.stringify(crash, undefined, 2)}\n`);
  return file;
}
