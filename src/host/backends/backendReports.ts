import * as vscode from 'vscode';

export const backendReportScheme = 'claimcheck-backends';

/** Read-only documents that live as long as they are open. Their addresses hold a number, and nothing of their content. */
export class BackendReports implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #listener = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    if (uri.scheme === backendReportScheme) this.#texts.delete(uri.toString());
  });
  #count = 0;

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  /** Opens a text as Markdown. `title` becomes the name of its tab. */
  async show(title: string, text: string): Promise<void> {
    const number = String(++this.#count);
    const uri = vscode.Uri.from({ scheme: backendReportScheme, path: `/${title}.md`, query: number });
    this.#texts.set(uri.toString(), text);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
  }

  dispose(): void {
    this.#listener.dispose();
    this.#texts.clear();
  }
}
