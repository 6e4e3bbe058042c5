import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { runChild } from '../../scripts/lib/children.mjs';
import { logs, tool } from '../../scripts/lib/paths.mjs';
import { scratchFolder } from '../../scripts/lib/scratchFolder.mjs';
import { startServedSession } from '../../scripts/lib/servedSession.mjs';
import { Workbench } from '../ui/support/workbench';
import { HostWatcher } from './host';
import { PageWatcher } from './page';
import { countProcesses } from './processes';
import { steps } from './steps';
import type { Sample } from './verdict';

/** How a run is to be. */
export interface SoakOptions {
  readonly minutes: number;
  /** Seconds of rest after each cycle, for a run beside other work. */
  readonly pause: number;
  /** What the watcher leaks in each cycle, to show that it is noticed. */
  readonly leak?: string | undefined;
  /** Folder for heap snapshots of the extension host, from the half and from the end. */
  readonly snapshots?: string | undefined;
  readonly say: (line: string) => void;
  /** Told of each sample at once, so that a run that is cut short is not lost. */
  readonly onSample: (sample: Sample) => void;
}

/** What a run saw. */
export interface SoakRun {
  readonly minutes: number;
  readonly version: string;
  readonly browser: string;
  /** Since the window was last reloaded. */
  readonly samples: readonly Sample[];
  readonly cycles: number;
  readonly reloads: number;
  readonly done: number;
  /** Steps that did not come to their end, with why. */
  readonly failures: readonly string[];
  /** Whether the extension host ended though nobody reloaded the window. */
  readonly lost: boolean;
}

/** When the window is reloaded, as shares of the run: early, so that the second half is one extension host's. */
const reloadsAt = [0.1, 0.2, 0.3];

/** Uses the extension as a user would, over and over, and counts what lives after each time round. */
export async function soak(options: SoakOptions): Promise<SoakRun> {
  const folder = scratchFolder('soak');
  const secret = randomBytes(16).toString('hex');
  const portFile = join(folder, 'port.json');
  const { server, session } = await startServedSession({
    name: 'soak',
    beside: [await packWatcher(folder)],
    env: { CLAIMCHECK_SOAK_SECRET: secret, CLAIMCHECK_SOAK_PORT: portFile },
  });
  const { browser, about } = await launchBrowser();
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    // The loader that runs these TypeScript files wraps inner functions in a helper, which a page does not have.
    await context.addInitScript('globalThis.__name ??= (named) => named');
    const page = await context.newPage();
    page.setDefaultTimeout(45_000);
    const window = new Workbench(page, session);
    await page.goto(session.url);
    await window.waitUntilReady();
    await window.trustWorkspace();
    const host = new HostWatcher(portFile, secret);
    await window.reset();
    const seen = await goRound(options, window, host, await PageWatcher.of(page));
    return { minutes: options.minutes, version: server.version, browser: about, ...seen };
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function packWatcher(folder: string): Promise<string> {
  const vsix = join(folder, 'watcher.vsix');
  const args = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--skip-license',
    '--out',
    vsix,
  ];
  const { code, output } = await runChild(process.execPath, [tool.vsce, ...args], {
    cwd: join(import.meta.dirname, 'watcher'),
    logFile: join(logs, 'soak-watcher.log'),
  });
  if (code !== 0) throw new Error(`The watcher was not packed:\n${output}`);
  return vsix;
}

async function goRound(
  { minutes, pause, leak, snapshots, say, onSample }: SoakOptions,
  window: Workbench,
  host: HostWatcher,
  page: PageWatcher,
): Promise<Omit<SoakRun, 'minutes' | 'version' | 'browser'>> {
  const length = minutes * 60_000;
  const since = performance.now();
  const share = (): number => (performance.now() - since) / length;
  const failures: string[] = [];
  let samples: Sample[] = [];
  let [cycles, reloads, done] = [0, 0, 0];
  let pid = await host.waitForNext();
  let isHalfTaken = false;
  let lost = false;
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      done++;
    } catch (error) {
      failures.push(`cycle ${cycles}, ${what}: ${String(error)}`);
      say(failures.at(-1) ?? '');
      await window.screenshot(`soak ${cycles} ${what}`);
    }
  };
  while (share() < 1) {
    cycles++;
    for (const step of steps) {
      await attempt(step.name, () => step.run(window, cycles));
      await attempt('an empty window', () => window.reset());
    }
    for (const file of ['soak.txt', 'soak.py', 'keys/soak.jwks.json'])
      rmSync(join(window.session.workspace, file), { force: true });
    if (leak !== undefined) await host.leak(leak);
    await sleep(2000); // VS Code takes leave of closed documents a little later
    const sample = await read(host, page);
    lost ||= sample['host: pid'] !== pid;
    samples.push(sample);
    onSample(sample);
    say(`${(share() * minutes).toFixed(1)} min, cycle ${cycles}: ${lineOf(sample)}`);
    if (snapshots !== undefined && !isHalfTaken && share() > 0.5) {
      isHalfTaken = true;
      await host.snapshot(join(snapshots, 'half.heapsnapshot'));
    }
    if (reloads < reloadsAt.length && share() > (reloadsAt[reloads] ?? 1)) {
      reloads++;
      await attempt('reload the window', async () => {
        await window.runCommand('Developer: Reload Window');
        pid = await host.waitForNext(pid);
        await window.waitUntilReady();
        await window.reset();
      });
      samples = [];
    }
    await sleep(pause * 1000);
  }
  if (snapshots !== undefined) await host.snapshot(join(snapshots, 'end.heapsnapshot'));
  return { samples, cycles, reloads, done, failures, lost };
}

async function read(host: HostWatcher, page: PageWatcher): Promise<Sample> {
  const [{ pid, parent, counts, bytes }, inPage] = [await host.count(), await page.count()];
  const named = (place: string, values: object): [string, number][] =>
    Object.entries(values).map(([name, value]) => [`${place}: ${name}`, Number(value)]);
  const processes = countProcesses(parent);
  return Object.fromEntries([
    ...named('host', { pid, ...bytes, ...counts }),
    ...named('page', inPage),
    ...(processes === undefined ? [] : named('server', { processes })),
  ]);
}

const lineOf = (sample: Sample): string =>
  ['host: heap', 'host: listeners', 'host: disposables', 'host: panels', 'page: heap', 'page: listeners']
    .map((name) => `${name} ${sample[name]}`)
    .join(', ');
