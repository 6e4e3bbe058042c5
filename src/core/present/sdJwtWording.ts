import type { KeyBindingCode } from '../sdJwt/keyBinding';
import type { SdJwtFault, SdJwtNote } from '../sdJwt/sdJwtReport';
import type { Template } from './wording';

/** Why a verifier must reject an SD-JWT for its disclosures (RFC 9901 §7.1), and what its issuer or holder should not do. */
export const sdJwtWording: Readonly<Record<(SdJwtFault | SdJwtNote)['code'], Template>> = {
  'sd.payloadNotObject': 'The payload is no claims set, so nothing can be disclosed in it.',
  'sd.hashUnknown': 'The disclosures are matched by “{found}”, which is not understood here.',
  'sd.disclosureMalformed': 'Disclosure {index} cannot be read: {found}.',
  'sd.disclosureUnreferenced':
    'Nothing in the signed payload refers to disclosure {index}: it was added, changed, or belongs to another token.',
  'sd.disclosureKind': 'Disclosure {index} should be {expected}, and is not.',
  'sd.nameTaken': 'Disclosure {index} discloses “{name}”, which is there already.',
  'sd.digestRepeated': 'One digest stands in two places ({path}); it must be in one only.',
  'sd.digestsMalformed': 'The list of digests (“_sd”) in {path} is no list of texts.',
  'sd.ellipsisMisplaced': '“...” stands in {path}, where no digest can be.',
  'sd.tooManyDisclosures': 'There are more disclosures than the {limit} that are read.',
  'sd.tooDeep': 'Disclosures lie within disclosures deeper than the {limit} levels that are read.',

  'sd.disclosureRepeated': 'Disclosure {index} is there twice.',
  'sd.saltRepeated': 'Disclosure {index} has the salt of another, so its value can be guessed.',
  'sd.hashNested': '“_sd_alg” stands in {path}, where it counts for nothing.',
};

/** What a disclosure should be. */
export const disclosureKindWording: Readonly<Record<string, string>> = {
  member: 'a claim with a name',
  element: 'an element of a list',
};

/** What stands around disclosures. */
export const disclosureTextWording = {
  payload: 'the payload',
  noClaims: 'Nothing is disclosed.',
  disclosed: { one: 'One claim is disclosed.', other: '{count} claims are disclosed.' },
  keptBack: {
    one: 'One digest stands for a claim kept back, or for none.',
    other: '{count} digests stand for claims kept back, or for none.',
  },
  unplaced: 'in no place',
  unreadable: 'not readable',
} as const satisfies Readonly<Record<string, Template>>;

/** What is asked of a key binding token besides its signature (RFC 9901 §4.3): as it is, and as it is not. */
export const keyBindingWording: Readonly<
  Record<KeyBindingCode, { readonly passed: string; readonly failed: string }>
> = {
  'kb.wellFormed': {
    passed: 'The key binding is a token with claims.',
    failed: 'What stands for the key binding is no token with claims.',
  },
  'kb.type': {
    passed: 'Its type is “kb+jwt”.',
    failed: 'Its type should be “kb+jwt”.',
  },
  'kb.algorithm': {
    passed: 'It is signed by a key pair.',
    failed: 'It must be signed by a key pair, with an algorithm that is known here.',
  },
  'kb.issuedAt': {
    passed: 'It says when it was made (“iat”).',
    failed: 'It does not say when it was made (“iat”).',
  },
  'kb.audience': {
    passed: 'It says for whom it was made (“aud”).',
    failed: 'It does not say for whom it was made: “aud” should be one text.',
  },
  'kb.nonce': {
    passed: 'It answers a question (“nonce”).',
    failed: 'It answers no question: “nonce” should be a text.',
  },
  'kb.hash': {
    passed: 'It is bound to exactly these disclosures.',
    failed: 'It is bound to other disclosures than these: some were added, left out or changed.',
  },
};

/** Whether the holder showed that the key is theirs. */
export const keyBindingAnswerWording = {
  valid: 'Key binding signature valid: the holder has the key that the token names',
  invalid: 'Key binding signature not valid: whoever shows this token did not show the holder’s key',
  failed: 'Key binding signature valid, and still not to be accepted: {reason}',
  unknown: 'Key binding not checked: {reason}',
  noKey: 'the token names no key of its holder (“cnf”)',
  keyUnusable: 'the holder’s key cannot be used. {problem}',
  notTested: 'its signature could not be tested',
} as const;
