import * as vscode from 'vscode';
import { parseToken } from '../../core/jose/parseToken';
import { envValue, readEnvFile } from '../../core/keys/candidates/envFile';
import type { WordList } from '../../core/strength/words';
import { projectNames, wordsOfNames, wordsOfText, wordsOfToken } from '../../core/strength/workspaceWords';
import type { FoundToken, TokenPlace } from '../documents/foundToken';
import { openDocument } from '../documents/openDocument';
import { readSmallFile } from '../documents/readSmallFile';
import { readEnvFiles } from '../keys/envFiles';

/** Files whose names are looked at in each folder. */
const projectFiles = ['package.json', 'composer.json', 'pyproject.toml', 'Cargo.toml', 'go.mod', 'pom.xml'];
/** Octets. */
const maximumFileSize = 262_144;
/** Lines above and below the token. */
const reach = 200;

/**
 * The words a stranger who knows this workspace would try first. They stay in memory. Files are read in trusted workspaces
 * only, environment files where the settings allow it.
 */
export async function workspaceLists({ text, place }: FoundToken): Promise<readonly WordList[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const isTrusted = vscode.workspace.isTrusted;
  const variables = (await readEnvFiles()).flatMap(({ text: file }) =>
    readEnvFile(file).map(({ name, raw }) => ({ name, value: envValue(raw) })),
  );
  const projects = isTrusted ? (await Promise.all(folders.map(projectsIn))).flat() : [];
  const thorough = (source: WordList['source'], words: readonly string[]): WordList => ({
    source,
    thoroughness: 'thorough',
    words,
  });
  return [
    {
      source: 'environmentValues',
      thoroughness: 'usual',
      words: unique(variables.map(({ value }) => value)),
    },
    thorough('projectNames', wordsOfNames(projects)),
    thorough('folderNames', wordsOfNames(folders.flatMap(({ name, uri }) => [name, ...lastFolders(uri)]))),
    thorough('environmentNames', unique(variables.map(({ name }) => name))),
    thorough('token', wordsOfToken(parseToken(text))),
    { source: 'surroundings', thoroughness: 'usual', words: wordsOfText(textAround(place)) },
  ];
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 400);
}

/** A folder's own name and its parent's: further up stand homes and disks. */
function lastFolders({ path }: vscode.Uri): readonly string[] {
  return path.split('/').filter(Boolean).slice(-2);
}

async function projectsIn({ uri }: vscode.WorkspaceFolder): Promise<readonly string[]> {
  const texts = await Promise.all(projectFiles.map((name) => textOf(vscode.Uri.joinPath(uri, name))));
  return texts.flatMap(projectNames);
}

/** What is not there, as most of them, gives no words. */
async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await readSmallFile(uri, maximumFileSize));
}

function textAround(place: TokenPlace | undefined): string {
  const document = place && openDocument(place.uri);
  if (!document) return '';
  const first = Math.max(0, place.range.start.line - reach);
  return document.getText(new vscode.Range(first, 0, place.range.end.line + reach, 0));
}
