import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** What the constants are called that hold texts, by place. @type {readonly (readonly [string, RegExp])[]} */
const tableNames = [
  ['src/core/present/', /Wording$/],
  ['src/inspector/', /^labels$|Labels$/],
];

/**
 * Every English text of the sources that users may see: literals passed to `t(…)`, `l10n.t(…)`, `vscode.l10n.t(…)`,
 * `translate(…)` and `word(translate, …)`, the tables called `…Wording` in src/core/present and `labels` or `…Labels`
 * in src/inspector, and the meanings in src/core/jose.
 * @param {string} root the project's folder
 * @returns {{texts: Map<string, string>, faults: string[]}} each text with the file it was first found in, and what could not be read
 */
export function gatherTexts(root) {
  /** @type {Gathered} */
  const gathered = { texts: new Map(), faults: [] };
  for (const file of sourceFiles(join(root, 'src'))) {
    const place = relative(root, file).replaceAll('\\', '/');
    gather(ts.createSourceFile(place, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true), gathered);
  }
  return gathered;
}

/** @typedef {{texts: Map<string, string>, faults: string[]}} Gathered */

/** @param {string} folder @returns {string[]} */
function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sourceFiles(path);
      return entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts') ? [path] : [];
    })
    .sort();
}

/** @param {ts.SourceFile} source @param {Gathered} gathered */
function gather(source, gathered) {
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && isTranslation(node.expression)) addArgument(node, source, gathered);
    if (ts.isCallExpression(node)) addPassedOn(node, source, gathered);
    if (ts.isCallExpression(node) && isNamed(node.expression, 'registered'))
      addMeanings(node, source, gathered);
    if (isTable(node, source.fileName)) addTable(node.initializer, source, gathered);
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** `t`, `l10n.t`, `vscode.l10n.t`. @param {ts.Expression} callee */
function isTranslation(callee) {
  if (ts.isIdentifier(callee)) return callee.text === 't';
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 't') return false;
  const owner = callee.expression;
  return isNamed(owner, 'l10n') || (ts.isPropertyAccessExpression(owner) && owner.name.text === 'l10n');
}

/** @param {ts.Node} node @param {string} name */
function isNamed(node, name) {
  return ts.isIdentifier(node) && node.text === name;
}

/** A constant of a module that holds texts. @param {ts.Node} node @param {string} place @returns {node is ts.VariableDeclaration & {initializer: ts.Expression}} */
function isTable(node, place) {
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !node.initializer) return false;
  const { text } = node.name;
  const isNamedSo = tableNames.some(([folder, name]) => place.startsWith(folder) && name.test(text));
  return isNamedSo && ts.isSourceFile(node.parent.parent.parent);
}

/** @param {ts.CallExpression} call @param {ts.SourceFile} source @param {Gathered} gathered */
function addArgument(call, source, gathered) {
  const [first] = call.arguments;
  if (first && ts.isStringLiteralLike(first)) add(first.text, source, gathered);
  // A template that is itself passed in was gathered where it is written.
  else if (!first || !ts.isIdentifier(first))
    fault(call, source, gathered, 'a text to translate must be a literal');
}

/** A literal handed to the translator that core was given; anything else there comes from a table. @param {ts.CallExpression} call @param {ts.SourceFile} source @param {Gathered} gathered */
function addPassedOn(call, source, gathered) {
  const callee = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  const text = isNamed(callee, 'translate')
    ? call.arguments[0]
    : isNamed(callee, 'word')
      ? call.arguments[1]
      : undefined;
  if (text && ts.isStringLiteralLike(text)) add(text.text, source, gathered);
}

/** The third of each row of `registered(document, rows)`. @param {ts.CallExpression} call @param {ts.SourceFile} source @param {Gathered} gathered */
function addMeanings(call, source, gathered) {
  const rows = call.arguments[1];
  if (!rows || !ts.isArrayLiteralExpression(rows))
    return fault(call, source, gathered, 'rows must be written out');
  for (const row of rows.elements) {
    const meaning = ts.isArrayLiteralExpression(row) ? row.elements[2] : undefined;
    if (meaning && ts.isStringLiteralLike(meaning)) add(meaning.text, source, gathered);
    else fault(row, source, gathered, 'a meaning must be a literal');
  }
}

/** Every text of a table, however deep. @param {ts.Expression} value @param {ts.SourceFile} source @param {Gathered} gathered */
function addTable(value, source, gathered) {
  if (ts.isStringLiteralLike(value)) add(value.text, source, gathered);
  else if (ts.isAsExpression(value) || ts.isSatisfiesExpression(value))
    addTable(value.expression, source, gathered);
  else if (ts.isObjectLiteralExpression(value)) {
    for (const member of value.properties) {
      if (ts.isPropertyAssignment(member)) addTable(member.initializer, source, gathered);
      else fault(member, source, gathered, 'a table of wording holds only texts');
    }
  } else fault(value, source, gathered, 'a table of wording holds only texts');
}

/** @param {string} text @param {ts.SourceFile} source @param {Gathered} gathered */
function add(text, source, { texts }) {
  if (!texts.has(text)) texts.set(text, source.fileName);
}

/** @param {ts.Node} node @param {ts.SourceFile} source @param {Gathered} gathered @param {string} what */
function fault(node, source, { faults }, what) {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  faults.push(`${source.fileName}:${line + 1}: ${what}`);
}
