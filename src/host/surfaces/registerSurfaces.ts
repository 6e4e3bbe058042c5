import * as vscode from 'vscode';
import { registerCommands } from '../platform/commands';
import { surfaceCommandIds } from './surfaceIds';
import type { SurfaceCommand, SurfaceStart } from './surfacePorts';
import type { Surfaces } from './surfaces';

/** Every command of the surfaces, so that none is missing before what runs it is loaded. */
const commands = Object.entries(surfaceCommandIds) as readonly (readonly [SurfaceCommand, string])[];

/** Milliseconds after our start in which the rest of VS Code has its turn. */
const rest = 300;

/** The editor's surfaces besides the hover, loaded a moment after the start, or when a command of theirs is run. */
export function registerSurfaces(start: SurfaceStart): vscode.Disposable {
  let loading: Promise<Surfaces> | undefined;
  const load = (): Promise<Surfaces> =>
    (loading ??= import('./surfaces').then(({ startSurfaces }) => startSurfaces(start)));
  const timer: unknown = setTimeout(() => {
    load().catch((error: unknown) => start.log.error(`surfaces: ${String(error)}`));
  }, rest);
  return vscode.Disposable.from(
    registerCommands(
      start.log,
      ...commands.map(([name, id]) => ({
        id,
        run: async (...args: readonly unknown[]) => (await load()).run(name, args),
      })),
    ),
    new vscode.Disposable(() => {
      clearTimeout(timer);
      void loading?.then((surfaces) => surfaces.dispose());
    }),
  );
}
