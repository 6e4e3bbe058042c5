import * as vscode from 'vscode';
import { registerDiagnostics } from '../diagnostics/diagnostics';
import { TokenIndexes } from '../documents/tokenIndexes';
import type { SurfacePorts, SurfaceStart } from './surfacePorts';

/** Every surface of the editor besides the hover; a new one is a new row. */
const surfaces: readonly ((ports: SurfacePorts) => vscode.Disposable)[] = [registerDiagnostics];

/** Registers them all on one index of the documents' tokens. */
export function startSurfaces(start: SurfaceStart): vscode.Disposable {
  const indexes = new TokenIndexes(() => Date.now());
  const ports: SurfacePorts = { ...start, indexes };
  return vscode.Disposable.from(...surfaces.map((register) => register(ports)), indexes);
}
