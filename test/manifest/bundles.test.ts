import assert from 'node:assert/strict';
import { build, type Metafile } from 'esbuild';

/** What activation loads: the entry and all it imports statically. */
async function loadedAtStart(): Promise<{ readonly bytes: number; readonly modules: readonly string[] }> {
  const { metafile } = await build({
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'out/measured',
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    external: ['vscode'],
    metafile: true,
    write: false,
  });
  const entry = Object.keys(metafile.outputs).find((path) => path.endsWith('extension.js'))!;
  const outputs = reached(metafile, entry);
  return {
    bytes: outputs.reduce((sum, path) => sum + metafile.outputs[path].bytes, 0),
    modules: outputs.flatMap((path) => Object.keys(metafile.outputs[path].inputs)),
  };
}

function reached(metafile: Metafile, entry: string): readonly string[] {
  const seen = new Set<string>([entry]);
  for (const path of seen) {
    for (const { path: imported, kind } of metafile.outputs[path].imports) {
      if (kind === 'import-statement' && imported in metafile.outputs) seen.add(imported);
    }
  }
  return [...seen];
}

describe('starting the extension', () => {
  it('loads at most 50 KB, and no cryptography, key reading, wording or panel', async () => {
    const { bytes, modules } = await loadedAtStart();
    const advice = 'a command loads what it needs with `await import(…)` when it is run';
    assert.ok(bytes <= 50 * 1024, `${bytes} bytes: ${advice}`);
    const late =
      /node_modules|core\/(crypto|verify|decrypt|present|sdJwt|pyjwt)\/|keys\/(der|ssh|password)\/|inspectorSession/;
    const early = modules.filter((path) => late.test(path));
    assert.deepEqual(early, [], `${early.join(', ')}: ${advice}`);
  });
});
