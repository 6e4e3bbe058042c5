/**
 * The unit suites of `core` and `protocol`, and the vectors that need no files, in a real browser's Web Worker: as a secure page has it, then, for what
 * signs and encrypts, where there is no WebCrypto. Started by `scripts/test.mjs`.
 */
import assert from 'node:assert/strict';
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { suiteMark } from '../../scripts/lib/results.mjs';
import type { SuiteResult } from '../support/runMocha';
import { bundleSuites, sortSuites } from './bundleSuites';
import { runInPage } from './runInPage';
import { serveSuites } from './serveSuites';

const { grep } = parseArgs({ options: { grep: { type: 'string' } } }).values;

/** A name that is this machine to our browser alone; over http, only 127.0.0.1 and its like are secure contexts. */
const insecureHost = 'insecure.test';
const passes = [
  { host: '127.0.0.1', places: ['test/'], isSecure: true, about: 'in a secure context' },
  {
    host: insecureHost,
    places: [
      'test/conformance/',
      ...['crypto', 'verify', 'sign', 'encrypt', 'decrypt', 'sdJwt'].map((place) => `test/core/${place}/`),
    ],
    isSecure: false,
    about: 'without WebCrypto',
  },
];

interface Total extends SuiteResult {
  readonly about: string;
}

function suiteFiles(): readonly string[] {
  return ['core', 'protocol', 'conformance'].flatMap((place) =>
    readdirSync(join(root, 'test', place), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => `test/${place}/${file.replaceAll('\\', '/')}`)
      .sort(),
  );
}

async function runPasses(script: string): Promise<Total> {
  const server = await serveSuites(script);
  const { browser, about } = await launchBrowser([`--host-resolver-rules=MAP ${insecureHost} 127.0.0.1`]);
  const total = { passed: 0, failed: 0, failures: [] as { title: string; error: string }[], about };
  try {
    for (const { host, places, isSecure, about } of passes) {
      const page = await browser.newPage();
      const ran = await runInPage(page, { address: `http://${host}:${server.port}/`, places, grep });
      await page.close();
      // What this layer is for: were it otherwise, the suites would prove nothing new.
      const expected = { isWorker: true, isSecure, hasSubtle: isSecure, nodeGlobals: [] };
      assert.deepEqual(ran.host, expected, 'the host of the suites is not as it should be');
      console.log(`${suiteMark}${about}: ${ran.result.passed} passed, ${ran.result.failed} failed`);
      total.passed += ran.result.passed;
      total.failed += ran.result.failed;
      for (const { title, error } of ran.result.failures)
        total.failures.push({ title: `${about}: ${title}`, error });
    }
  } finally {
    await browser.close();
    server.close();
  }
  return total;
}

function report(total: Total): void {
  const resultFile = process.env['CLAIMCHECK_RESULT'];
  if (resultFile) {
    writeFileSync(`${resultFile}.part`, JSON.stringify(total));
    renameSync(`${resultFile}.part`, resultFile);
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

async function main(): Promise<void> {
  const files = suiteFiles();
  const { portable, left } = await sortSuites(files);
  console.log(`${suiteMark}${portable.length} of ${files.length} suites need nothing of Node; the others:`);
  for (const [file, needs] of left) console.log(`${suiteMark}  ${file}: ${needs}`);
  const total = await runPasses(await bundleSuites(portable));
  report({ ...total, about: `Web Worker, ${portable.length} of ${files.length} suites, ${total.about}` });
}

void main();
