import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { runChild } from './children.mjs';
import { cleanCoverage } from './cleanCoverage.mjs';
import { logs, out, root, tool } from './paths.mjs';
import { dim, green, red, say, saying } from './say.mjs';

/** What lines and branches of the core must reach, in per cent. */
const goal = 97;
const folder = join(out, 'coverage');
/** The suites that run the core in plain Node; those of scripts and of the manifest never do. */
const suites = ['test/{core,protocol,inspector,conformance}/**/*.test.ts'];

/**
 * Measures what the tests run of the core, as V8 counts it, and writes the report.
 * @param {string[]} args `--tests "GLOB GLOB"` for these unit tests alone, `--of src/core/jose` for a report of one folder
 * @returns {Promise<number>} the exit code: 0 where nothing failed and lines and branches reach the goal
 */
export async function measureCoverage(args) {
  const { values } = parseArgs({ args, options: { tests: { type: 'string' }, of: { type: 'string' } } });
  const tests = values.tests?.trim().split(/\s+/);
  const recordings = join(folder, 'v8');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(recordings, { recursive: true });

  /** @param {string} what @param {string[]} command */
  const record = async (what, command) => {
    const logFile = join(logs, 'coverage.log');
    const env = { NODE_V8_COVERAGE: recordings };
    const options = { env, logFile, timeout: 1_800_000 };
    const { code, output } = await saying(what, () => runChild(process.execPath, command, options));
    if (code !== 0)
      say(`${red('FAILED')} with code ${code}\n${output.trimEnd().split('\n').slice(-60).join('\n')}`);
    return code === 0;
  };
  const mocha = [
    tool.mocha,
    '--no-config',
    '--node-option',
    'import=tsx',
    '--extension',
    'ts',
    '--timeout',
    '60000',
  ];
  // A module that no test loads would not be counted at all: hence all are loaded first.
  const isPassed = [
    await record(
      tests ? `Unit tests ${tests.join(' ')}` : 'Unit tests of core, protocol, inspector and conformance',
      [
        ...[...mocha, '--reporter', 'dot', '--forbid-only', '--forbid-pending'],
        ...['--file', join(root, 'test', 'support', 'loadCore.ts'), ...(tests ?? suites)],
      ],
    ),
    tests
      ? true
      : await record('Conformance', ['--import', 'tsx', join(root, 'test', 'conformance', 'main.ts')]),
  ].every(Boolean);

  await saying('Leaving out what the compiler added', async () => keepCore(recordings));
  const isReached = await report(recordings, values.of ?? 'src/core');
  return isPassed && isReached ? 0 : 1;
}

/** @param {string} recordings */
function keepCore(recordings) {
  const core = `${pathToFileURL(join(root, 'src', 'core')).href}/`;
  for (const name of readdirSync(recordings)) {
    const file = join(recordings, name);
    const kept = cleanCoverage(JSON.parse(readFileSync(file, 'utf8')), (url) => url.startsWith(core));
    if (kept.result.length > 0) writeFileSync(file, JSON.stringify(kept));
    else rmSync(file);
  }
}

/** @param {string} recordings @param {string} of */
async function report(recordings, of) {
  const files = join(folder, 'files.txt');
  const { code, output } = await saying('Writing the report', () =>
    runChild(
      process.execPath,
      [
        ...[
          tool.c8,
          'report',
          '--temp-directory',
          recordings,
          '--reports-dir',
          folder,
          '--include',
          `${of}/**`,
        ],
        ...['--check-coverage', '--lines', String(goal), '--branches', String(goal), '--functions', '0'],
        ...['--statements', '0', '--reporter', 'html', '--reporter', 'json-summary', '--reporter', 'json'],
        ...['--reporter', 'text'],
      ],
      { logFile: files },
    ),
  );
  const summary = join(folder, 'coverage-summary.json');
  const { total } = JSON.parse(readFileSync(summary, 'utf8'));
  say(output.split('\n').filter(isTelling).join('\n'));
  say(dim(`By file: ${files}; line by line: ${join(folder, 'index.html')}`));
  say(
    `${code === 0 ? green('ok') : red('FAILED')} coverage of ${of}: ${total.lines.pct} % of lines, ` +
      `${total.branches.pct} % of branches; the goal is ${goal} % of both`,
  );
  return code === 0;
}

/** Rows of files with something left to run, below the table's head. @param {string} line */
const isTelling = (line) => /^(File|All files)|\|\s*\d[^|]*$|^ERROR/.test(line);
