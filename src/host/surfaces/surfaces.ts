import * as vscode from 'vscode';
import { registerCodeActions } from '../codeActions/codeActions';
import { ignoreFile, turnOffRule } from '../codeActions/ignoring';
import { moveToEnvFile } from '../codeActions/moveToEnvFile';
import { redactTokenAt } from '../codeActions/redactTokenAt';
import { registerCodeLens } from '../codeLens/codeLens';
import { registerDecorations } from '../decorations/decorations';
import { registerDiagnostics } from '../diagnostics/diagnostics';
import { registerInlayHints } from '../inlayHints/inlayHints';
import { registerPasteAs } from '../pasteAs/pasteAs';
import { registerTerminalLinks } from '../terminalLinks/terminalLinks';
import { TokenIndexes } from '../documents/tokenIndexes';
import type { TokenFinder } from '../workspaceTokens/tokenFinder';
import type { RunSurfaceCommand, SurfaceCommand, SurfacePorts, SurfaceStart } from './surfacePorts';

/** Every surface of the editor besides the hover; a new one is a new row. */
const surfaces: readonly ((ports: SurfacePorts) => vscode.Disposable)[] = [
  registerDiagnostics,
  registerCodeActions,
  registerCodeLens,
  registerInlayHints,
  registerDecorations,
  registerTerminalLinks,
  registerPasteAs,
];

const commands: Readonly<Record<SurfaceCommand, RunSurfaceCommand>> = {
  redactToken: (_ports, argument) => redactTokenAt(argument),
  moveToEnvFile: (_ports, argument) => moveToEnvFile(argument),
  turnOffRule: (_ports, code) => turnOffRule(code),
  ignoreFile: (_ports, uri) => ignoreFile(uri),
  copyTokenAs: async (_ports, argument) => {
    const { copyTokenAs } = await import('../copyAs/copyTokenAs');
    await copyTokenAs(argument);
  },
  findTokens: async ({ finder }) => (await finder()).find(),
  reportTokens: async ({ finder }) => (await finder()).report(),
};

/** The surfaces at work. */
export interface Surfaces {
  run(name: SurfaceCommand, args: readonly unknown[]): unknown;
  dispose(): void;
}

/** What a VS Code, or what was made of it, has no place for is left out; the other surfaces are there. */
function tried(register: (typeof surfaces)[number], ports: SurfacePorts): vscode.Disposable {
  try {
    return register(ports);
  } catch (error) {
    ports.log.warn(`a surface is not to be had here: ${String(error)}`);
    return new vscode.Disposable(() => undefined);
  }
}

/** Registers them all on one index of the documents' tokens. */
export function startSurfaces(start: SurfaceStart): Surfaces {
  const indexes = new TokenIndexes(() => performance.now());
  let found: TokenFinder | undefined;
  const finder = async (): Promise<TokenFinder> => {
    const { TokenFinder } = await import('../workspaceTokens/tokenFinder');
    return (found ??= new TokenFinder(start.now));
  };
  const ports: SurfacePorts = { ...start, indexes, finder };
  const disposable = vscode.Disposable.from(
    ...surfaces.map((register) => tried(register, ports)),
    indexes,
    new vscode.Disposable(() => found?.dispose()),
  );
  return {
    run: (name, args) => commands[name](ports, ...args),
    dispose: () => void disposable.dispose(),
  };
}
