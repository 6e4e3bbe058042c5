import * as vscode from 'vscode';
import { hoverMarkdown, type HoverOptions } from '../../core/present/markdown';
import type { PlacedToken } from '../documents/foundToken';
import { placeArgument } from '../documents/placeArgument';
import { commandIds } from '../platform/ids';
import { words } from '../platform/words';
import type { Settings } from '../platform/settings';
import type { Cancellation, Verifier } from '../verify/verifier';

/** Commands a hover may carry: they open or ask, and change nothing by themselves. */
const linkedCommands = [
  commandIds.inspectToken,
  commandIds.verifyToken,
  commandIds.encodeToken,
  commandIds.addKey,
] as const;

/** The hover's text: Markdown that may run our own commands and nothing else, without HTML, without other links into the editor. */
export async function explain(
  verifier: Verifier,
  found: PlacedToken,
  settings: Settings,
  cancellation: Cancellation,
): Promise<vscode.MarkdownString> {
  const { inspection, report } = await verifier.verify(found.text, settings, {
    place: found.place,
    cancellation,
  });
  const text = hoverMarkdown(inspection, report, { ...words(settings), links: links(found) });
  const markdown = new vscode.MarkdownString(text, true);
  markdown.supportHtml = false;
  markdown.isTrusted = { enabledCommands: linkedCommands };
  return markdown;
}

function links(found: PlacedToken): HoverOptions['links'] {
  const place = encodeURIComponent(JSON.stringify([placeArgument(found)]));
  return {
    inspect: `command:${commandIds.inspectToken}?${place}`,
    verify: `command:${commandIds.verifyToken}?${place}`,
    encode: `command:${commandIds.encodeToken}?${place}`,
    addKey: `command:${commandIds.addKey}`,
  };
}
