import type { Problem, ProblemCode } from '../jose/problem';
import {
  criticalWording,
  disclosureWording,
  jsonExpectationWording,
  manyWording,
  segmentWording,
  typeWording,
  wordFacts,
} from './typeWording';
import { word, type Facts, type Template, type Translate } from './wording';

/** What is not as the RFCs have it, and what to do about it. */
export const problemWording: Readonly<Record<ProblemCode, Template>> = {
  'token.empty': 'There is no token here. Paste one, or select it where it stands.',
  'token.segmentCount': {
    one: 'There is no dot in it. A signed token has three parts between dots, an encrypted one five; was it copied whole?',
    other:
      'It has {count} parts between dots. A signed token has three, an encrypted one five; was it copied whole?',
  },
  'token.tooLong':
    'It has {length} characters, more than the {limit} that are read; only its beginning is shown.',
  'token.surrounded':
    'Something stands around the token: {before} characters before it, {after} behind. Take the token alone.',
  'token.percentEncoded': {
    one: 'One character is percent-encoded, as in an address. Decode the token before you use it.',
    other: '{count} characters are percent-encoded, as in an address. Decode the token before you use it.',
  },
  'token.tooMany': 'It has {count} {name}; only the first {limit} are read.',
  'base64url.character': 'The {segment} has the character “{character}”, which base64url does not know.',
  'base64url.standardAlphabet': {
    one: 'The {segment} has a “+” or “/” of standard base64. Tokens are written with “-” and “_” instead.',
    other:
      'The {segment} has {count} characters “+” or “/” of standard base64. Tokens are written with “-” and “_” instead.',
  },
  'base64url.padding':
    'The {segment} ends in “=”. Tokens are written without padding; strict readers refuse it.',
  'base64url.whitespace': {
    one: 'The {segment} has a space or line break in it. Remove it; strict readers refuse it.',
    other: 'The {segment} has {count} spaces or line breaks in it. Remove them; strict readers refuse them.',
  },
  'base64url.length':
    'The {segment} has {length} characters, which no bytes encode to: it was probably cut off.',
  'base64url.trailingBits':
    'The {segment} could end in another character and still mean the same. Strict readers refuse it.',
  'utf8.invalid': 'The {segment} is not UTF-8 text: byte {octet} does not belong.',
  'utf8.byteOrderMark':
    'The {segment} begins with a byte order mark. Leave it out; many readers stumble over it.',
  'json.syntax': 'The {segment} is not JSON: in line {line}, column {column}, {expected} should follow.',
  'json.tooDeep': 'The {segment} goes more than {limit} levels deep; what lies below is not read.',
  'json.tooLarge': 'The {segment} is larger than the limit of {limit}; it is not read as JSON.',
  'json.notObject': 'The {segment} should be a JSON object, and is {found}.',
  'json.duplicateName': 'The {segment} has “{name}” twice. Readers disagree on which one counts; keep one.',
  'header.missing': 'The header lacks “{name}”, without which no reader can use the token.',
  'header.type': 'In the header, “{name}” should be {expected}, and is {found}.',
  'header.repeated': 'Both headers have “{name}”. Keep it in one of them.',
  'header.unprotected':
    'The header parameter “{name}” stands outside the protected header, where anyone could change it.',
  'header.inconsistent': 'The header parameter “{name}” must be the same throughout the token, and is not.',
  'crit.malformed': 'In the header, “crit” is not a list of names as it should be: {found}.',
  'crit.missingParameter': '“crit” names “{name}”, and the header does not have it.',
  'crit.unprotected': '“crit” stands outside the protected header, where anyone could change it.',
  'b64.notCritical':
    '“b64” is false without standing in “crit”: readers that do not know it will misread the payload.',
  'b64.payloadDot':
    'The unencoded payload has a dot in it, which the compact form cannot carry. Detach it, or encode it.',
  'encryption.unknown': 'Nothing here can encrypt with “{value}” as “{name}”. Choose another.',
  'alg.unknown': 'Nothing here can sign with the algorithm “{alg}”. Choose another.',
  'alg.keyMismatch':
    'The algorithm {alg} needs a key of the kind {expected}; this one is {found}. Choose another of the two.',
  'serialization.member': 'In the token’s JSON, “{name}” should be {expected}.',
  'signature.unexpected':
    'It says that it is unsecured, and still has something where a signature would stand.',
  'signature.missing':
    'It says that it is signed with {alg}, and its signature is missing. Was it copied whole?',
  'disclosure.malformed': 'Disclosure {index} cannot be read: {found}.',
  'disclosure.unterminated': 'The last disclosure should end in “~”. Was the token copied whole?',
  'keyBinding.malformed': 'What stands behind the last “~” should be a key binding token, and is none.',
};

/** The sentence for a problem: plain text with token-borne parts in it. */
export function problemText(problem: Problem, translate: Translate): string {
  const facts = problem.facts as Facts;
  const found =
    problem.code === 'crit.malformed'
      ? { ...typeWording, ...criticalWording }
      : problem.code === 'disclosure.malformed'
        ? { ...typeWording, ...disclosureWording }
        : typeWording;
  const expected = problem.code === 'json.syntax' ? jsonExpectationWording : typeWording;
  const named = problem.code === 'token.tooMany' ? { name: manyWording } : {};
  const worded = wordFacts(facts, { segment: segmentWording, found, expected, ...named }, translate);
  // People count disclosures from one.
  const counted =
    problem.code === 'disclosure.malformed' ? { ...worded, index: problem.facts.index + 1 } : worded;
  return word(translate, problemWording[problem.code], counted);
}
