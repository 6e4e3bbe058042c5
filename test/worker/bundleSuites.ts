import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build as bundle, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { root } from '../../scripts/lib/paths.mjs';
import { madeKeysModule } from './madeKeys';

const buffer = join(root, 'test', 'worker', 'bufferStandIn.ts');

/** Gives the suites, and what holds them, the little of Node they use; what `src` reaches gets nothing. */
function standIns(texts: readonly string[]): Plugin {
  return {
    name: 'standIns',
    setup(build) {
      const keys = madeKeysModule(texts);
      build.onLoad({ filter: /[\\/]test[\\/].*\.(ts|mjs)$/ }, ({ path }) => {
        const isKeys = path.endsWith(join('support', 'nodeKeys.ts'));
        const text = isKeys ? keys : readFileSync(path, 'utf8');
        const needsBuffer = /\bBuffer\b/.test(text) && path !== buffer;
        const before = needsBuffer ? `import { Buffer } from ${JSON.stringify(buffer)};` : '';
        return { contents: before + text, loader: path.endsWith('.ts') ? 'ts' : 'js' };
      });
      build.onLoad({ filter: /[\\/]node_modules[\\/](assert|util)[\\/].*\.js$/ }, ({ path }) => ({
        contents: `var process = { env: {}, version: '', stderr: {}, emitWarning() {} };${readFileSync(path, 'utf8')}`,
      }));
      // Mocha's browser build takes a `module` in sight for its own, which here is the suite's.
      build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
        contents: `(function (module, exports) {${readFileSync(path, 'utf8')}\n}).call(globalThis);`,
      }));
    },
  };
}

const shared = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  platform: 'browser',
  target: 'es2023',
  logLevel: 'silent',
  define: { global: 'globalThis' },
} satisfies BuildOptions;

/** The suites that need nothing but the language and what a worker offers, and those that reach Node, with what they reach. */
export interface Portability {
  readonly portable: readonly string[];
  readonly left: readonly (readonly [file: string, needs: string])[];
}

/** Suites that need nothing of Node and yet hold what is true of its WebCrypto alone. */
const ofNodeAlone: Readonly<Partial<Record<string, string>>> = {
  'test/core/crypto/engineChoice.test.ts': 'the algorithms that Node’s WebCrypto has',
};

/** Sorts test files, given relative to the project's root, by what they and all they import need. */
export async function sortSuites(files: readonly string[]): Promise<Portability> {
  const { metafile } = await bundle({
    ...shared,
    entryPoints: [...files],
    outdir: 'out/worker',
    packages: 'external',
    format: 'esm',
    metafile: true,
    plugins: [standIns([])],
  });
  const needs = files.map((file) => {
    const ofNode = ofNodeAlone[file];
    return [file, ofNode === undefined ? nodeNeeds(metafile, file) : [ofNode]] as const;
  });
  return {
    portable: needs.filter(([, modules]) => modules.length === 0).map(([file]) => file),
    left: needs
      .filter(([, modules]) => modules.length > 0)
      .map(([file, modules]) => [file, modules.join(', ')]),
  };
}

/** Node's own modules that a file reaches, but `assert`, which there is an equal of. */
function nodeNeeds(metafile: Metafile, file: string): readonly string[] {
  const inputs: Partial<Metafile['inputs']> = metafile.inputs;
  const seen = new Set([file]);
  const found = new Set<string>();
  for (const each of seen)
    for (const { path, external } of inputs[each]?.imports ?? [])
      if (!external) seen.add(path);
      else if (isBuiltin(path) && path !== 'node:assert/strict') found.add(path);
  return [...found].sort();
}

/** The suites with mocha, as one script for a worker. */
export async function bundleSuites(files: readonly string[]): Promise<string> {
  const table = files.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`);
  const suites: Plugin = {
    name: 'suites',
    setup(build) {
      build.onResolve({ filter: /^suites$/ }, () => ({ path: 'suites', namespace: 'suites' }));
      build.onLoad({ filter: /.*/, namespace: 'suites' }, () => ({
        contents: `const suites = { ${table.join(',\n')} };
          export const loadSuites = (places) => {
            for (const [file, load] of Object.entries(suites)) if (places.some((place) => file.startsWith(place))) load();
          };`,
        resolveDir: root,
      }));
    },
  };
  const { outputFiles } = await bundle({
    ...shared,
    entryPoints: ['test/worker/inWorker.ts'],
    outdir: 'out/worker',
    format: 'iife',
    alias: { mocha: 'mocha/mocha.js', 'node:assert/strict': './test/support/strictAssert.js' },
    plugins: [
      standIns([...files, ...supportFiles()].map((file) => readFileSync(join(root, file), 'utf8'))),
      suites,
    ],
  });
  return outputFiles[0].text;
}

function supportFiles(): readonly string[] {
  return readdirSync(join(root, 'test', 'support')).map((file) => `test/support/${file}`);
}
