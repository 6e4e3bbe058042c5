/**
 * Makes CommonJS of what esbuild split as ES modules: one file of all that the entry loads statically, and the files that
 * `import()` loads, which take what they share with the entry from it. esbuild alone leaves a chunk for each set of
 * entries that share code, and a host resolves, reads and compiles every one of them at start.
 */
import { dirname, relative, resolve } from 'node:path';
import { build } from 'esbuild';

/** @typedef {Map<string, string>} Parts absolute path -> name on the exports of the entry's file, `''` for the entry itself */

/**
 * @param {readonly { path: string, text: string }[]} outputFiles of a build with `splitting`, `format: 'esm'` and one entry
 * @param {import('esbuild').Metafile} metafile of that build, its paths relative to `folder`
 * @param {{ folder?: string, entryPoint: string, minify: boolean, sourcemap?: 'inline' | false }} options
 * @returns {Promise<{ path: string, code: string }[]>}
 */
export async function mergeChunks(
  outputFiles,
  metafile,
  { folder = process.cwd(), entryPoint, minify, sourcemap = false },
) {
  const texts = new Map(outputFiles.map(({ path, text }) => [resolve(path), text]));
  const parts = loadedAtStart(metafile, folder, resolve(folder, entryPoint));
  const [entry = ''] = parts.keys();
  const facade = [...parts].map(
    ([path, name]) => `export * ${name === '' ? '' : `as ${name} `}from ${JSON.stringify(path)};`,
  );
  const others = [...texts].filter(([path]) => !parts.has(path) && path.endsWith('.js'));
  const files = [
    { path: entry, contents: facade.join('\n'), plugins: [takenIn(parts, texts)] },
    ...others.map(([path, contents]) => ({ path, contents, plugins: [takenFrom(entry, parts, path)] })),
  ];
  return await Promise.all(
    files.map(async ({ path, contents, plugins }) => {
      const { outputFiles: made } = await build({
        stdin: { contents, resolveDir: dirname(path), sourcefile: path },
        bundle: true,
        write: false,
        format: 'cjs',
        platform: 'node',
        target: 'es2023',
        supported: { 'dynamic-import': false },
        minify,
        sourcemap,
        legalComments: 'none',
        logLevel: 'silent',
        plugins,
      });
      return { path, code: made[0]?.text ?? '' };
    }),
  );
}

/**
 * The entry, and all that it loads statically.
 * @param {import('esbuild').Metafile} metafile
 * @param {string} folder
 * @param {string} entryPoint
 * @returns {Parts}
 */
function loadedAtStart({ outputs }, folder, entryPoint) {
  const byPath = new Map(Object.entries(outputs).map(([path, output]) => [resolve(folder, path), output]));
  // Targets of `import()` are entry points too.
  const entry = [...byPath].find(
    ([, output]) => output.entryPoint !== undefined && resolve(folder, output.entryPoint) === entryPoint,
  )?.[0];
  if (entry === undefined) throw new Error(`${entryPoint} is no entry point of this build.`);
  /** @type {Parts} */
  const parts = new Map([[entry, '']]);
  for (const [path] of parts) {
    for (const { path: imported, kind } of byPath.get(path)?.imports ?? []) {
      const at = resolve(folder, imported);
      if (kind === 'import-statement' && byPath.has(at) && !parts.has(at)) parts.set(at, `part${parts.size}`);
    }
  }
  return parts;
}

/**
 * Takes the parts into the file of the entry, and leaves all else outside.
 * @param {Parts} parts
 * @param {ReadonlyMap<string, string>} texts
 * @returns {import('esbuild').Plugin}
 */
function takenIn(parts, texts) {
  const [entry = ''] = parts.keys();
  return {
    name: 'takenIn',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
        if (kind === 'entry-point') return undefined;
        if (isPackage(path)) return { path, external: true };
        const at = resolve(dirname(importer), path);
        if (kind === 'import-statement' && parts.has(at)) return { path: at, namespace: 'part' };
        return { path: pathFrom(entry, at), external: true };
      });
      onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => ({
        contents: texts.get(path) ?? '',
        resolveDir: dirname(path),
      }));
    },
  };
}

/**
 * Lets a file that is loaded later take the parts from the entry's file.
 * @param {string} entry
 * @param {Parts} parts
 * @param {string} file
 * @returns {import('esbuild').Plugin}
 */
function takenFrom(entry, parts, file) {
  return {
    name: 'takenFrom',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path, kind, namespace }) => {
        if (kind === 'entry-point') return undefined;
        if (isPackage(path) || namespace === 'part') return { path, external: true };
        const at = resolve(dirname(file), path);
        if (kind === 'import-statement' && parts.has(at)) return { path: at, namespace: 'part' };
        return { path: pathFrom(file, at), external: true };
      });
      onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => {
        const name = parts.get(path);
        const whole = `require(${JSON.stringify(pathFrom(file, entry))})`;
        return { contents: `module.exports = ${whole}${name ? `.${name}` : ''};` };
      });
    },
  };
}

/** @param {string} path */
function isPackage(path) {
  return !/^(?:\.{0,2}\/|[A-Za-z]:[\\/])/.test(path);
}

/**
 * @param {string} file
 * @param {string} to
 */
function pathFrom(file, to) {
  const path = relative(dirname(file), to).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}
