import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../../scripts/lib/children.mjs';
import { logs, root } from '../../scripts/lib/paths.mjs';

/** What a build reads, and what VS Code reads of an extension besides what was built. */
const sources = ['src', 'media', 'package.json', 'package.nls.json', 'l10n', 'schemas', 'syntaxes'];

/** Folder -> the extension that is built in it. */
const builds = new Map();

/**
 * The extension as it ships, built once from the sources as they are now in a folder of its own: whoever builds in the
 * project meanwhile changes nothing here. Answers the folder.
 */
export async function buildExtension(folder) {
  if (!builds.has(folder)) builds.set(folder, built(folder));
  return await builds.get(folder);
}

async function built(folder) {
  const target = join(folder, 'claimcheck');
  mkdirSync(target);
  for (const name of sources) cpSync(join(root, name), join(target, name), { recursive: true });
  for (const name of ['node_modules', 'scripts'])
    symlinkSync(join(root, name), join(target, name), 'junction');
  const { code, output } = await runChild(process.execPath, [join(root, 'esbuild.js'), '--production'], {
    cwd: target,
    logFile: join(logs, 'bench-build.log'),
  });
  if (code !== 0) throw new Error(`The build failed (code ${code}):\n${output}`);
  return target;
}

/** A copy of it that VS Code does not activate by itself, so that a probe can, when it is ready to look. */
export function restingExtension(folder, built) {
  const target = join(folder, 'resting');
  if (existsSync(target)) return target;
  for (const name of ['package.json', 'package.nls.json', 'dist', 'media', 'l10n', 'schemas', 'syntaxes'])
    cpSync(join(built, name), join(target, name), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(built, 'package.json'), 'utf8'));
  writeFileSync(join(target, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
  return target;
}

/** An extension of a few lines: what `code` says, begun when VS Code likes (`events`) or when asked to. */
export function tinyExtension(folder, name, code, { events = [], contributes = {} } = {}) {
  const target = join(folder, name);
  mkdirSync(target);
  const manifest = {
    name,
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '^1.101.0' },
    main: './extension.js',
    activationEvents: events,
    contributes,
  };
  writeFileSync(join(target, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(target, 'extension.js'), code);
  return target;
}
