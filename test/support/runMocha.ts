import type Mocha from 'mocha';

/** What a suite inside VS Code reports about itself; scripts/lib/results.mjs reads it. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly { readonly title: string; readonly error: string }[];
  readonly about?: string;
}

/** Reports nothing: the runner's own events are enough, and a worker has no screen to show results on. */
function SilentReporter(): void {
  // Nothing to say.
}

/** How both kinds of host set up mocha. */
export const mochaOptions = {
  ui: 'bdd',
  timeout: 120_000,
  forbidOnly: true,
  forbidPending: true,
  reporter: SilentReporter as unknown as Mocha.ReporterConstructor,
} satisfies Mocha.MochaOptions;

/**
 * Runs bundled suites with a mocha made elsewhere (Node's or the browser's) and says each test's title as it ends.
 * A pending test counts as failed: a test that is not run proves nothing.
 */
export async function runMocha(mocha: Mocha, loadSuites: () => void, grep?: string): Promise<SuiteResult> {
  if (grep) mocha.fgrep(grep);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  loadSuites();
  const failures: { title: string; error: string }[] = [];
  let passed = 0;
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    const fail = (test: Mocha.Runnable, error: unknown): void => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      failures.push({ title: test.fullTitle(), error: text });
      console.error(`✗ ${test.fullTitle()}\n${text}`);
    };
    runner.on('pass', (test) => {
      passed += 1;
      console.log(`✓ ${test.fullTitle()}`);
    });
    runner.on('fail', fail);
    runner.on('pending', (test) => fail(test, 'pending: it was not run'));
  });
  return { passed, failed: failures.length, failures };
}
