import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { standInApi, type StandIn } from '../support/standInApi';
import { waitFor } from '../ui/support/waitFor';

/** What forks of VS Code, and versions of it, have lacked. The rest of the product has to be there all the same. */
const lacking: readonly (readonly [what: string, paths: readonly string[], lost: readonly string[]])[] = [
  ['nothing', [], []],
  ['language models', ['lm'], ['lm.registerTool']],
  ['tools of language models', ['lm.registerTool', 'LanguageModelToolResult'], ['lm.registerTool']],
  [
    '“Paste As…”',
    ['languages.registerDocumentPasteEditProvider', 'DocumentPasteEdit', 'DocumentDropOrPasteEditKind'],
    ['languages.registerDocumentPasteEditProvider'],
  ],
  [
    'inlay hints',
    ['languages.registerInlayHintsProvider', 'InlayHint'],
    ['languages.registerInlayHintsProvider'],
  ],
  [
    'links in terminals',
    ['window.registerTerminalLinkProvider', 'TerminalLink'],
    ['window.registerTerminalLinkProvider'],
  ],
];

/** What every one of them must have been asked for. */
const always = [
  'languages.registerHoverProvider',
  'languages.registerCodeLensProvider',
  'languages.registerCodeActionsProvider',
  'languages.createDiagnosticCollection',
  'window.createTreeView',
  'window.registerWebviewPanelSerializer',
];
const optional = [
  'lm.registerTool',
  'languages.registerDocumentPasteEditProvider',
  'languages.registerInlayHintsProvider',
  'window.registerTerminalLinkProvider',
];

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
};

describe('a VS Code that lacks', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-api-'));
  const outfile = join(folder, 'extension.cjs');
  const names = new Set<string>();
  before(async () => {
    await build({
      entryPoints: ['src/extension.ts'],
      outfile,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      external: ['vscode'],
    });
    const uses = readFileSync(outfile, 'utf8').matchAll(/\bvscode\d*\.([A-Za-z]\w*)/g);
    for (const [, name] of uses) names.add(name);
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [what, paths, lost] of lacking)
    it(`${what} has everything else`, async () => {
      const standIn = standInApi(names, paths);
      await activate(outfile, standIn);
      assert.deepEqual(
        always.filter((name) => !standIn.called.includes(name)),
        [],
      );
      assert.deepEqual(
        optional.filter((name) => !standIn.called.includes(name)),
        lost,
      );
      const { commands } = manifest.contributes;
      for (const { command } of commands) assert.ok(standIn.commands.has(command), command);
    });
});

type Load = (this: unknown, request: string, ...rest: readonly unknown[]) => unknown;

/** Loads the bundle with the stand-in for `vscode`, and activates it; resolves when all it starts later was started. */
async function activate(file: string, { api, called }: StandIn): Promise<void> {
  const modules = Module as unknown as { _load: Load };
  const load = modules._load;
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  modules._load = function (request, ...rest) {
    return request === 'vscode' ? api : load.call(this, request, ...rest);
  };
  const require = createRequire(import.meta.url);
  try {
    Reflect.deleteProperty(require.cache, file);
    const extension = require(file) as { activate(context: unknown): void };
    const subscriptions: { dispose(): unknown }[] = [];
    extension.activate({ ...contextParts(api), subscriptions });
    // The surfaces are loaded a moment after the start.
    await waitFor('the surfaces', () =>
      Promise.resolve(called.includes('languages.createDiagnosticCollection')),
    );
    for (const one of subscriptions) one.dispose();
  } finally {
    modules._load = load;
    process.off('unhandledRejection', note);
  }
  assert.deepEqual(unhandled, []);
}

function contextParts(api: StandIn['api']): Record<string, unknown> {
  const { EventEmitter, Uri } = api as {
    readonly EventEmitter: new () => { readonly event: unknown };
    readonly Uri: { file(path: string): unknown };
  };
  const memento = { get: () => undefined, update: () => Promise.resolve() };
  return {
    extensionUri: Uri.file('/extension'),
    secrets: { get: () => Promise.resolve(undefined), onDidChange: new EventEmitter().event },
    workspaceState: memento,
    globalState: memento,
  };
}
