import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { gatherTexts } from '../../scripts/lib/gatherTexts.mjs';

/** Where people are spoken to outside `core/present`, whose sentences are tables that are gathered whole. */
const places = ['src/host', 'src/inspector'];

/** What is said to language models is English, whoever asks them. */
const spokenToModels = /^src\/host\/languageModelTool\//;

/** At least three words that begin as a sentence does. */
const sentence = /^[A-Z“][a-z’]*(?:[ ,:]+[A-Za-z’“{][\w’”}]*){2,}/;

describe('the sources', () => {
  const { texts, faults } = gatherTexts('.');

  it('write every text so that it can be gathered', () => {
    assert.deepEqual(faults, []);
    assert.ok(texts.size > 1000);
  });

  it('say no sentence to people that was not gathered for translation', () => {
    const forgotten = places
      .flatMap((place) =>
        readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => join(place, name)),
      )
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts') && !spokenToModels.test(file))
      .flatMap((file) =>
        sentencesOf(file)
          .filter((text) => !texts.has(text))
          .map((text) => `${file}: ${text}`),
      );
    assert.deepEqual(forgotten, []);
  });

  it('are searched in a way that finds sentences', () => {
    for (const text of ['Key added to it', 'There is no token here.', 'Open {name} now'])
      assert.match(text, sentence);
    for (const text of ['section backends', 'Content-Type', 'RS256', 'Key added', 'M4 6h1M4 8h1'])
      assert.doesNotMatch(text, sentence);
  });
});

/** Literals that read as sentences; what errors are made with is for the log. */
function sentencesOf(file: string): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node.parent) && isError(node.parent)) return;
    const text = ts.isStringLiteralLike(node)
      ? node.text
      : ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map((span) => `{}${span.literal.text}`)].join('')
        : '';
    if (sentence.test(text)) found.push(text);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return found;
}

function isError({ expression }: ts.NewExpression): boolean {
  return /(?:Error|NoWorker)$/.test(expression.getText());
}
