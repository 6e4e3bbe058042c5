import * as vscode from 'vscode';
import { hoverMarkdown } from '../../core/present/markdown';
import { tokenAtPosition } from '../documents/documentTokens';
import type { FoundToken } from '../documents/foundToken';
import { placeArgument } from '../documents/placeArgument';
import { commandIds } from '../platform/ids';
import { presentation } from '../platform/presentation';
import { readSettings } from '../platform/settings';
import type { Verifier } from '../verify/verifier';

/** Commands a hover may carry: they open or ask, and change nothing by themselves. */
const linkedCommands = [commandIds.inspectToken, commandIds.verifyToken, commandIds.addKey] as const;

/** Explains the token under the pointer, in every document whatever its language or scheme. */
export function registerHover(verifier: Verifier): vscode.Disposable {
  return vscode.languages.registerHoverProvider([{ scheme: '*' }, { notebookType: '*' }], {
    async provideHover(document, position, cancellation) {
      const settings = readSettings(document);
      if (!settings.hoverEnabled) return undefined;
      const found = tokenAtPosition(document, position);
      if (!found?.place || cancellation.isCancellationRequested) return undefined;
      const { inspection, report } = await verifier.verify(found.text, settings, {
        place: found.place,
        cancellation,
      });
      if (cancellation.isCancellationRequested) return undefined;
      const text = hoverMarkdown(inspection, report, { ...presentation(settings), links: links(found) });
      return new vscode.Hover(trusted(text), found.place.range);
    },
  });
}

/** Markdown that may run our own commands and nothing else: no HTML, no other link into the editor. */
function trusted(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text, true);
  markdown.supportHtml = false;
  markdown.isTrusted = { enabledCommands: linkedCommands };
  return markdown;
}

function links(found: FoundToken): {
  readonly inspect: string;
  readonly verify: string;
  readonly addKey: string;
} {
  const place = encodeURIComponent(JSON.stringify([placeArgument(found)]));
  return {
    inspect: `command:${commandIds.inspectToken}?${place}`,
    verify: `command:${commandIds.verifyToken}?${place}`,
    addKey: `command:${commandIds.addKey}`,
  };
}
