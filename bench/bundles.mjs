import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { mergeChunks } from '../scripts/lib/mergeChunks.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

/**
 * Bundles an entry of `entries/` as the extension is bundled: minified, CommonJS, what `import()` loads in chunks of its
 * own. Answers the path of the bundle and the KB of all its files together.
 */
export async function bundle(name, target) {
  const out = join(target, basename(name).replace(/\..*/, ''));
  const entryPoint = join(folder, 'entries', name);
  const { outputFiles, metafile } = await build({
    entryPoints: [entryPoint],
    outdir: out,
    bundle: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    minify: true,
    target: 'es2023',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  let size = 0;
  for (const { path, code } of await mergeChunks(outputFiles, metafile, { entryPoint, minify: true })) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
    size += code.length;
  }
  writeFileSync(join(out, 'package.json'), '{"type":"commonjs"}');
  return { path: join(out, basename(name).replace(/\.\w+$/, '.js')), kilobytes: Math.round(size / 1024) };
}
