import type Mocha from 'mocha';

interface Failure {
  readonly title: string;
  readonly error: string;
}

/** What a suite inside VS Code reports about itself; scripts/lib/results.mjs reads it. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly Failure[];
  /** Failures of tests that were run a second time; whether that one passed, `failures` says. */
  readonly retried?: readonly Failure[];
  readonly about?: string;
}

/** Reports nothing: the runner's own events are enough, and a worker has no screen to show results on. */
function SilentReporter(): void {
  // Nothing to say.
}

/** How mocha is set up wherever it does not run by itself. */
export const mochaOptions = {
  ui: 'bdd',
  timeout: 120_000,
  forbidOnly: true,
  forbidPending: true,
  reporter: SilentReporter as unknown as Mocha.ReporterConstructor,
} satisfies Mocha.MochaOptions;

/**
 * The same in a VS Code: what needs a whole editor may fail for want of time on a busy machine, so it is tried once more. The
 * report names it, and it is to be mended all the same.
 */
export const mochaOptionsInVsCode = { ...mochaOptions, retries: 1 } satisfies Mocha.MochaOptions;

/**
 * Runs bundled suites with a mocha made elsewhere (Node's or the browser's) and says each test's title as it ends.
 * A pending test counts as failed: a test that is not run proves nothing.
 */
export async function runMocha(mocha: Mocha, loadSuites: () => void, grep?: string): Promise<SuiteResult> {
  if (grep) mocha.fgrep(grep);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  loadSuites();
  const failures: Failure[] = [];
  const retried: Failure[] = [];
  let passed = 0;
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    const note = (list: Failure[], mark: string, test: Mocha.Runnable, error: unknown): void => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      list.push({ title: test.fullTitle(), error: text });
      console.error(`${mark} ${test.fullTitle()}\n${text}`);
    };
    runner.on('pass', (test) => {
      passed += 1;
      console.log(`✓ ${test.fullTitle()}${slowness(test)}`);
    });
    runner.on('fail', (test, error) => note(failures, '✗', test, error));
    runner.on('retry', (test: Mocha.Runnable, error: unknown) => note(retried, '↻', test, error));
    runner.on('pending', (test) => note(failures, '✗', test, 'pending: it was not run'));
  });
  return { passed, failed: failures.length, failures, retried };
}

/** How long a test took, where that is longer than a wait nobody notices. */
function slowness({ duration = 0 }: Mocha.Test): string {
  return duration > 500 ? ` (${Math.round(duration)}ms)` : '';
}
