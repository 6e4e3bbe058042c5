import * as vscode from 'vscode';
import { registerBackends } from './backends/registerBackends';
import type { BackendPorts } from './backends/compareBackends';
import { registerCompare } from './compare/registerCompare';
import { registerDecrypt } from './decrypt/registerDecrypt';
import { TextDocuments } from './documents/textDocuments';
import { registerEdit } from './edit/registerEdit';
import { registerEncode } from './encode/encode';
import { registerText } from './text/registerText';
import type { TwinPorts } from './text/tokenTwin';

/** The features whose answer is a document of VS Code's own: text, decrypted content, comparison, what backends say, and tokens to edit or begin. */
export function registerDocuments(
  ports: TwinPorts & BackendPorts & { readonly now: () => number },
): vscode.Disposable {
  const { keys, now, log } = ports;
  const texts = new TextDocuments(async (place) => (await import('./text/textPlace')).twinAt(place, ports));
  const editing = registerEdit(ports);
  return vscode.Disposable.from(
    texts,
    registerText(texts, ports),
    registerDecrypt(texts, ports),
    registerCompare(texts, log),
    registerBackends(texts, ports),
    editing,
    registerEncode({ keys, now, log, desk: () => editing.desk() }),
  );
}
