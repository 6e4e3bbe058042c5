import * as vscode from 'vscode';
import { causeText } from '../../core/present/diagnosisWording';
import { hoverMarkdown, type HoverOptions, type HoverWhy } from '../../core/present/markdown';
import { attackCodes } from '../../core/diagnose/codes';
import type { Words } from '../../core/present/wording';
import type { VerificationReport } from '../../core/verify/report';
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

/** Commands a hover may carry: they open, ask, or mend the very token that is hovered, in a step that can be undone. */
const linkedCommands = [
  commandIds.inspectToken,
  commandIds.verifyToken,
  commandIds.encodeToken,
  commandIds.explainFailure,
  commandIds.fixToken,
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
  const speech = words(settings);
  const why = await reason({ verifier, diagnoser, keys }, found, report, speech, cancellation);
  const text = hoverMarkdown(inspection, report, { ...speech, links: links(found), why });
  const markdown = new vscode.MarkdownString(text, true);
  markdown.supportHtml = false;
  markdown.isTrusted = { enabledCommands: linkedCommands };
  return markdown;
}

/** Why the signature does not match, where a common cause can be proven in the time a hover has. */
async function reason(
  { diagnoser, keys }: HoverPorts,
  found: PlacedToken,
  report: VerificationReport,
  speech: Words,
  cancellation: Cancellation,
): Promise<HoverWhy | undefined> {
  const [{ explainWhy, wantsExplanation }, { fixFor }] = await Promise.all([
    import('../diagnose/why'),
    import('../diagnose/fix'),
  ]);
  if (!wantsExplanation(report, 'common')) return undefined;
  const options = { tier: 'common', cancellation, budget: searchBudget } as const;
  const { cause, diagnosis } = await explainWhy(diagnoser, keys, found, options);
  if (!cause || diagnosis.status !== 'cause') return undefined;
  return {
    text: causeText(cause, speech),
    isAttack: [cause.code, ...cause.also].some((code) => attackCodes.has(code)),
    fix: fixFor(diagnosis, true)?.kind,
  };
}

function links(found: PlacedToken): HoverOptions['links'] {
  const place = encodeURIComponent(JSON.stringify([placeArgument(found)]));
  return {
    inspect: `command:${commandIds.inspectToken}?${place}`,
    verify: `command:${commandIds.verifyToken}?${place}`,
    fix: `command:${commandIds.fixToken}?${place}`,
    explain: `command:${commandIds.explainFailure}?${place}`,
    encode: `command:${commandIds.encodeToken}?${place}`,
    addKey: `command:${commandIds.addKey}`,
  };
}
