import type { BackendNote, BackendNoteCode } from '../backends/backendVerdict';
import { segmentWording, wordFacts } from './typeWording';
import { word, type Template, type Translate } from './wording';

/** The answers and headings around what the libraries say themselves. */
export const backendWording = {
  accepted: 'Accepts the token',
  title: 'What my backend would say',
  varies: 'The words are the runtime’s and differ between its versions.',
  reproduce: 'To see for yourself:',
  notes: 'Besides:',
} as const;

/** What may be expected of a token, where a library has no option for it. */
const expectationWording: Readonly<Record<string, string>> = {
  required: 'required claims',
  type: 'the type of the token',
  maxAge: 'a greatest age',
};

/** What a reader should know beside a library's answer: what it leaves unchecked, what the question took for granted. */
export const backendNoteWording: Readonly<Record<BackendNoteCode, Template>> = {
  expectationUnchecked: 'It has no option for {expectation}: your own code must check that.',
  publicHalf: 'The key is private. The public half is used, as a backend that verifies would have it.',
  keyAsPem: 'It does not read keys in this format: write the public key as PEM first.',
  encryptedUnread: 'The token is encrypted. This library reads signed tokens only.',
  runtimeDependent: 'It takes a runtime that has ML-DSA: Node.js 24.7 or later.',
  algorithmsOfKeyType:
    'It must be told which algorithms to allow. Without a profile that names some, those of the key’s type are.',

  timeNotNumber: '“{claim}” is no number, and is read as one all the same.',
  timeFractionDropped: '“{claim}” is not taken exactly: its fraction is dropped, or it is too large.',
  subjectMissing: 'A subject was expected, and a token without “{claim}” passes.',
  issuerTypeUnchecked: '“{claim}” is no text, and nobody looked at it.',
  audienceFalsy: '“{claim}” is there and holds nothing; it counts as absent.',
  typeUnchecked: 'The header’s “{parameter}” is not checked.',
  contentUnchecked:
    'The header’s “{parameter}” says that the payload is something else; that is passed over.',
  replicatedUnchecked: 'The header repeats “{claim}”, and it is not compared with the claim.',
  jwkLabelsUnchecked: 'The key’s own “{member}” speaks against this use; it is passed over.',
  algorithmsText: 'The allowed algorithms are one text, and any part of it counts as allowed.',
  algorithmsMixed: 'Secrets and public keys are allowed side by side, which invites algorithm confusion.',
  keyTooShort: 'The key is shorter than allowed. There is only a warning.',
  notJsonNumber: 'The {part} holds NaN or Infinity, which are no JSON.',
  encodingNotUtf8: 'The {part} is not plain UTF-8, and is read all the same.',
  namesRepeated: 'The {part} has a name twice; the last one counts.',
  segmentPadded: 'A segment ends in “=”, which is passed over.',
  b64Loose: '“b64” is not as it should be, and is passed over.',
  critRepeated: '“crit” names an extension twice.',
  headerUnchecked: 'The header’s “{parameter}” is written though it is not as it should be.',
  claimUnchecked: '“{claim}” is written though it would be refused when read.',
  nothingVerified: 'The signature is not verified, and with it no claim is checked.',
  optionIgnored: 'The option “{option}” does nothing.',
  exceptionEscapes: '{exception} is none of PyJWT’s own errors: “except PyJWTError” does not catch it.',
  jwkLooseEncoding: 'The key’s “{member}” is not base64url, and is read all the same.',
  algorithmName: 'The name “{alg}” is not the registered one, or not known to it yet.',
  secretLooksLikeKey: 'The secret is the text of a key, and is taken for a secret all the same.',
  jwksOverHttp: 'Keys are fetched without TLS: whoever is on the way can put in theirs.',
  jwksKeysKept: 'A key once found is kept as long as the process runs, after it was withdrawn too.',
  expiryMissing: 'The token has no “{claim}”, and none is asked for.',
  timeInMilliseconds: '“{claim}” is so far off that it is probably in milliseconds.',
  timesCrossed: 'The token expires before “{claim}”, so it is never in force.',
  signatureMalleable: 'There is a second signature that verifies too, so the token’s text is no unique id.',
  leewayUnusual: 'The leeway of {seconds} s is not the few minutes that are meant.',
  instanceOptionIgnored: 'The option “{option}” given to the object does nothing.',
  kidUnchecked: 'The key id holds characters of paths or queries, and is not checked.',
  messageGarbled: 'The message has lost its words: that is the library’s own mistake.',
};

/** The sentence for a note, with the rule that is stricter behind it. */
export function backendNoteText({ code, facts, reference }: BackendNote, translate: Translate): string {
  const tables = { expectation: expectationWording, part: segmentWording };
  const sentence = word(translate, backendNoteWording[code], wordFacts(facts, tables, translate));
  return reference === undefined ? sentence : `${sentence} (${reference})`;
}
