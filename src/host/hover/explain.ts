import * as vscode from 'vscode';
import type { JwsToken } from '../../core/jose/token';
import { hoverMarkdown, type HoverOptions } from '../../core/present/markdown';
import type { ShownSdJwt } from '../../core/present/sdJwtShown';
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
  ports: HoverPorts,
  found: PlacedToken,
  settings: Settings,
  cancellation: Cancellation,
): Promise<vscode.MarkdownString> {
  const { token, inspection, report } = await ports.verifier.verify(found.text, settings, {
    place: found.place,
    cancellation,
  });
  const speech = words(settings);
  const why = await reason(report, found, ports, speech);
  const sdJwt = token.kind === 'jws' && token.sdJwt ? await shownSdJwt(token, speech) : undefined;
  const text = hoverMarkdown(inspection, report, { ...speech, links: links(found), why, sdJwt });
  const markdown = new vscode.MarkdownString(text, true);
  markdown.supportHtml = false;
  markdown.isTrusted = { enabledCommands: linkedCommands };
  return markdown;
}

/** Why it does not verify; what searches and words reasons is loaded for tokens that have one. */
async function reason(
  report: VerificationReport,
  found: PlacedToken,
  { diagnoser, keys }: HoverPorts,
  speech: Words,
): Promise<HoverOptions['why']> {
  const { wantsExplanation } = await import('../diagnose/why');
  if (!wantsExplanation(report, 'common')) return undefined;
  const { hoverReason } = await import('./hoverSearch');
  return await hoverReason(diagnoser, keys, found, speech);
}

/** What an SD-JWT discloses; loaded for those alone. */
async function shownSdJwt(token: JwsToken, { translate }: Words): Promise<ShownSdJwt | undefined> {
  const { showSdJwt } = await import('../../core/present/sdJwtShown');
  return await showSdJwt(token, translate);
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
