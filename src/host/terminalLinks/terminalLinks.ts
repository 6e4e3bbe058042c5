import * as vscode from 'vscode';
import { scanTokens } from '../../core/detect/scan';
import type { SurfacePorts } from '../surfaces/surfacePorts';
import { readSurfaceSettings } from '../surfaces/surfaceSettings';

/** A link that knows its token. It lives as long as the terminal shows it, and goes nowhere but into the inspector. */
interface TokenLink extends vscode.TerminalLink {
  readonly text: string;
}

/** Links in one line, and characters of a line that are looked at, at most. */
const mostLinks = 20;
const longestLine = 100_000;

/** Finds the tokens in a line of terminal output. */
export function terminalLinkProvider({
  inspector,
  now,
}: Pick<SurfacePorts, 'inspector' | 'now'>): vscode.TerminalLinkProvider<TokenLink> {
  return {
    async provideTerminalLinks({ line }: Pick<vscode.TerminalLinkContext, 'line'>) {
      if (!readSurfaceSettings().terminalLinks) return [];
      const spans = scanTokens(line.slice(0, longestLine)).slice(0, mostLinks);
      if (spans.length === 0) return [];
      const { noteOfText } = await import('../surfaces/noteOf');
      return spans.map(({ start, end }) => {
        const text = line.slice(start, end);
        const note = noteOfText(text, now());
        const tooltip = vscode.l10n.t('Inspect Token: {note}', { note });
        return Object.assign(new vscode.TerminalLink(start, text.length, tooltip), { text });
      });
    },
    async handleTerminalLink({ text }) {
      await inspector.show({ text });
    },
  };
}

/** Tokens in terminal output are links that open the inspector. */
export function registerTerminalLinks(ports: SurfacePorts): vscode.Disposable {
  return vscode.window.registerTerminalLinkProvider(terminalLinkProvider(ports));
}
