/** The tests inside VS Code's Node extension host, through `@vscode/test-electron`. Started by `scripts/test.mjs`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { chooseVsCode } from '../lib/chooseVsCode.mjs';
import { copyWorkspace } from '../lib/copyWorkspace.mjs';
import { out, root, samples } from '../lib/paths.mjs';

const choice = await chooseVsCode();
const vscodeExecutablePath =
  choice.kind === 'served'
    ? choice.executable
    : await downloadAndUnzipVSCode({ version: choice.version, cachePath: join(root, '.vscode-test') });
console.log(`${choice.kind} VS Code: ${choice.reason}`);

const profile = mkdtempSync(join(tmpdir(), 'claimcheck-profile-'));
const workspace = copyWorkspace(samples);
try {
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(out, 'test', 'host', 'index.js'),
    launchArgs: [
      workspace.folder,
      `--user-data-dir=${profile}`,
      `--extensions-dir=${join(profile, 'extensions')}`,
    ],
    extensionTestsEnv: { CLAIMCHECK_HOST_KIND: choice.kind },
  });
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  workspace.remove();
  rmSync(profile, { recursive: true, force: true });
}
