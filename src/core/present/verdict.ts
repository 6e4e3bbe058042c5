import type { Inspection } from '../inspect/inspection';
import type { SignatureAnswer, VerificationReport } from '../verify/report';
import type { Answer } from './answer';
import { expectationAnswer } from './checkText';
import { problemText } from './problemWording';
import { formWording } from './reportWording';
import {
  encryptedAnswer,
  notAskedAnswer,
  signatureAnswer,
  signaturesAnswer,
  unsecuredAnswer,
} from './signatureText';
import { timeAnswer } from './standingText';
import { word, type Words } from './wording';

/** The four questions about a token, answered apart and never mixed into one. */
export interface Verdict {
  readonly wellFormed: Answer;
  readonly signature: Answer;
  readonly inForce: Answer;
  readonly asExpected: Answer;
}

/** The four answers for a token, with a report where its signature was tested. */
export function verdictOf(
  inspection: Inspection,
  report: VerificationReport | undefined,
  words: Words,
): Verdict {
  const moment = report?.moment ?? inspection.moment;
  const times = new Map(inspection.times.map(({ claim, at }) => [claim, at]));
  return {
    wellFormed: formAnswer(inspection, words),
    signature: report ? signaturesAnswer(report.signatures, words) : unaskedSignature(inspection, words),
    inForce: timeAnswer(
      report?.time ?? inspection.standing,
      { exp: times.get('exp'), nbf: times.get('nbf') },
      { ...words, moment },
    ),
    asExpected: expectationAnswer(report, words),
  };
}

/** The questions in the order they are told in: what is genuine first, then when, then what was asked, then how it is written. */
export const questionOrder = [
  'signature',
  'inForce',
  'asExpected',
  'wellFormed',
] as const satisfies readonly (keyof Verdict)[];

/**
 * The four answers in one line, each in its own words: no answer stands for another. What was not asked of the claims, and
 * that a token is well formed, goes without saying.
 */
export function summaryLine(verdict: Verdict): string {
  const isTold: Readonly<Record<keyof Verdict, boolean>> = {
    signature: true,
    inForce: true,
    asExpected: verdict.asExpected.status !== 'notAsked',
    wellFormed: verdict.wellFormed.status !== 'pass',
  };
  return questionOrder
    .filter((question) => isTold[question])
    .map((question) => verdict[question].text)
    .join(' · ');
}

/** The answer that stands for a list of signatures, as a person would look for it: an icon goes by this. */
export function leadingStatus(signatures: readonly SignatureAnswer[]): SignatureAnswer['status'] {
  const statuses = signatures.map((one) => one.status);
  return (
    (['invalid', 'unsecured', 'unverifiable', 'valid'] as const).find((status) =>
      statuses.includes(status),
    ) ?? 'unverifiable'
  );
}

function formAnswer({ kind, problems }: Inspection, { translate }: Words): Answer {
  const [first] = problems;
  if (!first) {
    return kind === 'malformed'
      ? { status: 'fail', text: word(translate, formWording.malformed) }
      : { status: 'pass', text: word(translate, formWording.wellFormed) };
  }
  const more = problems.length - 1;
  // Sentences, not facts in one: those are cut after eighty characters.
  const sentences = [
    ...(kind === 'malformed' ? [word(translate, formWording.malformed)] : []),
    problemText(first, translate),
    ...(more > 0 ? [word(translate, formWording.more, { more })] : []),
  ];
  return { status: 'fail', text: sentences.join(' ') };
}

function unaskedSignature({ form }: Inspection, words: Words): Answer {
  if (form === 'unsecured') return unsecuredAnswer(words);
  if (form === 'malformed')
    return signatureAnswer({ status: 'unverifiable', reason: { code: 'malformed' } }, words);
  return form === 'encrypted' ? encryptedAnswer(words) : notAskedAnswer(words);
}
