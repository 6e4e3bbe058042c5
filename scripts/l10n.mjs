/**
 * Gathers every English text that users may see into l10n/bundle.l10n.json, the catalogue that translations are made
 * from: literals passed to `t(…)`, `l10n.t(…)`, `vscode.l10n.t(…)`, `translate(…)` and `word(translate, …)`, the tables
 * called `…Wording` in src/core/present and `labels` or `…Labels` in src/inspector, and the meanings in src/core/jose.
 * `--check` fails where the file is not up to date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const bundle = join(root, 'l10n', 'bundle.l10n.json');

/** What the constants are called that hold texts, by place. @type {readonly (readonly [string, RegExp])[]} */
const tableNames = [
  ['src/core/present/', /Wording$/],
  ['src/inspector/', /^labels$|Labels$/],
];

/** @type {Map<string, string>} text -> the place it was first found */
const texts = new Map();
/** @type {string[]} */
const faults = [];

for (const file of sourceFiles(join(root, 'src'))) gather(file);

if (faults.length > 0) {
  for (const fault of faults) console.error(fault);
  process.exit(1);
}

const sorted = [...texts.keys()].sort((one, other) => (one < other ? -1 : 1));
const content = `${JSON.stringify(Object.fromEntries(sorted.map((text) => [text, text])), undefined, 2)}\n`;
const current = readIfThere(bundle);
if (!process.argv.includes('--check')) {
  if (current !== content) writeFileSync(bundle, content);
  console.log(`${relative(root, bundle)}: ${sorted.length} texts`);
} else if (current !== content) {
  console.error(`${relative(root, bundle)} is not up to date. Run: npm run l10n`);
  process.exit(1);
}

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

/** @param {string} file */
function gather(file) {
  const place = relative(root, file).replaceAll('\\', '/');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && isTranslation(node.expression)) addArgument(node, place, source);
    if (ts.isCallExpression(node)) addPassedOn(node, place);
    if (ts.isCallExpression(node) && isNamed(node.expression, 'registered')) addMeanings(node, place, source);
    if (isTable(node, place)) addTable(node.initializer, place, source);
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

/** @param {ts.CallExpression} call @param {string} place @param {ts.SourceFile} source */
function addArgument(call, place, source) {
  const [first] = call.arguments;
  if (first && ts.isStringLiteralLike(first)) add(first.text, place);
  // A template that is itself passed in was gathered where it is written.
  else if (!first || !ts.isIdentifier(first))
    fault(call, place, source, 'a text to translate must be a literal');
}

/** A literal handed to the translator that core was given; anything else there comes from a table. @param {ts.CallExpression} call @param {string} place */
function addPassedOn(call, place) {
  const callee = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  const text = isNamed(callee, 'translate')
    ? call.arguments[0]
    : isNamed(callee, 'word')
      ? call.arguments[1]
      : undefined;
  if (text && ts.isStringLiteralLike(text)) add(text.text, place);
}

/** The third of each row of `registered(document, rows)`. @param {ts.CallExpression} call @param {string} place @param {ts.SourceFile} source */
function addMeanings(call, place, source) {
  const rows = call.arguments[1];
  if (!rows || !ts.isArrayLiteralExpression(rows))
    return fault(call, place, source, 'rows must be written out');
  for (const row of rows.elements) {
    const meaning = ts.isArrayLiteralExpression(row) ? row.elements[2] : undefined;
    if (meaning && ts.isStringLiteralLike(meaning)) add(meaning.text, place);
    else fault(row, place, source, 'a meaning must be a literal');
  }
}

/** Every text of a table, however deep. @param {ts.Expression} value @param {string} place @param {ts.SourceFile} source */
function addTable(value, place, source) {
  if (ts.isStringLiteralLike(value)) add(value.text, place);
  else if (ts.isAsExpression(value) || ts.isSatisfiesExpression(value))
    addTable(value.expression, place, source);
  else if (ts.isObjectLiteralExpression(value)) {
    for (const member of value.properties) {
      if (ts.isPropertyAssignment(member)) addTable(member.initializer, place, source);
      else fault(member, place, source, 'a table of wording holds only texts');
    }
  } else fault(value, place, source, 'a table of wording holds only texts');
}

/** @param {string} text @param {string} place */
function add(text, place) {
  if (!texts.has(text)) texts.set(text, place);
}

/** @param {ts.Node} node @param {string} place @param {ts.SourceFile} source @param {string} what */
function fault(node, place, source, what) {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  faults.push(`${place}:${line + 1}: ${what}`);
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}
