import * as vscode from 'vscode';
import { toolNames } from '../platform/ids';
import type { ToolInput } from './toolInput';
import type { ToolPorts } from './toolPorts';

/** The least that is asked of `vscode.lm`; forks of VS Code may have less. */
export type ToolRegistry = Partial<Pick<typeof vscode.lm, 'registerTool'>>;

/**
 * Lets language models ask about a token by its place, where the user turned that on. Any extension may call it as well,
 * with the setting on or off: so it checks all by itself, and answers with nothing that could harm.
 */
export function registerInspectTool(ports: ToolPorts, registry: ToolRegistry | undefined): vscode.Disposable {
  // At the start, not later: VS Code may start us only to call it.
  const registered = registry?.registerTool?.<ToolInput>(toolNames.inspectToken, inspectTool(ports));
  return registered ?? new vscode.Disposable(() => undefined);
}

/** The tool itself. */
export function inspectTool(ports: ToolPorts): vscode.LanguageModelTool<ToolInput> {
  return {
    async prepareInvocation({ input }) {
      const { prepareInspection } = await import('./inspectForModel');
      return await prepareInspection(input, ports);
    },
    async invoke({ input }, cancellation) {
      const { inspectForModel } = await import('./inspectForModel');
      const text = await inspectForModel(input, ports, cancellation);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
  };
}
