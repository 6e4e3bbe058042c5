import * as vscode from 'vscode';
import { redactToken } from '../../core/editor/redactToken';
import { parseToken } from '../../core/jose/parseToken';
import { tokenInEditor } from '../documents/askForToken';
import { tokenOfArgument } from '../documents/placeArgument';
import { replaceToken } from '../documents/replaceToken';
import { UserError } from '../platform/userError';

/** `JWT: Redact Token`: takes the signature out of the token an argument points at, or at the cursor. */
export async function redactTokenAt(argument: unknown): Promise<void> {
  const found = tokenOfArgument(argument) ?? tokenInEditor();
  const redacted = found && redactToken(parseToken(found.text));
  if (!found?.place || redacted === undefined)
    throw new UserError(vscode.l10n.t('There is no token at the cursor. Put the cursor into one.'));
  await replaceToken(found, redacted);
}
