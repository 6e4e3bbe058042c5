import type { Inspection } from '../../core/inspect/inspection';
import type { Answer, AnswerStatus } from '../../core/present/answer';
import { verdictOf, type Verdict } from '../../core/present/verdict';
import type { VerificationReport } from '../../core/verify/report';
import { say, type PageContext } from '../context';
import { element } from '../dom';
import { icon, type IconName } from '../icons';
import { labels, questionLabels } from '../labels';
import { visibleText } from '../parts/visibleText';
import type { Verification } from '../state';

const icons: Readonly<Record<AnswerStatus, IconName>> = {
  pass: 'passed',
  fail: 'failed',
  unknown: 'unknown',
  notAsked: 'unknown',
};

/** The four answers, apart, each with its question, an icon and words. */
export function verdictView(
  context: PageContext,
  inspection: Inspection,
  verification: Verification,
): HTMLElement {
  const verdict = verdictOf(inspection, reportIn(verification), context.words);
  return element(
    'section',
    { 'aria-label': say(context, labels.verdict) },
    element(
      'ul',
      { class: 'verdict' },
      questions.map((question) => {
        const isPending = question === 'signature' && verification.status === 'pending';
        return answerView(context, question, verdict[question], isPending);
      }),
    ),
  );
}

const questions: readonly (keyof Verdict)[] = ['wellFormed', 'signature', 'inForce', 'asExpected'];

function answerView(
  context: PageContext,
  question: keyof Verdict,
  { status, text }: Answer,
  isPending: boolean,
): HTMLElement {
  return element(
    'li',
    { class: `answer answer-${status}`, 'data-question': question },
    icon(isPending ? 'pending' : icons[status]),
    element('span', { class: 'answer-question' }, say(context, questionLabels[question])),
    element(
      'span',
      { class: 'answer-words' },
      visibleText(isPending ? say(context, labels.verifying) : text),
    ),
  );
}

/** All four in one text, to be read out. */
export function verdictText(
  context: PageContext,
  inspection: Inspection,
  verification: Verification,
): string {
  const verdict = verdictOf(inspection, reportIn(verification), context.words);
  return questions.map((question) => `${verdict[question].text}.`).join(' ');
}

/** “In force” as it is to be said at a later moment: the distance grows or shrinks while one looks. */
export function inForceText(
  context: PageContext,
  inspection: Inspection,
  verification: Verification,
  moment: number,
): string {
  const report = reportIn(verification);
  const later = report && { ...report, moment };
  return verdictOf({ ...inspection, moment }, later, context.words).inForce.text;
}

/** What verifying gave, once it gave something. */
export function reportIn(verification: Verification): VerificationReport | undefined {
  return verification.status === 'done' ? verification.report : undefined;
}
