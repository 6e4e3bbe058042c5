import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { root } from './paths.mjs';
import { say } from './say.mjs';
import { buildVsix } from './vsix.mjs';

const goldenList = join(root, 'test', 'manifest', 'vsix-contents.txt');

/** Names and texts that have no business in what users install. */
const forbiddenName = /(^|\/)\.env|\.(pem|key|p12|pfx|jwk|jwks|pub)$|(^|\/)id_[a-z0-9]+$|\.map$|\.tsx?$/i;
const privateKeyBlock = /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=\s]{40,}/;

/**
 * Builds for production, packs the `.vsix`, and looks at what is in it.
 * @param {string[]} args `--accept` writes what was found into the golden list instead of comparing; `--twice` builds it twice and
 *   compares the octets
 * @returns {Promise<number>} the exit code
 */
export async function packageExtension(args) {
  const vsix = await buildVsix();
  const files = unzipSync(readFileSync(vsix));
  // Chunks are named after what is in them; for the list they are one.
  const paths = Object.keys(files).filter((name) => !name.endsWith('/'));
  const names = [
    ...new Set(paths.map((name) => name.replace(/\/chunks\/[^/]+\.js$/, '/chunks/*.js'))),
  ].sort();
  if (args.includes('--accept')) writeFileSync(goldenList, `${names.join('\n')}\n`);
  const problems = [
    ...differences(names),
    ...secrets(files),
    ...(args.includes('--twice') ? await unlike(vsix) : []),
  ];
  for (const problem of problems) say(problem);
  const kilobytes = (statSync(vsix).size / 1024).toFixed(0);
  say(`${relative(root, vsix)}: ${paths.length} files, ${kilobytes} kB`);
  return problems.length === 0 ? 0 : 1;
}

/** @param {string} vsix */
async function unlike(vsix) {
  const before = readFileSync(vsix);
  const after = readFileSync(await buildVsix());
  if (!before.equals(after)) return ['Two builds of the same sources are not the same octets.'];
  say(`Built twice, the same octets: SHA-256 ${createHash('sha256').update(after).digest('hex')}`);
  return [];
}

/** @param {string[]} names */
function differences(names) {
  const golden = readFileSync(goldenList, 'utf8').split('\n').filter(Boolean);
  return [
    ...names
      .filter((name) => !golden.includes(name))
      .map((name) => `Packed, but not in the golden list: ${name}`),
    ...golden
      .filter((name) => !names.includes(name))
      .map((name) => `In the golden list, but not packed: ${name}`),
  ];
}

/** @param {Record<string, Uint8Array>} files */
function secrets(files) {
  return Object.entries(files).flatMap(([name, bytes]) => [
    ...(forbiddenName.test(name) ? [`Must not be packed: ${name}`] : []),
    ...(privateKeyBlock.test(Buffer.from(bytes).toString('latin1')) ? [`Holds a private key: ${name}`] : []),
  ]);
}
