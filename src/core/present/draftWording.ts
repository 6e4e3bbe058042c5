import type { DraftFault, DraftProblem } from '../sign/tokenDraft';
import { problemText } from './problemWording';
import { word, type Template, type Translate } from './wording';

/** What is wrong with an edited token around its header and payload. */
export const draftWording: Readonly<Record<DraftFault['code'], Template>> = {
  'draft.notJson': 'This is not JSON yet: look at line {line}, column {column}.',
  'draft.notObject': '“{name}” should be an object: { … }.',
  'draft.missing': '“{name}” is missing.',
  'draft.unknown': '“{name}” does not go into the token: only “header”, “payload” and “encryption” do.',
  'draft.time':
    '“{name}” should be a time: seconds, or "now", "+1h", "in 2 days", "2026-12-31T12:00Z". It is written as seconds.',
};

/** The sentence for a problem of a draft. */
export function draftProblemText({ problem }: DraftProblem, translate: Translate): string {
  return isFault(problem)
    ? word(translate, draftWording[problem.code], problem.facts)
    : problemText(problem, translate);
}

function isFault(problem: DraftProblem['problem']): problem is DraftFault {
  return problem.code.startsWith('draft.');
}
