import * as vscode from 'vscode';
import { hoverMarkdown, type HoverOptions } from '../../core/present/markdown';
import type { PlacedToken } from '../documents/foundToken';
import { placeArgument } from '../documents/placeArgument';
import { commandIds } from '../platform/ids';
import { words } from '../platform/words';
import type { Diagnoser } from '../diagnose/diagnoser';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { Settings } from '../platform/settings';
import type { Cancellation, Verifier } from '../verify/verifier';

/** What a hover asks. */
export interface HoverPorts {
  readonly verifier: Verifier;
  readonly diagnoser: Diagnoser;
  readonly keys: WorkspaceKeys;
}

/** Milliseconds a hover may spend on finding out why; the command has more. */
const searchBudget = 100;

/** Commands a hover may carry: they open or ask, and change nothing by themselves. */
const linkedCommands = [
  commandIds.inspectToken,
  commandIds.verifyToken,
  commandIds.encodeToken,
  commandIds.explainFailure,
  commandIds.addKey,
] as const;

/** The hover's text: Markdown that may run our own commands and nothing else, without HTML, without other links into the editor. */
export async function explain(
  { verifier, diagnoser, keys }: HoverPorts,
  found: PlacedToken,
  settings: Settings,
  cancellation: Cancellation,
): Promise<vscode.MarkdownString> {
  const { inspection, report } = await verifier.verify(found.text, settings, {
    place: found.place,
    cancellation,
  });
  const { explainWhy, wantsExplanation } = await import('../diagnose/why');
  const why = wantsExplanation(report)
    ? await explainWhy(diagnoser, keys, found, settings, {
        tier: 'common',
        cancellation,
        budget: searchBudget,
      })
    : undefined;
  const text = hoverMarkdown(inspection, report, { ...words(settings), links: links(found), why: why?.text });
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
    explain: `command:${commandIds.explainFailure}?${place}`,
    encode: `command:${commandIds.encodeToken}?${place}`,
    addKey: `command:${commandIds.addKey}`,
  };
}
