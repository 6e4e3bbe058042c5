import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanCoverage, type Recording } from '../../scripts/lib/cleanCoverage.mjs';

const root = join(__dirname, '..', '..');
const module = `import { sep } from 'node:path';
export const end = process.argv.length > 99 ? 'many' : sep;
export function sign(number: number): string {
  if (number < 0) return 'minus';
  return 'plus';
}
export const later = async (): Promise<unknown> => (await import('./other')).other;
export const never = (): string => 'never';
`;

describe('what V8 counted, without what the compiler added', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'claimcheck-clean-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps our functions and branches, and none of the helpers', () => {
    writeFileSync(join(folder, 'ours.ts'), module);
    writeFileSync(
      join(folder, 'main.ts'),
      "import { sign, later } from './ours';\nsign(1);\nvoid later();\n",
    );
    writeFileSync(join(folder, 'other.ts'), 'export const other = 1;\n');
    const recordings = join(folder, 'v8');
    execFileSync(process.execPath, ['--import', 'tsx', join(folder, 'main.ts')], {
      cwd: root,
      env: { ...process.env, NODE_V8_COVERAGE: recordings, NODE_OPTIONS: '' },
    });
    const all = readdirSync(recordings).map((name) => readFileSync(join(recordings, name), 'utf8'));
    const scripts = all.flatMap(
      (text) => cleanCoverage(JSON.parse(text) as Recording, (url) => url.endsWith('/ours.ts')).result,
    );
    assert.equal(scripts.length, 1);
    const [{ functions }] = scripts;
    const counts = functions.map(({ functionName, ranges }) => [
      functionName,
      ranges.map(({ count }) => count),
    ]);
    assert.deepEqual(counts, [
      ['', [1]], // Node's script
      ['', [1, 0]], // the module, whose choice of an end has one side that did not run
      ['sign', [1, 0]], // and so has the choice in the function
      ['', [1]], // an arrow function with an import()
      ['', [0]], // an arrow function
    ]);
  });
});
