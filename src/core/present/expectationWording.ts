import type { ExpectedFault, ExpectedFaultCode } from '../verify/expected';
import { word, type Template, type Translate } from './wording';

/** What is wrong with something expected of a token, and how to put it right. */
export const expectationWording: Readonly<Record<ExpectedFaultCode, Template>> = {
  'expected.seconds': 'Write a number of seconds, 0 or more.',
  'expected.tooManySeconds': 'That is too long: at most {limit} seconds.',
  'expected.algorithm': '“{name}” is no signature algorithm that is known here. Write it as in “alg”: RS256.',
  'expected.issuer': 'A “*” may stand only at the end, and behind a whole host: https://login.example.com/*',
  'expected.issuerMissing': 'A profile is for the tokens of an issuer. Write which, to save it.',
  'expected.empty': 'There is nothing in it.',
  'expected.tooLong': 'That is too long: at most {limit} characters.',
  'expected.tooMany': 'Those are too many: at most {limit}.',
};

/** The sentence for what is wrong with an expectation. */
export function expectedFaultText(
  { code, facts }: Omit<ExpectedFault, 'field'>,
  translate: Translate,
): string {
  return word(translate, expectationWording[code], facts);
}
