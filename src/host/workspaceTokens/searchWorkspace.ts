import * as vscode from 'vscode';
import type { AuditEntry } from '../../core/audit/auditEntry';
import { auditText } from '../../core/audit/auditText';
import { readLevels } from '../../core/editor/remark';
import { anyOf, expandBraces } from '../../core/keys/candidates/globs';
import type { Audit } from '../../core/present/auditReports';
import { excludedGlob, gitIgnored } from '../keys/hiddenFiles';
import { readSurfaceSettings } from '../surfaces/surfaceSettings';
import { candidateFiles } from './candidateFiles';
import { textOfFile, textOfLocalFile } from './textOfFile';

/** Where a search ends. */
const most = { files: 50_000, tokens: 10_000, tokensOfFile: 1000 } as const;
/** Files read at the same time. */
const together = 16;

/** What a search is given. */
export interface SearchOptions {
  /** Seconds since the epoch. */
  readonly moment: number;
  readonly cancellation: vscode.CancellationToken;
  readonly onProgress: (files: number, tokens: number) => void;
  /** Tells which files need not be read; ripgrep where undefined. */
  readonly candidates?: typeof candidateFiles | undefined;
}

/**
 * Looks through the files of the workspace for tokens, file by file so that others have their turn. What is left out:
 * files that `files.exclude`, `search.exclude`, `.gitignore` and `claimcheck.ignore` hide, binary ones and those over 20 MB.
 * VS Code's ripgrep spares us reading those without a trace of a token. Cancelled, it answers with what it has.
 */
export async function searchWorkspace(options: SearchOptions): Promise<Audit> {
  const { moment, cancellation, onProgress } = options;
  const entries: AuditEntry[] = [];
  const unsaved = unsavedTexts();
  let files = 0;
  let isCut = false;
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const [found, mayHold] = await Promise.all([
      filesOf(folder, cancellation),
      (options.candidates ?? candidateFiles)(folder, leftOutNames(folder), cancellation),
    ]);
    isCut ||= found.length >= most.files;
    // Where ripgrep ran, files are of this machine and there is Node.
    const textOf = mayHold ? textOfLocalFile : textOfFile;
    const levels = readLevels(readSurfaceSettings(folder).rules);
    for (let at = 0; at < found.length; at += together) {
      if (cancellation.isCancellationRequested || entries.length >= most.tokens)
        return { entries, moment, files, isCut: true };
      const batch = found.slice(at, at + together);
      const texts = await Promise.all(
        batch.map(
          async (uri) =>
            unsaved.get(uri.toString()) ?? (mayHold?.(uri) === false ? undefined : await textOf(uri)),
        ),
      );
      for (const [index, uri] of batch.entries()) {
        const text = texts[index];
        files++;
        if (text === undefined) continue;
        const file = { path: vscode.workspace.asRelativePath(uri), uri: uri.toString(), text };
        for (const entry of auditText(file, { moment, levels, most: most.tokensOfFile })) entries.push(entry);
      }
      onProgress(files, entries.length);
    }
  }
  // Cancelled while files were looked for, none of them came.
  isCut ||= cancellation.isCancellationRequested;
  return { entries: entries.slice(0, most.tokens), moment, files, isCut };
}

async function filesOf(
  folder: vscode.WorkspaceFolder,
  cancellation: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const exclude = anyOf(excludedGlobs(folder));
  const pattern = new vscode.RelativePattern(folder, '**/*');
  const [found, isHidden] = await Promise.all([
    vscode.workspace.findFiles(pattern, exclude, most.files, cancellation),
    gitIgnored(folder),
  ]);
  return found.filter((uri) => !isHidden(uri)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function excludedGlobs(folder: vscode.WorkspaceFolder): readonly string[] {
  const hidden = excludedGlob(folder);
  return [...(hidden === undefined ? [] : [hidden]), '**/.git/**', ...readSurfaceSettings(folder).ignore];
}

/** Names of folders that are left out wherever they lie: those globs alone mean the same to all who look. */
function leftOutNames(folder: vscode.WorkspaceFolder): readonly string[] {
  return excludedGlobs(folder)
    .flatMap(expandBraces)
    .flatMap((glob) => /^\*\*\/([\w.-]+)\/\*\*$/.exec(glob)?.[1] ?? []);
}

/** What editors hold and files do not yet. */
function unsavedTexts(): ReadonlyMap<string, string> {
  const dirty = vscode.workspace.textDocuments.filter(({ isDirty, isUntitled }) => isDirty && !isUntitled);
  return new Map(dirty.map((document) => [document.uri.toString(), document.getText()]));
}
