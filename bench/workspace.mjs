import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contest, ratios, summary, timed } from './contest.mjs';
import { makeLog } from './corpora.mjs';
import { pattern } from './scanning.mjs';
import { withServedVsCode } from './served/windows.mjs';

const fileLength = 10_000;
/** Every so many files hold tokens. */
const sparsity = 50;

/** A workspace of so many small logs, in folders of a hundred; answers how many tokens stand in it. */
function fillWorkspace(workspace, count, seed) {
  let tokens = 0;
  for (let n = 0; n < count; n++) {
    const folder = join(workspace, `part${Math.floor(n / 100)}`);
    if (n % 100 === 0) mkdirSync(folder, { recursive: true });
    const every = n % sparsity === 0 ? 5000 : 0;
    const log = makeLog({ seed: seed + n, length: fileLength, every });
    tokens += log.planted.length;
    writeFileSync(join(folder, `${n}.log`), log.bytes);
  }
  return tokens;
}

/** Milliseconds of ripgrep over a place, as many threads as it likes, or one. */
function ripgrepOver(rg, place, switches = []) {
  return () =>
    timed(() => {
      const { status, stderr } = spawnSync(rg, [...switches, '--count-matches', '-e', pattern, place], {
        maxBuffer: 1 << 28,
      });
      if (status !== 0) throw new Error(`ripgrep failed: ${stderr}`);
    });
}

/**
 * Goal 8, in the extension host of a served VS Code: the search for tokens through a workspace of many small files against
 * ripgrep over the same, and one large file, read and scanned within the process, against `rg -j1`.
 */
export async function raceWorkspace({ folder, rounds, seed, rg, isQuick }) {
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace);
  const count = isQuick ? 2000 : 20_000;
  const planted = fillWorkspace(workspace, count, seed);
  const large = join(folder, 'large.log');
  const log = makeLog({ seed, length: isQuick ? 30e6 : 200e6, every: 10_000 });
  writeFileSync(large, log.bytes);
  return await withServedVsCode({ folder }, async ({ open, version }) => {
    const { ask } = await open({ workspace });
    let found;
    const search = async () => {
      found = await ask('searchWorkspace');
      return found.took;
    };
    const searches = await contest(
      {
        ours: search,
        'ours again': search,
        ...(rg ? { ripgrep: ripgrepOver(rg, workspace) } : {}),
      },
      rounds,
    );
    let tokens;
    const scan = async () => {
      const scanned = await ask('scanFile', { path: large });
      tokens = scanned.tokens;
      return scanned.took;
    };
    const scans = await contest(
      {
        ours: scan,
        'ours again': scan,
        ...(rg ? { ripgrep: ripgrepOver(rg, large, ['-j1', '-a']) } : {}),
      },
      rounds,
    );
    return {
      vscode: version,
      files: count,
      search: {
        control: ratios(searches, 'ours', 'ours again'),
        recall: exactly(found.tokens / planted),
        ...(rg ? { ofRipgrep: ratios(searches, 'ripgrep', 'ours') } : {}),
      },
      scan: {
        control: ratios(scans, 'ours', 'ours again'),
        recall: exactly(tokens / log.planted.length),
        ...(rg ? { ripgrep: ratios(scans, 'ours', 'ripgrep') } : {}),
      },
      milliseconds: {
        [`search of ${count} files`]: summary(searches.ours),
        ...(rg ? { [`ripgrep over ${count} files`]: summary(searches.ripgrep) } : {}),
        [`scan of a file of ${log.text.length / 1e6} MB`]: summary(scans.ours),
      },
    };
  });
}

function exactly(value) {
  return { min: value, median: value, max: value };
}
