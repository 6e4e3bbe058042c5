import * as vscode from 'vscode';
import { commentIn } from '../../core/editor/commentSyntax';
import { ignoreComment, ignoreMoreOn } from '../../core/editor/ignoreComments';
import { isRemarkCode, type RemarkCode } from '../../core/editor/remark';
import { diagnosticSource } from '../diagnostics/source';
import { tokenAtPosition } from '../documents/documentTokens';
import { surfaceCommandIds } from '../surfaces/surfaceIds';
import { mendingActions } from './tokenActions';

/** What can be done about a remark: ignore the rule here, ignore all about the token, turn the rule off, leave the file alone. */
export function remarkActions(
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const ours = diagnostics.filter(({ source }) => source === diagnosticSource);
  if (ours.length === 0) return [];
  const codes = [...new Set(ours.map(codeOf))].filter((code) => code !== undefined);
  const about = (code: RemarkCode): vscode.Diagnostic[] => ours.filter((one) => codeOf(one) === code);
  const line = ours[0]?.range.start.line ?? 0;
  const token = ours[0] && tokenAtPosition(document, ours[0].range.start);
  return [
    ...(token ? mendingActions(token, about) : []),
    ...codes.flatMap((code) =>
      ignored(document, line, [code], vscode.l10n.t('Ignore “{code}” here', { code }), about(code)),
    ),
    ...ignored(document, line, [], vscode.l10n.t('Ignore all about this token'), ours),
    ...codes.map((code) =>
      byCommand(
        vscode.l10n.t('Turn the rule “{code}” off', { code }),
        { command: surfaceCommandIds.turnOffRule, argument: code },
        about(code),
      ),
    ),
    ...(document.isUntitled
      ? []
      : [
          byCommand(
            vscode.l10n.t('Leave tokens of this file alone'),
            { command: surfaceCommandIds.ignoreFile, argument: document.uri.toString() },
            ours,
          ),
        ]),
  ];
}

function codeOf({ code }: vscode.Diagnostic): RemarkCode | undefined {
  const value = typeof code === 'object' ? code.value : code;
  return typeof value === 'string' && isRemarkCode(value) ? value : undefined;
}

/** A comment on the line above; none where the language has no comments. */
function ignored(
  document: vscode.TextDocument,
  line: number,
  codes: readonly RemarkCode[],
  title: string,
  diagnostics: vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const comment = commentIn(document.languageId, ignoreComment(codes));
  if (comment === undefined) return [];
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = diagnostics;
  action.edit = new vscode.WorkspaceEdit();
  const above = line > 0 ? document.lineAt(line - 1) : undefined;
  const more = above && ignoreMoreOn(above.text, codes);
  if (above && more !== undefined) {
    action.edit.replace(document.uri, above.range, more);
  } else {
    const { text, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
    const indent = text.slice(0, firstNonWhitespaceCharacterIndex);
    const end = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    action.edit.insert(document.uri, new vscode.Position(line, 0), `${indent}${comment}${end}`);
  }
  return [action];
}

function byCommand(
  title: string,
  { command, argument }: { readonly command: string; readonly argument: string },
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = diagnostics;
  action.command = { title, command, arguments: [argument] };
  return action;
}
