import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import * as vscode from 'vscode';

/** The tokens the tutorial prints, with what it says of them. */
export const tutorial = {
  secret: 'my_super_secret',
  hs256:
    'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MjQyIiwibmFtZSI6Ikplc3NpY2EgVGVtcG9yYWwiLCJuaWNrbmFtZSI6Ikplc3MifQ.EDkUUxaM439gWLsQ8a8mJWIvQtgZe0et3O3z4Fd_J8o',
  expired:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI0MiIsIm5hbWUiOiJKZXNzIFRlbXBvcmFsIiwiZXhwIjoxNTE2MjM5MDIyfQ.uqeQ60enLaCQEZ-7C0d_cgQSrWfgXRQuoB1LZD0j06E',
} as const;

/** A file of the sample workspace the tests run in. */
export function sample(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests run in the sample workspace.');
  return vscode.Uri.joinPath(folder.uri, name);
}

export interface HoverAnswer {
  /** As a reader sees it: escapes undone. */
  readonly text: string;
  readonly hoveredText: string;
  readonly markdown: vscode.MarkdownString;
}

/** What our hover says at a place: the Markdown, and the text its range covers. */
export async function hoverAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<HoverAnswer | undefined> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  for (const hover of hovers) {
    for (const content of hover.contents) {
      if (!(content instanceof vscode.MarkdownString) || !content.value.includes('command:claimcheck.'))
        continue;
      return {
        text: content.value.replace(/\\([!-/:-@[-`{-~])/g, '$1'),
        hoveredText: document.getText(hover.range),
        markdown: content,
      };
    }
  }
  return undefined;
}

/** Our hover over the first occurrence of a text, at its middle or a given distance from its start. */
export async function hoverOver(
  document: vscode.TextDocument,
  text: string,
  at = Math.floor(text.length / 2),
): Promise<HoverAnswer | undefined> {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error('The document does not hold that text.');
  return await hoverAt(document, document.positionAt(offset + at));
}

/** The names of the untitled documents there ever were. */
const usedNames = new Set<string>();

/** An untitled document with some text. */
export async function untitled(content: string, language = 'plaintext'): Promise<vscode.TextDocument> {
  for (;;) {
    const document = await vscode.workspace.openTextDocument({ content, language });
    const address = document.uri.toString();
    // VS Code names a new document as one that was closed, and what is left of closing that one may empty it.
    if (!usedNames.has(address)) {
      usedNames.add(address);
      return document;
    }
  }
}

/** Asks again until there is an answer: watching files takes the time it takes. */
export async function eventually<T>(
  question: () => Promise<T | undefined>,
  milliseconds = 30_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await question();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A compact JWS made with neither Node nor WebCrypto, which not every host has: any claims, HS256, with a secret of the test's own. */
export function hs256(
  claims: object,
  secret: string,
  header: object = { alg: 'HS256', typ: 'JWT' },
): Promise<string> {
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const encode = (value: object): string => base64url(utf8(JSON.stringify(value)));
  const input = `${encode(header)}.${encode(claims)}`;
  return Promise.resolve(`${input}.${base64url(hmac(sha256, utf8(secret), utf8(input)))}`);
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (octet) => String.fromCharCode(octet)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The place of a text in a document, as our commands take it. */
export function placeOf(
  document: vscode.TextDocument,
  text: string,
): { readonly uri: string; readonly line: number; readonly character: number } {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error('The document does not hold that text.');
  const { line, character } = document.positionAt(offset);
  return { uri: document.uri.toString(), line, character };
}

/** Runs a command that answers with one of our texts, and gives the document it shows. */
export async function shownText(command: string, argument: unknown): Promise<vscode.TextDocument> {
  const before = new Set(vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()));
  await vscode.commands.executeCommand(command, argument);
  return await eventually(() => {
    const isNew = ({ uri }: vscode.TextDocument): boolean =>
      uri.scheme === 'claimcheck-text' && !before.has(uri.toString());
    return Promise.resolve(vscode.window.visibleTextEditors.map(({ document }) => document).find(isNew));
  });
}

/** Closes the documents of ours that are open, so that the next test finds its own. */
export async function closeTexts(): Promise<void> {
  const isOurs = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && input.uri.scheme.startsWith('claimcheck-');
  await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isOurs)));
}
