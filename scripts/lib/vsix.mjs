import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './children.mjs';
import { logs, out, root, tool } from './paths.mjs';

/** Where the packaged extension lies. */
export function vsixFile() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(out, `${name}-${version}.vsix`);
}

/** Seconds since the epoch that every file in it is dated: two builds of the same sources are the same octets. */
const packedAt = '1767225600';

/**
 * Builds for production and packs the `.vsix`.
 * @returns {Promise<string>} its path
 */
export async function buildVsix() {
  const vsix = vsixFile();
  mkdirSync(out, { recursive: true });
  rmSync(vsix, { force: true });
  // Each bundle is made anew: what an earlier build left in dist must not be packed.
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await step('build', [join(root, 'esbuild.js'), '--production']);
  await step('vsce', [tool.vsce, 'package', '--no-dependencies', '--out', vsix], {
    SOURCE_DATE_EPOCH: packedAt,
  });
  return vsix;
}

/** @param {string} name @param {string[]} command for Node @param {Record<string, string>} [env] */
async function step(name, command, env = {}) {
  const { code, output } = await runChild(process.execPath, command, {
    env,
    logFile: join(logs, `package-${name}.log`),
  });
  if (code !== 0) throw new Error(`${name} failed (code ${code}):\n${output}`);
}
