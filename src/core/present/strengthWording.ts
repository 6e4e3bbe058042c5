import type { StrengthResult } from '../strength/checkStrength';
import type { RuleName } from '../strength/rules';
import type { StrengthRefusal, StrengthTarget } from '../strength/strengthTarget';
import type { WordSource } from '../strength/words';
import { word, type Facts, type Template, type Words } from './wording';

/** Why a token has no secret to look for. */
export const strengthRefusalWording: Readonly<Record<StrengthRefusal['code'], string>> = {
  'strength.notToken': 'This is no token, so there is no secret to check.',
  'strength.publicKey':
    'This token is signed with {alg}: a public key verifies it, and no secret is there to guess. Only HS256, HS384 and HS512 have one.',
  'strength.encrypted':
    'This token is encrypted. Only tokens signed with HS256, HS384 or HS512 have a secret to check.',
  'strength.unsecured':
    'This token is unsecured: it has no signature, and so no secret. Anybody can make one.',
  'strength.incomplete':
    'This token is not whole: its signature or its payload is missing or cut. Check a complete one.',
};

/** Where the secret was found. */
export const strengthSourceWording: Readonly<Record<WordSource, string>> = {
  knownSecrets:
    'It comes from line {position} of the list of secrets that documentation and tutorials print.',
  commonPasswords: 'It comes from line {position} of the list of the 10,000 most common passwords.',
  wordList: 'It comes from line {position} of the word list you chose.',
  token: 'It comes from what the token itself says.',
  folderNames: 'It comes from the name of a folder of this workspace.',
  projectNames: 'It comes from the name in a project file of this workspace.',
  environmentNames: 'It comes from the name of a variable in an environment file of this workspace.',
  environmentValues:
    'It comes from a value in an environment file of this workspace: whoever can read that file has it.',
  surroundings: 'It comes from a name or text that stands near the token.',
};

/** What was done to the word; nothing is said of a word taken as it is. */
export const strengthRuleWording: Readonly<Record<Exclude<RuleName, 'asIs'>, string>> = {
  case: 'Its letters were written in another case.',
  ending: 'A usual ending was added.',
  beginning: 'A usual beginning was added.',
  repeated: 'The word was said again, or filled up, to be long enough.',
  base64: 'The word was decoded from base64.',
  hex: 'The word was decoded from hexadecimal.',
};

/** What is said of every check. */
export const strengthWording = {
  found: 'Weak secret: found in {seconds} s, at try {tried}. One core of this machine tries {rate} a second.',
  length: {
    one: 'It has one octet; {alg} wants at least {minimum} random ones (RFC 7518 §3.2).',
    other: 'It has {count} octets; {alg} wants at least {minimum} random ones (RFC 7518 §3.2).',
  },
  notFound:
    'The secret is none of the {tried} tried in {seconds} s. That proves nothing: others have longer lists and faster machines. Only at least {minimum} random octets are safe for {alg} (RFC 7518 §3.2).',
  stopped: 'Stopped after {tried} tries, none of them right. That proves nothing.',
  progress: '{tried} tried, {rate} a second',
} as const satisfies Readonly<Record<string, Template>>;

/** How a check went, without the secret: `octets` is its length. */
export interface StrengthSummary extends Omit<StrengthResult, 'found'> {
  readonly target: Pick<StrengthTarget, 'alg' | 'signature'>;
  readonly found?: {
    readonly source: WordSource;
    readonly position: number;
    readonly rule: RuleName;
    readonly octets: number;
  };
}

/** The sentence for a token that has no secret to check. */
export function strengthRefusalText(refusal: StrengthRefusal, { translate }: Words): string {
  const facts: Facts = 'facts' in refusal ? refusal.facts : {};
  return word(translate, strengthRefusalWording[refusal.code], facts);
}

/** What came of a check: how it was found and what to do, or that finding nothing proves nothing. Never the secret. */
export function strengthText(summary: StrengthSummary, words: Words): string {
  const { translate } = words;
  const { target, found, isCut } = summary;
  const facts = { ...countFacts(summary, words), alg: target.alg, minimum: target.signature.length };
  if (!found) return word(translate, isCut ? strengthWording.stopped : strengthWording.notFound, facts);
  const { source, position, rule, octets } = found;
  return [
    word(translate, strengthWording.found, facts),
    word(translate, strengthSourceWording[source], { position }),
    ...(rule === 'asIs' ? [] : [word(translate, strengthRuleWording[rule])]),
    word(translate, strengthWording.length, { ...facts, count: octets }),
  ].join(' ');
}

/** How many were tried so far, and how fast. */
export function strengthProgressText(
  progress: Pick<StrengthSummary, 'tried' | 'milliseconds'>,
  words: Words,
): string {
  return word(words.translate, strengthWording.progress, countFacts(progress, words));
}

function countFacts(
  { tried, milliseconds }: Pick<StrengthSummary, 'tried' | 'milliseconds'>,
  { locale }: Words,
): Facts {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const rounded = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const seconds = milliseconds / 1000;
  return {
    tried: whole.format(tried),
    seconds: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(seconds),
    rate: rounded.format(seconds > 0 ? tried / seconds : tried),
  };
}
