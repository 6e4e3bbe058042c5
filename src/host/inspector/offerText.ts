import * as vscode from 'vscode';
import { placeArgument } from '../documents/placeArgument';
import type { FoundToken } from '../documents/foundToken';
import { commandIds } from '../platform/ids';

/**
 * Says that the panel stayed empty, and offers the text of the token in its place. VS Code shows no webview on a page that is no
 * secure context, which a served VS Code over plain http is, and says nothing of it itself. On the desktop, where that cannot
 * be why, a slow page is waited for.
 */
export async function offerText(found: FoundToken | undefined): Promise<void> {
  if (vscode.env.uiKind !== vscode.UIKind.Web) return;
  const show = vscode.l10n.t('Show as Text');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'The inspector did not load. VS Code shows panels only where it is served over https or from localhost; the token can be read as text everywhere.',
    ),
    show,
  );
  if (answer !== show) return;
  await vscode.commands.executeCommand(commandIds.showTokenAsText, found && placeArgument(found));
}
