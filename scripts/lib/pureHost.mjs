import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './paths.mjs';

/** @param {string} folder below the root, with slashes */
const modulesOf = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();

/**
 * The modules of the host that run without VS Code: neither they nor anything they load, at once or late, asks for it.
 * And the suites of the host of which the same is true: they run inside VS Code like the others, and could in Node.
 * @returns {Promise<{ modules: string[], suites: string[] }>} paths below the root
 */
export async function pureHost() {
  const [modules, tests] = [modulesOf('src/host'), modulesOf('test/host')];
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: {
      contents: [...modules, ...tests].map((one) => `import './${one}';`).join('\n'),
      resolveDir: root,
    },
    ...{ bundle: true, write: false, metafile: true, platform: 'node', logLevel: 'error' },
    external: ['vscode', 'suites'],
  });
  /** @type {(from: string, seen?: Set<string>) => boolean} */
  const isPure = (from, seen = new Set()) => {
    if (seen.has(from)) return true;
    seen.add(from);
    /** @type {{ path: string }[]} */
    const loaded = metafile.inputs[from]?.imports ?? [];
    return loaded.every(({ path }) => path !== 'vscode' && isPure(path, seen));
  };
  return {
    modules: modules.filter((one) => isPure(one)),
    suites: tests.filter((one) => one.endsWith('.test.ts') && isPure(one)),
  };
}
