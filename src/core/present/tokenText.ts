import type { Inspection } from '../inspect/inspection';
import type { Token } from '../jose/token';
import { joseHeaders } from '../jose/headers';
import type { VerificationReport } from '../verify/report';
import { checkText } from './checkText';
import { contentSections, type ShownContent } from './contentSections';
import { disclosureSections, type ShownDisclosures } from './disclosureSections';
import { visible } from './escape';
import { keyLines } from './keyLines';
import { shorten } from './shorten';
import { signatureAnswer } from './signatureText';
import { textLines } from './text';
import { jsonSection, section } from './textSection';
import { textWording } from './textWording';
import { timeText } from './timeText';
import { word, type Words } from './wording';

/** A token with all that is known of it, for a text that says it all. */
export interface TokenSubject {
  readonly token: Token;
  readonly inspection: Inspection;
  /** Undefined where nothing could be verified here. */
  readonly report: VerificationReport | undefined;
  /** Why the signature does not match, as a sentence. */
  readonly why?: string | undefined;
  readonly disclosures?: ShownDisclosures | undefined;
  readonly content?: ShownContent | undefined;
}

/** Where the token stands, as people name places; the line counts from 1. */
export interface NamedPlace {
  readonly name: string;
  readonly line: number;
}

/** Keys and signatures told of one token, and UTF-16 units of its own text. */
const mostKeys = 20;
const mostSignatures = 100;
const longestToken = 1_000_000;

/**
 * A token and all that is known of it as a text document: answers, key, checks, header and claims with their meanings,
 * what was disclosed or decrypted, the JSON. Headings at the margin, what belongs to them indented by two.
 */
export function tokenText(subject: TokenSubject, place: NamedPlace | undefined, words: Words): string {
  const { token, inspection, report } = subject;
  const { translate } = words;
  const moment = report?.moment ?? inspection.moment;
  const now = { ...words, moment };
  return [
    ...(place ? [word(translate, textWording.place, { ...place })] : []),
    word(translate, textWording.asOf, { date: timeText(moment, now).date }),
    '',
    ...textLines(inspection, report, words),
    ...(report || inspection.kind !== 'jws' ? [] : ['', word(translate, textWording.notVerifiable)]),
    ...section(word(translate, textWording.why), subject.why === undefined ? [] : [subject.why]),
    ...(report ? reportSections(report, now) : []),
    ...(subject.disclosures ? disclosureSections(subject.disclosures, words) : []),
    ...(subject.content ? contentSections(subject.content, now) : []),
    ...jsonSection(word(translate, textWording.headerJson), joseHeaders(token)[0]),
    ...jsonSection(
      word(translate, textWording.payloadJson),
      token.kind === 'jwe' ? undefined : token.payload,
    ),
    ...section(word(translate, textWording.token), [visible(shorten(token.text, longestToken))]),
    '',
  ].join('\n');
}

function reportSections(
  report: VerificationReport,
  words: Words & { readonly moment: number },
): readonly string[] {
  const { translate } = words;
  const [first] = report.signatures;
  const several = report.signatures.length > 1 ? report.signatures.slice(0, mostSignatures) : [];
  const tried = first.status === 'invalid' ? first.tried.slice(0, mostKeys) : [];
  const checks = report.checks.filter(({ outcome }) => outcome !== 'notAsked');
  return [
    ...section(
      word(translate, textWording.key),
      first.status === 'valid' ? keyLines(first.key, first.chosenBy, words) : [],
    ),
    ...section(
      word(translate, textWording.keyTried, { count: tried.length }),
      tried.flatMap((key) => keyLines(key, undefined, words)),
    ),
    ...section(
      word(translate, textWording.signatures),
      several.map(
        (answer, index) =>
          `${word(translate, textWording.signature, { count: index + 1 })}: ${signatureAnswer(answer, words).text}`,
      ),
    ),
    ...section(
      word(translate, textWording.checks),
      checks.map((check) => {
        const outcome = check.outcome === 'passed' ? textWording.passed : textWording.failed;
        return `${word(translate, outcome)}: ${checkText(check, words)}`;
      }),
    ),
  ];
}
