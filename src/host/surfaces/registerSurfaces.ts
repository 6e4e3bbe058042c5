import * as vscode from 'vscode';
import { registerCommands } from '../platform/commands';
import { surfaceCommandIds } from './surfaceIds';
import type { SurfaceCommand, SurfaceStart } from './surfacePorts';

/** Every command of the surfaces, so that none is missing before what runs it is loaded. */
const commands = Object.entries(surfaceCommandIds) as readonly (readonly [SurfaceCommand, string])[];

/** The editor's surfaces besides the hover, loaded when VS Code has started and has nothing better to do. */
export function registerSurfaces(start: SurfaceStart): vscode.Disposable {
  const loading = new Promise((resolve) => setTimeout(() => resolve(undefined)))
    .then(() => import('./surfaces'))
    .then(({ startSurfaces }) => startSurfaces(start));
  loading.catch((error: unknown) => start.log.error(`surfaces: ${String(error)}`));
  return vscode.Disposable.from(
    registerCommands(
      start.log,
      ...commands.map(([name, id]) => ({
        id,
        run: async (...args: readonly unknown[]) => (await loading).run(name, args),
      })),
    ),
    new vscode.Disposable(() => void loading.then((surfaces) => surfaces.dispose())),
  );
}
