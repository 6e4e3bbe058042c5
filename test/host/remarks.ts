import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support';

/** An unsecured token that expired, so that two rules remark on it. */
export const unsecured = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiI0MiIsImV4cCI6MTUxNjIzOTAyMn0.';
const section = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('claimcheck');

/** Our diagnostics of a document, as `code severity text`. */
export function told(document: vscode.TextDocument): readonly string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'claimcheck')
    .map(
      ({ code, severity, range }) =>
        `${(code as { value: string }).value} ${vscode.DiagnosticSeverity[severity]} ${document.getText(range)}`,
    )
    .sort();
}

/** Waits until the rules that are told of a document are these. */
export async function untilCodes(
  document: vscode.TextDocument,
  ...codes: readonly string[]
): Promise<readonly string[]> {
  let last: readonly string[] = [];
  try {
    return await eventually(() => {
      last = told(document);
      const found = last.map((one) => one.split(' ')[0]);
      return Promise.resolve(found.join() === codes.toSorted().join() ? last : undefined);
    });
  } catch {
    throw new assert.AssertionError({
      message: `${codes.join()} was expected, and told was ${last.join('; ')}`,
    });
  }
}

/** Replaces a part of a document. */
export async function replace(document: vscode.TextDocument, range: vscode.Range, by: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, by);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** All of a document of ordinary size. */
export const whole = new vscode.Range(0, 0, 10_000, 0);

/** Does something while a setting of the workspace has a value. */
export async function withSetting(id: string, value: unknown, work: () => Promise<void>): Promise<void> {
  await section().update(id, value, vscode.ConfigurationTarget.Workspace);
  try {
    await work();
  } finally {
    await section().update(id, undefined, vscode.ConfigurationTarget.Workspace);
  }
}
