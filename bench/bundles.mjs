import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const folder = fileURLToPath(new URL('.', import.meta.url));

/**
 * Bundles an entry of `entries/` as the extension is bundled: minified, CommonJS, what `import()` loads in chunks of its
 * own. Answers the path of the bundle and the KB of all its files together.
 */
export async function bundle(name, target) {
  const out = join(target, basename(name).replace(/\..*/, ''));
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'entries', name)],
    outdir: out,
    bundle: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    minify: true,
    target: 'es2023',
    write: false,
    logLevel: 'error',
  });
  let size = 0;
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'es2023',
      minify: true,
      supported: { 'dynamic-import': false },
    });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
    size += code.length;
  }
  writeFileSync(join(out, 'package.json'), '{"type":"commonjs"}');
  return { path: join(out, basename(name).replace(/\.\w+$/, '.js')), kilobytes: Math.round(size / 1024) };
}
