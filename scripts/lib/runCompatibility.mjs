import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './children.mjs';
import { closingLine } from './closingLine.mjs';
import { olderPackages, root } from './paths.mjs';
import { say } from './say.mjs';

/** The one that `npm test` runs in too. */
const newest = 'newest';

/**
 * Runs the host suite in each VS Code, the newest last, and closes with one line `N passed, M failed`.
 * @param {string[]} asked versions, as the folders of test/vscode/older are called, or `newest`; all where none is named
 * @returns {Promise<number>} the exit code
 */
export async function runCompatibility(asked) {
  const all = [...readdirSync(olderPackages).sort(), newest];
  const unknown = asked.find((name) => !all.includes(name));
  if (unknown !== undefined) {
    say(`No VS Code is called ${unknown}. There are: ${all.join(', ')}.`);
    return 2;
  }
  const sum = { passed: 0, failed: 0 };
  for (const name of all.filter((one) => asked.length === 0 || asked.includes(one))) {
    say(`The host suite in VS Code ${name}`);
    const { passed, failed } = await runIn(name);
    sum.passed += passed;
    sum.failed += failed;
  }
  say(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 ? 0 : 1;
}

/** @param {string} name */
async function runIn(name) {
  const { output } = await runChild(
    process.execPath,
    [join(root, 'scripts', 'test.mjs'), '--only', 'bundles,host'],
    {
      env: { CLAIMCHECK_VSCODE: 'served', CLAIMCHECK_SERVED: name === newest ? '' : name },
      onLine: (line) => say(`  ${line}`),
    },
  );
  return closingLine(output) ?? { passed: 0, failed: 1 };
}
