import * as vscode from 'vscode';
import { gitIgnored } from '../keys/hiddenFiles';

type Hides = (uri: vscode.Uri) => boolean;

/** Which documents are kept where others may come by them: files of the workspace that its `.gitignore` does not hide. */
export class KeptFiles implements vscode.Disposable {
  readonly #rules = new Map<string, Promise<Hides>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#listener = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (!uri.path.endsWith('/.gitignore')) return;
      this.#rules.clear();
      this.#changed.fire();
    });
  }

  async isKept({ uri }: vscode.TextDocument): Promise<boolean> {
    const file = uri.scheme === 'vscode-notebook-cell' ? notebookOf(uri) : uri;
    const folder = file && vscode.workspace.getWorkspaceFolder(file);
    if (!file || !folder) return false;
    const id = folder.uri.toString();
    const hides = this.#rules.get(id) ?? gitIgnored(folder);
    this.#rules.set(id, hides);
    return !(await hides)(file);
  }

  dispose(): void {
    this.#changed.dispose();
    this.#listener.dispose();
  }
}

function notebookOf(cell: vscode.Uri): vscode.Uri | undefined {
  const notebook = vscode.workspace.notebookDocuments.find((one) => one.uri.path === cell.path);
  return notebook?.isUntitled === false ? notebook.uri : undefined;
}
