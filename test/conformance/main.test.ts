import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = (...files: readonly string[]): { status: number | null; last: string | undefined } => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'test/conformance/main.ts', ...files],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, last: stdout.trimEnd().split('\n').at(-1) };
};

describe('the conformance command', () => {
  it('succeeds with vectors that pass, and its last line counts them', () => {
    const { status, last } = run('test/vectors/detect/index.json');
    assert.match(last ?? '', /^[1-9]\d* passed, 0 failed$/);
    assert.equal(status, 0);
  });

  it('fails where a file cannot be read', () => {
    assert.deepEqual(run('missing.json'), { status: 1, last: '0 passed, 1 failed' });
  });
});
