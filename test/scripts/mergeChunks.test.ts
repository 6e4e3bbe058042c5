import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { mergeChunks } from '../../scripts/lib/mergeChunks.mjs';

/** An entry and two files that load later; all share a counter, the later ones share what only they need. */
const sources = {
  'entry.ts': `
    import { count } from './shared';
    export async function run() {
      count.by(1);
      const [one, two] = await Promise.all([import('./one'), import('./two')]);
      return [one.add(), two.add(), one.loads()];
    }`,
  'shared.ts': 'let n = 0; export const count = { by: (m: number) => (n += m) };',
  'later.ts': 'let loaded = 0; export const load = () => ++loaded;',
  'one.ts': `
    import { basename } from 'node:path';
    import { count } from './shared'; import { load } from './later';
    export const add = () => count.by(10) + basename('/a/b'); export const loads = load;`,
  'two.ts': `
    import { count } from './shared'; import { load } from './later';
    export const add = () => { load(); return count.by(100); };`,
};

describe('merging what esbuild split', () => {
  for (const minify of [false, true])
    it(`gives one file to start with${minify ? ', minified' : ''}, whose state the later ones share`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'merge-chunks-'));
      try {
        for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text);
        const { outputFiles, metafile } = await build({
          entryPoints: { main: join(folder, 'entry.ts') },
          outdir: join(folder, 'out'),
          chunkNames: 'chunks/[name]-[hash]',
          bundle: true,
          splitting: true,
          format: 'esm',
          platform: 'node',
          absWorkingDir: folder,
          metafile: true,
          write: false,
        });
        const merged = await mergeChunks(outputFiles, metafile, { folder, entryPoint: 'entry.ts', minify });
        for (const { path, code } of merged) {
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, code);
        }
        writeFileSync(join(folder, 'out', 'package.json'), '{"type":"commonjs"}');
        const require = createRequire(join(folder, 'out', 'main.js'));
        const loaded = (): number =>
          Object.keys(require.cache).filter((path) => path.startsWith(folder)).length;
        const { run } = require('./main.js') as { run: () => Promise<unknown> };
        assert.equal(loaded(), 1);
        assert.deepEqual(await run(), ['11b', 111, 2]);
        assert.ok(loaded() > 2);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

  it('refuses a build without that entry', async () => {
    await assert.rejects(
      mergeChunks([], { inputs: {}, outputs: {} }, { entryPoint: 'other.ts', minify: false }),
      /no entry point/,
    );
  });
});
