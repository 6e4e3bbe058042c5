import * as vscode from 'vscode';
import { redactToken } from '../../core/editor/redactToken';
import type { RemarkCode } from '../../core/editor/remark';
import { parseToken } from '../../core/jose/parseToken';
import type { Token } from '../../core/jose/token';
import type { PlacedToken } from '../documents/foundToken';
import { placeArgument } from '../documents/placeArgument';
import { commandIds } from '../platform/ids';
import { surfaceCommandIds } from '../surfaces/surfaceIds';

/** What can be done with a token; in menus in this order. */
interface TokenAction {
  readonly title: () => string;
  readonly kind: vscode.CodeActionKind;
  /** What does it: a command that is given the token's place, or a text in place of the token, which VS Code can show before. */
  readonly by: { readonly command: string } | { readonly text: (token: Token) => string | undefined };
  readonly fits?: (token: Token) => boolean;
  /** What is remarked on, and mended so. */
  readonly mends?: readonly RemarkCode[];
}

const { QuickFix, Refactor, RefactorExtract, RefactorRewrite } = vscode.CodeActionKind;
const isSigned = (token: Token): boolean => token.kind === 'jws';

const actions: readonly TokenAction[] = [
  {
    title: () => vscode.l10n.t('Inspect the token'),
    kind: Refactor.append('inspect'),
    by: { command: commandIds.inspectToken },
  },
  {
    title: () => vscode.l10n.t('Edit header and claims, and sign anew…'),
    kind: RefactorRewrite.append('edit'),
    by: { command: commandIds.editToken },
    fits: isSigned,
  },
  {
    title: () => vscode.l10n.t('Extend the token by one hour, signed anew'),
    kind: RefactorRewrite.append('extend'),
    by: { command: commandIds.extendToken },
    fits: isSigned,
    mends: ['expired'],
  },
  {
    title: () => vscode.l10n.t('Sign the token anew…'),
    kind: RefactorRewrite.append('sign'),
    by: { command: commandIds.encodeToken },
    fits: isSigned,
    mends: ['unsecured'],
  },
  {
    title: () => vscode.l10n.t('Find out why it does not verify, and repair it…'),
    kind: RefactorRewrite.append('repair'),
    by: { command: commandIds.explainFailure },
    fits: isSigned,
    mends: ['malformed'],
  },
  {
    title: () => vscode.l10n.t('Move the token to a variable in .env…'),
    kind: RefactorExtract.append('env'),
    by: { command: surfaceCommandIds.moveToEnvFile },
    mends: ['liveToken'],
  },
  {
    title: () => vscode.l10n.t('Redact the token: make it useless, keep it readable'),
    kind: RefactorRewrite.append('redact'),
    by: { text: redactToken },
    mends: ['liveToken'],
  },
];

/** The actions for a token. */
export function tokenActions(found: PlacedToken): readonly vscode.CodeAction[] {
  const token = parseToken(found.text);
  return actions.flatMap((action) => madeOf(action, found, token, action.kind));
}

/** Those that mend what is remarked on. */
export function mendingActions(
  found: PlacedToken,
  about: (code: RemarkCode) => vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const token = parseToken(found.text);
  return actions.flatMap((action) => {
    const mended = (action.mends ?? []).flatMap(about);
    return mended.length === 0 ? [] : madeOf(action, found, token, QuickFix, mended);
  });
}

function madeOf(
  { title, by, fits }: TokenAction,
  found: PlacedToken,
  token: Token,
  kind: vscode.CodeActionKind,
  diagnostics?: vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  if (fits && !fits(token)) return [];
  const action = new vscode.CodeAction(title(), kind);
  if (diagnostics) action.diagnostics = diagnostics;
  if ('command' in by) {
    action.command = { title: action.title, command: by.command, arguments: [placeArgument(found)] };
    return [action];
  }
  const text = by.text(token);
  if (text === undefined || text === found.text) return [];
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(found.place.uri, found.place.range, text);
  return [action];
}
