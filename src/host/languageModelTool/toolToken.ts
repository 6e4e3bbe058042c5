import * as vscode from 'vscode';
import { tokenAtPosition, tokensIn } from '../documents/documentTokens';
import type { PlacedToken } from '../documents/foundToken';
import type { ToolInput } from './toolInput';
import { toolDocument } from './toolDocument';
import { ToolProblem } from './toolProblem';

/** UTF-16 units of a document that is looked through, and places told where several tokens are meant, at most. */
const longestText = 5_000_000;
const mostTold = 20;

/**
 * The one token an input points at.
 * @throws ToolProblem that says where tokens stand
 */
export async function toolToken(input: ToolInput): Promise<PlacedToken> {
  const document = await toolDocument(input.file);
  const editor = vscode.window.activeTextEditor;
  const line = input.line === undefined ? undefined : input.line - 1;
  if (line === undefined) {
    const atCursor =
      input.file === undefined && editor?.document === document
        ? tokenAtPosition(document, editor.selection.active)
        : undefined;
    return atCursor ?? onlyOne(tokensOf(document), 'in this file');
  }
  if (line >= document.lineCount)
    throw new ToolProblem(`The file has only ${document.lineCount} lines. ${whereTokensAre(document)}`);
  const { range } = document.lineAt(line);
  if (input.column !== undefined) {
    const at = document.validatePosition(new vscode.Position(line, input.column - 1));
    const found = tokenAtPosition(document, at);
    if (found) return found;
  }
  const inLine = tokensIn(document, range);
  // A JSON serialization spans lines.
  const around = inLine.length === 0 ? tokenAtPosition(document, range.start) : undefined;
  if (around) return around;
  if (inLine.length === 0)
    throw new ToolProblem(`There is no token on line ${line + 1}. ${whereTokensAre(document)}`);
  return onlyOne(inLine, `on line ${line + 1}`);
}

function onlyOne(tokens: readonly PlacedToken[], where: string): PlacedToken {
  const [first, ...others] = tokens;
  if (!first) throw new ToolProblem(`There is no token ${where}.`);
  if (others.length === 0) return first;
  throw new ToolProblem(
    `There are ${tokens.length} tokens ${where}. Send “line” and “column” of one: ${told(tokens)}.`,
  );
}

function whereTokensAre(document: vscode.TextDocument): string {
  const tokens = tokensOf(document);
  return tokens.length === 0 ? 'The file has none.' : `Tokens stand at ${told(tokens)}.`;
}

function told(tokens: readonly PlacedToken[]): string {
  const places = tokens
    .slice(0, mostTold)
    .map(({ place: { range } }) => `line ${range.start.line + 1} column ${range.start.character + 1}`);
  return [...places, ...(tokens.length > mostTold ? ['more'] : [])].join(', ');
}

function tokensOf(document: vscode.TextDocument): readonly PlacedToken[] {
  const end = document.positionAt(longestText);
  return tokensIn(document, new vscode.Range(new vscode.Position(0, 0), end));
}
