import * as vscode from 'vscode';
import type { LinedToken } from '../../core/detect/tokenIndex';
import type { Span } from '../../core/jose/span';

/** The range of a token of the index. */
export function rangeOf({ line, character, endLine, endCharacter }: LinedToken): vscode.Range {
  return new vscode.Range(line, character, endLine, endCharacter);
}

/** Where a part of a token's text stands in the document. */
export function rangeWithin(start: vscode.Position, text: string, span: Span): vscode.Range {
  return new vscode.Range(positionWithin(start, text, span.start), positionWithin(start, text, span.end));
}

function positionWithin(start: vscode.Position, text: string, offset: number): vscode.Position {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  if (offset === 0 || lineStart === 0) return start.translate(0, offset);
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) lines++;
  return new vscode.Position(start.line + lines, offset - lineStart);
}
