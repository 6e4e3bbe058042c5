import * as vscode from 'vscode';
import { readJson } from '../../core/encoding/json';
import { writeCompactNode } from '../../core/encoding/writeJson';
import type { EncodeSource } from './encodeSource';

/** Longer texts are no pleasure in a one-line box; they are taken as they are. */
const longestEditable = 2000;

/** The claims set as compact JSON text, order and numbers as written; undefined where the user turned away. `now` in seconds. */
export async function askForClaims(source: EncodeSource, now: number): Promise<string | undefined> {
  const start = source.payloadText ?? freshClaims(now);
  const compact = compactText(start);
  if (source.from === 'selection' || compact === undefined || compact.length > longestEditable)
    return compact ?? start;
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Encode Token'),
    prompt: vscode.l10n.t('The claims set, as JSON. Times are seconds since 1970.'),
    value: compact,
    valueSelection: [1, compact.length - 1],
    ignoreFocusOut: true,
    validateInput: (value) => complaint(value),
  });
  return text === undefined ? undefined : compactText(text);
}

function freshClaims(now: number): string {
  const issued = Math.floor(now);
  return JSON.stringify({ sub: '1234567890', name: 'Jane Doe', iat: issued, exp: issued + 3600 });
}

function compactText(text: string): string | undefined {
  const { node } = readJson(text);
  return node?.type === 'object' ? writeCompactNode(node) : undefined;
}

function complaint(text: string): vscode.InputBoxValidationMessage | undefined {
  const { node, problems } = readJson(text);
  const severity = vscode.InputBoxValidationSeverity;
  if (!node) {
    const column = (problems[0]?.offset ?? 0) + 1;
    return {
      message: vscode.l10n.t('This is not JSON yet: look at character {column}.', { column }),
      severity: severity.Error,
    };
  }
  if (node.type !== 'object') {
    return {
      message: vscode.l10n.t('A claims set is a JSON object: {"sub": "…"}.'),
      severity: severity.Error,
    };
  }
  if (problems.some((problem) => problem.code === 'duplicateName')) {
    return {
      message: vscode.l10n.t('A name stands here twice; readers disagree about which one counts.'),
      severity: severity.Warning,
    };
  }
  return undefined;
}
