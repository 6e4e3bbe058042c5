import type { ClaimCheck, VerificationReport } from '../verify/report';
import type { Answer } from './answer';
import { checkWording, expectationWording } from './reportWording';
import { timeText } from './timeText';
import { typeWording, wordFacts } from './typeWording';
import { word, type Words } from './wording';

/** Claims whose checks answer another question: is it in force. */
const timeClaims: ReadonlySet<string> = new Set(['exp', 'nbf']);
/** Checks whose `found` is a type and not a value. */
const typeChecks: ReadonlySet<string> = new Set(['notNumericDate', 'wrongType']);

/** What a check says: plain text with token-borne parts in it. */
export function checkText(check: ClaimCheck, words: Words & { readonly moment: number }): string {
  const { claim, code, facts } = check;
  const { at } = facts;
  return word(words.translate, checkWording[code], {
    claim,
    ...(typeChecks.has(code) ? wordFacts(facts, { found: typeWording }, words.translate) : facts),
    ...(typeof at === 'number' ? timeText(at, words) : {}),
  });
}

/** Whether a token holds what was expected of it, time apart. */
export function expectationAnswer(report: VerificationReport | undefined, words: Words): Answer {
  const { translate } = words;
  const checks = report?.checks.filter(({ claim }) => !timeClaims.has(claim)) ?? [];
  const failed = checks.filter(({ outcome }) => outcome === 'failed');
  const [first] = failed;
  if (report && first) {
    const facts = {
      first: checkText(first, { ...words, moment: report.moment }),
      count: failed.length,
      more: failed.length - 1,
    };
    return { status: 'fail', text: word(translate, expectationWording.failed, facts) };
  }
  return checks.some(({ outcome }) => outcome === 'passed')
    ? { status: 'pass', text: word(translate, expectationWording.met) }
    : { status: 'notAsked', text: word(translate, expectationWording.notAsked) };
}
