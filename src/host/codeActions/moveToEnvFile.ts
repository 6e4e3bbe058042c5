import * as vscode from 'vscode';
import { environmentLine, variableName, variableUse } from '../../core/editor/variableReference';
import { readJson } from '../../core/encoding/json';
import { writeCompactNode } from '../../core/encoding/writeJson';
import { readEnvFile } from '../../core/keys/candidates/envFile';
import { tokenInEditor } from '../documents/askForToken';
import type { TokenPlace } from '../documents/foundToken';
import { offerToIgnore } from '../documents/offerToIgnore';
import { tokenOfArgument } from '../documents/placeArgument';
import { gitIgnored } from '../keys/hiddenFiles';
import { readFileIfThere, unreadable, writeFile } from '../platform/refusals';
import { UserError } from '../platform/userError';

/** `JWT: Move Token to .env`: the token becomes a variable of the environment file of its folder, and where it stood the variable is read. */
export async function moveToEnvFile(argument: unknown): Promise<void> {
  const found = tokenOfArgument(argument) ?? tokenInEditor();
  if (!found?.place)
    throw new UserError(vscode.l10n.t('There is no token at the cursor. Put the cursor into one.'));
  const { place } = found;
  const document = await vscode.workspace.openTextDocument(place.uri);
  const folder = vscode.workspace.getWorkspaceFolder(place.uri) ?? vscode.workspace.workspaceFolders?.[0];
  if (!folder)
    throw new UserError(vscode.l10n.t('Open a folder first: its .env file is where the token goes.'));
  const file = vscode.Uri.joinPath(folder.uri, '.env');
  const current = await textOf(file);
  const before = document.lineAt(place.range.start.line).text.slice(0, place.range.start.character);
  const name = await askForName(
    variableName(before),
    new Set(readEnvFile(current ?? '').map((one) => one.name)),
  );
  if (name === undefined) return;
  await move(document, place, { file, current, name, value: oneLine(found.text) });
  if ((await gitIgnored(folder))(file)) return;
  const question = vscode.l10n.t('.env now holds a token. Keep it out of version control?');
  await offerToIgnore(folder, '.env', question);
}

interface Variable {
  readonly file: vscode.Uri;
  /** What the file holds; undefined where there is none. */
  readonly current: string | undefined;
  readonly name: string;
  readonly value: string;
}

async function move(
  document: vscode.TextDocument,
  { uri, range, version }: TokenPlace,
  { file, current, name, value }: Variable,
): Promise<void> {
  const first = document.lineAt(range.start.line).text.slice(0, range.start.character);
  const last = document.lineAt(range.end.line).text.slice(range.end.character);
  const use = variableUse(document.languageId, name, first, last);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    uri,
    new vscode.Range(range.start.translate(0, -use.before), range.end.translate(0, use.after)),
    use.text,
  );
  if (current === undefined) await writeFile(file, new Uint8Array());
  const environment = await vscode.workspace.openTextDocument(file);
  const { end } = environment.lineAt(environment.lineCount - 1).range;
  edit.insert(file, end, `${end.character === 0 ? '' : '\n'}${environmentLine(name, value)}\n`);
  const refused = document.version !== version || !(await vscode.workspace.applyEdit(edit));
  if (refused)
    throw new UserError(vscode.l10n.t('The document changed or cannot be edited, so nothing was replaced.'));
  // Programs read the file, not the editor.
  await environment.save();
}

async function askForName(suggested: string, taken: ReadonlySet<string>): Promise<string | undefined> {
  return await vscode.window.showInputBox({
    title: vscode.l10n.t('Move Token to .env'),
    prompt: vscode.l10n.t('Name of the variable'),
    value: suggested,
    validateInput: (name) => {
      if (!/^[A-Za-z_]\w{0,127}$/.test(name))
        return vscode.l10n.t('Letters, digits and underscores; no digit first.');
      return taken.has(name) ? vscode.l10n.t('The file has a variable of that name already.') : undefined;
    },
  });
}

/** A JSON serialization may span lines; a variable should not. */
function oneLine(text: string): string {
  const { node } = text.includes('\n') ? readJson(text) : { node: undefined };
  return node ? writeCompactNode(node) : text;
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  // Whether there is one says its file system; what it holds says its editor, which may be ahead of the file.
  if (!(await readFileIfThere(uri))) return undefined;
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    throw unreadable(uri);
  }
}
