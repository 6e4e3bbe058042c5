import * as vscode from 'vscode';
import type { SurfaceStart } from './surfacePorts';

/** The editor's surfaces besides the hover, loaded when VS Code has started and has nothing better to do. */
export function registerSurfaces(start: SurfaceStart): vscode.Disposable {
  let surfaces: vscode.Disposable | undefined;
  let isDisposed = false;
  const load = async (): Promise<void> => {
    const { startSurfaces } = await import('./surfaces');
    if (!isDisposed) surfaces = startSurfaces(start);
  };
  setTimeout(() => void load());
  return new vscode.Disposable(() => {
    isDisposed = true;
    surfaces?.dispose();
  });
}
