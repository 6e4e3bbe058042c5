import * as vscode from 'vscode';
import { tokenAtPosition } from '../documents/documentTokens';
import { readSettings } from '../platform/settings';
import { markDone } from '../walkthrough/markDone';
import type { HoverPorts } from './explain';

/** Explains the token under the pointer, in every document whatever its language or scheme. */
export function registerHover(ports: HoverPorts): vscode.Disposable {
  return vscode.languages.registerHoverProvider([{ scheme: '*' }, { notebookType: '*' }], {
    async provideHover(document, position, cancellation) {
      const settings = readSettings(document);
      if (!settings.hoverEnabled) return undefined;
      const found = tokenAtPosition(document, position);
      if (!found) return undefined;
      // Most positions end above: what explains a token is loaded for the first one that is met.
      const { explain } = await import('./explain');
      const content = await explain(ports, found, settings, cancellation);
      if (cancellation.isCancellationRequested) return undefined;
      markDone('hovered');
      return new vscode.Hover(content, found.place.range);
    },
  });
}
