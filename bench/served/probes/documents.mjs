import * as vscode from 'vscode';
import { TokenIndexes } from '../../../src/host/documents/tokenIndexes';

const now = () => performance.now();
/** So large that no document of the bench is left alone for its size. */
const endless = 1_000_000_000;
/** Edits whose median is one measurement. */
const edits = 11;

async function opened(path) {
  return await vscode.workspace.openTextDocument(vscode.Uri.file(path));
}

/** Types one character, or takes it away again, in the middle of a document (or at its top). */
async function change(document, isTop) {
  const line = isTop ? 0 : document.lineCount >> 1;
  const edit = new vscode.WorkspaceEdit();
  const at = new vscode.Position(line, 0);
  const isThere = document.lineAt(line).text.startsWith('#');
  if (isThere) edit.delete(document.uri, new vscode.Range(line, 0, line, 1));
  else edit.insert(document.uri, at, '#');
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('The document cannot be edited.');
}

async function known(indexes, document) {
  while (indexes.tokensOf(document) === undefined) await new Promise((resolve) => setTimeout(resolve, 2));
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/**
 * Milliseconds of the handler within VS Code's own event: listeners are called in the order they came, so one before and
 * one behind it hold the clock. With `isIndexed` the document is followed whatever its size; else it is treated as it ships.
 */
async function handlerTime(document, isIndexed) {
  let begun = 0;
  let took;
  const isOurs = (event) => event.document === document && event.contentChanges.length > 0;
  const before = vscode.workspace.onDidChangeTextDocument((event) => {
    if (isOurs(event)) begun = now();
  });
  const indexes = isIndexed ? new TokenIndexes(now, endless) : new TokenIndexes(now);
  const behind = vscode.workspace.onDidChangeTextDocument((event) => {
    if (isOurs(event)) took = now() - begun;
  });
  // What every surface does when it is told of a change.
  const asking = indexes.onDidChange((changed) => indexes.tokensOf(changed));
  try {
    await known(indexes, document);
    const times = [];
    for (let n = 0; n < edits; n++) {
      took = undefined;
      await change(document, false);
      while (took === undefined) await new Promise((resolve) => setTimeout(resolve, 1));
      times.push(took);
    }
    return median(times);
  } finally {
    vscode.Disposable.from(before, behind, asking, indexes).dispose();
  }
}

/** The work of a first scan, slice by slice, as the index's own clock saw it. */
async function firstScan(document) {
  await change(document, true);
  const seen = [];
  const indexes = new TokenIndexes(() => {
    const time = now();
    seen.push(time);
    return time;
  }, endless);
  let ended;
  const done = new Promise((resolve) => {
    indexes.onDidChange(() => {
      ended = now();
      resolve();
    });
  });
  try {
    const begun = now();
    indexes.tokensOf(document);
    const asked = now() - begun;
    await done;
    const slices = slicesOf(seen, ended, 5);
    return {
      total: asked + slices.reduce((sum, slice) => sum + slice, 0),
      longest: Math.max(asked, ...slices),
      slices: slices.length,
      tokens: indexes.tokensOf(document).length,
    };
  } finally {
    indexes.dispose();
  }
}

/** A slice begins with a look at the clock, and ends with the look that finds `slice` milliseconds gone; the last one with the scan. */
function slicesOf(seen, ended, slice) {
  const slices = [];
  let begun;
  for (const time of seen) {
    if (begun === undefined) begun = time;
    else if (time - begun >= slice) {
      slices.push(time - begun);
      begun = undefined;
    }
  }
  if (begun !== undefined) slices.push(ended - begun);
  return slices;
}

export const documentTasks = {
  handlerTime: async ({ path, isIndexed = true }) => handlerTime(await opened(path), isIndexed),

  /** One `getText()` behind an edit, which makes VS Code join the lines anew. */
  getTextTime: async ({ path, isTop = false }) => {
    const document = await opened(path);
    await change(document, isTop);
    const begun = now();
    const { length } = document.getText();
    const took = now() - begun;
    if (length === 0) throw new Error('The document is empty.');
    return took;
  },

  firstScan: async ({ path }) => firstScan(await opened(path)),
};
