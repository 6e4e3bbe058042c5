/** The tests inside VS Code's Node extension host, through `@vscode/test-electron`. Started by `scripts/test.mjs`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { runChild } from '../lib/children.mjs';
import { chooseVsCode, needsXvfb } from '../lib/chooseVsCode.mjs';
import { copyWorkspace } from '../lib/copyWorkspace.mjs';
import { developmentFolder } from '../lib/developmentFolder.mjs';
import { out, root, samples } from '../lib/paths.mjs';
import { scratchFolder } from '../lib/scratchFolder.mjs';
import { servedVersion } from '../lib/servedVsCode.mjs';

const choice = await chooseVsCode();
if (choice.kind === 'desktop' && needsXvfb()) {
  const { code } = await runChild('xvfb-run', ['-a', process.execPath, fileURLToPath(import.meta.url)], {
    onLine: (line) => console.log(line),
  });
  process.exit(code);
}
const vscodeExecutablePath =
  choice.kind === 'served'
    ? choice.executable
    : await downloadAndUnzipVSCode({ version: choice.version, cachePath: join(root, '.vscode-test') });

const profile = scratchFolder('user');
try {
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: choice.kind === 'served' ? developmentFolder(servedVersion()) : root,
    extensionTestsPath: join(out, 'test', 'host', 'index.js'),
    launchArgs: [
      copyWorkspace(samples),
      `--user-data-dir=${profile}`,
      `--extensions-dir=${join(profile, 'extensions')}`,
    ],
    extensionTestsEnv: { CLAIMCHECK_HOST_KIND: choice.kind },
  });
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
