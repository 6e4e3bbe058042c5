import { writeCompactNode } from '../encoding/writeJson';
import type { KeyBindingCheck } from '../sdJwt/keyBinding';
import type { PayloadPath, SdJwtFault, SdJwtNote, SdJwtReport } from '../sdJwt/sdJwtReport';
import type { KeyBindingVerification } from '../sdJwt/verifyKeyBinding';
import type { Answer } from './answer';
import { visible, visibleJson } from './escape';
import { keyProblemText } from './keyWording';
import {
  disclosureKindWording,
  disclosureTextWording,
  keyBindingAnswerWording,
  keyBindingWording,
  sdJwtWording,
} from './sdJwtWording';
import { shorten } from './shorten';
import { disclosureWording, wordFacts } from './typeWording';
import { word, type Facts, type Translate } from './wording';

/** Longest value of a row, in UTF-16 units. */
const longestValue = 2000;
/** Rows and sentences at most. */
const mostLines = 1000;

/** One disclosure, ready to show; plain text, what cannot be seen named. */
export interface DisclosureRow {
  /** Where its value stands in the processed payload (`address.country`, `roles[0]`), or that it stands nowhere. */
  readonly place: string;
  /** The value as JSON, or what it says where it is none. */
  readonly value: string;
  /** `fail` where a verifier must reject the token for it. */
  readonly status: 'pass' | 'fail';
}

/** The disclosures in the order they stand. */
export function disclosureRows(
  { disclosures, faults }: SdJwtReport,
  translate: Translate,
): readonly DisclosureRow[] {
  const faulty = new Set(faults.flatMap((fault) => ('index' in fault ? [fault.index] : [])));
  return disclosures.slice(0, mostLines).map(({ path, content, segment }, index) => {
    const place =
      path && content ? pathText(path, translate) : word(translate, disclosureTextWording.unplaced);
    const value = content
      ? visibleJson(writeCompactNode(content.value))
      : `${word(translate, disclosureTextWording.unreadable)}: ${visible(segment.text)}`;
    const status = faulty.has(index) ? 'fail' : 'pass';
    return { place: visible(place), value: shorten(value, longestValue), status };
  });
}

/** What is disclosed, what is kept back, and why a verifier must reject it, where it must. Says nothing of signatures. */
export function disclosureAnswer(report: SdJwtReport, translate: Translate): Answer {
  const [fault] = report.faults;
  if (fault) return { status: 'fail', text: sdJwtText(fault, translate) };
  const count = report.disclosures.filter(({ path }) => path !== undefined).length;
  const { undisclosedCount } = report;
  const sentences = [
    count === 0
      ? word(translate, disclosureTextWording.noClaims)
      : word(translate, disclosureTextWording.disclosed, { count }),
    ...(undisclosedCount === 0
      ? []
      : [word(translate, disclosureTextWording.keptBack, { count: undisclosedCount })]),
  ];
  return { status: 'pass', text: sentences.join(' ') };
}

/** Every fault and note as a sentence of plain text. */
export function sdJwtProblems({ faults, notes }: SdJwtReport, translate: Translate): readonly string[] {
  return [...faults, ...notes].slice(0, mostLines).map((one) => visible(sdJwtText(one, translate)));
}

/** The sentence for one of them, with token-borne parts in it. */
export function sdJwtText(told: SdJwtFault | SdJwtNote, translate: Translate): string {
  const facts: Facts = {
    // People count from one.
    ...('index' in told ? { index: told.index + 1 } : {}),
    ...('path' in told ? { path: pathText(told.path, translate) } : {}),
    ...('found' in told ? { found: told.found } : {}),
    ...('expected' in told ? { expected: told.expected } : {}),
    ...('name' in told ? { name: told.name } : {}),
    ...('limit' in told ? { limit: told.limit } : {}),
  };
  const tables = {
    expected: disclosureKindWording,
    ...(told.code === 'sd.disclosureMalformed' ? { found: disclosureWording } : {}),
  };
  return word(translate, sdJwtWording[told.code], wordFacts(facts, tables, translate));
}

/**
 * Whether the holder showed that the key is theirs. Worth something only where the issuer's signature is valid too: an
 * answer of its own, never mixed with that one.
 */
export function keyBindingAnswer(verification: KeyBindingVerification, translate: Translate): Answer {
  const { signature, keyProblem, checks, holderKey, isValid } = verification;
  const say = (name: keyof typeof keyBindingAnswerWording, facts: Facts = {}): string =>
    word(translate, keyBindingAnswerWording[name], facts);
  if (isValid) return { status: 'pass', text: say('valid') };
  if (signature?.status === 'invalid') return { status: 'fail', text: say('invalid') };
  const failed = checks.find(({ passed }) => !passed);
  if (failed) {
    const reason = keyBindingCheckText(failed, translate);
    return { status: 'fail', text: signature?.status === 'valid' ? say('failed', { reason }) : reason };
  }
  const reason = keyProblem
    ? say('keyUnusable', { problem: keyProblemText(keyProblem, translate) })
    : say(holderKey || signature ? 'notTested' : 'noKey');
  return { status: 'unknown', text: say('unknown', { reason }) };
}

/** The sentence for one thing asked of a key binding, as it turned out. */
export function keyBindingCheckText({ code, passed }: KeyBindingCheck, translate: Translate): string {
  return word(translate, keyBindingWording[code][passed ? 'passed' : 'failed']);
}

function pathText(path: PayloadPath, translate: Translate): string {
  if (path.length === 0) return word(translate, disclosureTextWording.payload);
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[\w$]+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
