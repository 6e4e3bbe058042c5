import * as vscode from 'vscode';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { BackendPorts } from './compareBackends';
import { BackendReports, backendReportScheme } from './backendReports';

/** `JWT: What Would My Backend Say`: the answers of PyJWT, jsonwebtoken and jose to a token, a key and what is expected. */
export function registerBackends(ports: BackendPorts): vscode.Disposable {
  const reports = new BackendReports();
  return vscode.Disposable.from(
    reports,
    vscode.workspace.registerTextDocumentContentProvider(backendReportScheme, reports),
    registerCommands(ports.log, {
      id: commandIds.compareBackends,
      async run(argument) {
        const { compareBackends } = await import('./compareBackends');
        await compareBackends(argument, ports, reports);
      },
    }),
  );
}
