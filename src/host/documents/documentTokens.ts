import * as vscode from 'vscode';
import { scanTokens } from '../../core/detect/scan';
import { tokenAt } from '../../core/detect/tokenAt';
import type { PlacedToken } from './foundToken';

/** How far a JSON serialization may reach from the cursor: lines up and down, and characters in all. */
const windowLines = 200;
const windowCharacters = 131_072;

/** The token whose text touches the position; undefined where there is none. Looks at one line, and at a bounded window for JSON serializations. */
export function tokenAtPosition(
  document: vscode.TextDocument,
  position: vscode.Position,
): PlacedToken | undefined {
  const line = document.lineAt(position.line);
  const inLine = tokenAt(line.text, position.character);
  if (inLine) {
    return found(document, new vscode.Range(position.line, inLine.start, position.line, inLine.end));
  }
  return jsonAround(document, position);
}

/** All tokens of a text range, for a selection that is more than one token. */
export function tokensIn(document: vscode.TextDocument, range: vscode.Range): readonly PlacedToken[] {
  const start = document.offsetAt(range.start);
  return scanTokens(document.getText(range)).map((span) =>
    found(
      document,
      new vscode.Range(document.positionAt(start + span.start), document.positionAt(start + span.end)),
    ),
  );
}

function jsonAround(document: vscode.TextDocument, position: vscode.Position): PlacedToken | undefined {
  const last = Math.min(document.lineCount - 1, position.line + windowLines);
  const range = document.validateRange(
    new vscode.Range(Math.max(0, position.line - windowLines), 0, last, Number.MAX_SAFE_INTEGER),
  );
  const start = document.offsetAt(range.start);
  if (document.offsetAt(range.end) - start > windowCharacters) return undefined;
  const text = document.getText(range);
  // Both serializations carry one of these members; most documents carry neither, and are done here.
  if (!text.includes('"signature"') && !text.includes('"ciphertext"')) return undefined;
  const offset = document.offsetAt(position) - start;
  const span = scanTokens(text).find((one) => one.start <= offset && offset <= one.end);
  return (
    span &&
    found(
      document,
      new vscode.Range(document.positionAt(start + span.start), document.positionAt(start + span.end)),
    )
  );
}

function found(document: vscode.TextDocument, range: vscode.Range): PlacedToken {
  return {
    text: document.getText(range),
    place: { uri: document.uri, range, version: document.version },
  };
}
