import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/present/escape';
import { modelAnswer } from '../../core/present/modelAnswer';
import type { PlacedToken } from '../documents/foundToken';
import { settingIds, settingsSection } from '../platform/ids';
import { readSettings } from '../platform/settings';
import type { Cancellation } from '../verify/verifier';
import { readToolInput } from './toolInput';
import type { ToolPorts } from './toolPorts';
import { ToolProblem } from './toolProblem';
import { toolToken } from './toolToken';

/** The answer to a model, as text. Throws `ToolProblem` where there is none, `CancellationError` where it is no longer wanted. */
export async function inspectForModel(
  input: unknown,
  ports: ToolPorts,
  cancellation: Cancellation,
): Promise<string> {
  return await toModel(ports, async () => {
    const found = await locate(input, ports);
    const { text, place } = found;
    const settings = readSettings(place.uri);
    const { inspection, report } = await ports.verifier.verify(text, settings, { place, cancellation });
    if (cancellation.isCancellationRequested) throw new vscode.CancellationError();
    const { line, character } = place.range.start;
    const file = fileName(found);
    return modelAnswer({ file, line: line + 1, column: character + 1 }, inspection, report);
  });
}

/** What the user is asked before a model gets an answer; that there will be none is told before. */
export async function prepareInspection(
  input: unknown,
  ports: ToolPorts,
): Promise<vscode.PreparedToolInvocation> {
  return await toModel(ports, async () => {
    const found = await locate(input, ports);
    const message = vscode.l10n.t(
      'The token in line {line} of {file}: its header, the names of its claims, its times and whether it verifies go to the language model. Values that could tell of a person, the signature and keys do not.',
      { line: found.place.range.start.line + 1, file: fileName(found) },
    );
    return {
      invocationMessage: vscode.l10n.t('Inspecting a token'),
      confirmationMessages: {
        title: vscode.l10n.t('Inspect Token'),
        message: new vscode.MarkdownString(escapeMarkdown(message)),
      },
    };
  });
}

async function locate(input: unknown, { isTrusted }: ToolPorts): Promise<PlacedToken> {
  const isAllowed =
    vscode.workspace.getConfiguration(settingsSection).get<unknown>(settingIds.aiEnabled) === true;
  if (!isAllowed)
    throw new ToolProblem(
      'The user has not allowed this. Ask them to turn on the setting “claimcheck.ai.enabled”, and do not try again before.',
    );
  if (!isTrusted())
    throw new ToolProblem(
      'The workspace is not trusted. Ask the user to trust it, and do not try again before.',
    );
  return await toolToken(readToolInput(input));
}

function fileName({ place: { uri } }: PlacedToken): string {
  return vscode.workspace.asRelativePath(uri);
}

/** A model is told of nothing but what it can mend; a defect of ours goes to the log. */
async function toModel<Result>({ log }: ToolPorts, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ToolProblem || error instanceof vscode.CancellationError) throw error;
    log.error(`inspect tool: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    throw new ToolProblem('This did not work, through no fault of yours. Trying again will not help.');
  }
}
