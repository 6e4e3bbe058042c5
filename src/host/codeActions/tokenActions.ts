import * as vscode from 'vscode';
import { redactToken } from '../../core/editor/redactToken';
import { parseToken } from '../../core/jose/parseToken';
import type { Token } from '../../core/jose/token';
import type { PlacedToken } from '../documents/foundToken';
import { placeArgument } from '../documents/placeArgument';
import { commandIds } from '../platform/ids';
import { surfaceCommandIds } from '../surfaces/surfaceIds';

/** What can be done with a token, by command; in menus in this order. */
interface TokenAction {
  readonly title: () => string;
  readonly kind: vscode.CodeActionKind;
  readonly command: string;
  readonly fits?: (token: Token) => boolean;
}

const { Refactor, RefactorExtract, RefactorRewrite } = vscode.CodeActionKind;
const isSigned = (token: Token): boolean => token.kind === 'jws';

const actions: readonly TokenAction[] = [
  {
    title: () => vscode.l10n.t('Inspect the token'),
    kind: Refactor.append('inspect'),
    command: commandIds.inspectToken,
  },
  {
    title: () => vscode.l10n.t('Edit header and claims, and sign anew…'),
    kind: RefactorRewrite.append('edit'),
    command: commandIds.editToken,
    fits: isSigned,
  },
  {
    title: extendTitle,
    kind: RefactorRewrite.append('extend'),
    command: commandIds.extendToken,
    fits: isSigned,
  },
  {
    title: () => vscode.l10n.t('Sign the token anew…'),
    kind: RefactorRewrite.append('sign'),
    command: commandIds.encodeToken,
    fits: isSigned,
  },
  {
    title: () => vscode.l10n.t('Find out why it does not verify, and repair it…'),
    kind: RefactorRewrite.append('repair'),
    command: commandIds.explainFailure,
    fits: isSigned,
  },
  {
    title: () => vscode.l10n.t('Move the token to a variable in .env…'),
    kind: RefactorExtract.append('env'),
    command: surfaceCommandIds.moveToEnvFile,
  },
];

/** What makes an expired token be in force again. */
export function extendAction(found: PlacedToken, diagnostics: vscode.Diagnostic[]): vscode.CodeAction {
  const action = new vscode.CodeAction(extendTitle(), vscode.CodeActionKind.QuickFix);
  action.diagnostics = diagnostics;
  action.command = {
    title: action.title,
    command: commandIds.extendToken,
    arguments: [placeArgument(found)],
  };
  return action;
}

function extendTitle(): string {
  return vscode.l10n.t('Extend the token by one hour, signed anew');
}

/** The actions for a token; redacting is an edit, that VS Code can show before it is made. */
export function tokenActions(
  document: vscode.TextDocument,
  found: PlacedToken,
): readonly vscode.CodeAction[] {
  const token = parseToken(found.text);
  const place = placeArgument(found);
  const commands = actions
    .filter(({ fits }) => fits?.(token) ?? true)
    .map(({ title, kind, command }) => {
      const action = new vscode.CodeAction(title(), kind);
      action.command = { title: action.title, command, arguments: [place] };
      return action;
    });
  const redacted = redactToken(token);
  if (redacted === undefined || redacted === found.text) return commands;
  const redact = new vscode.CodeAction(
    vscode.l10n.t('Redact the token: make it useless, keep it readable'),
    RefactorRewrite.append('redact'),
  );
  redact.edit = new vscode.WorkspaceEdit();
  redact.edit.replace(document.uri, found.place.range, redacted);
  return [...commands, redact];
}
