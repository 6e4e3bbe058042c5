import type { CauseCode } from '../diagnose/codes';
import type { CauseSummary, FixKind } from '../diagnose/causeSummary';
import type { EvidenceKind, Noticed, UnknownCause } from '../diagnose/diagnosis';
import { adviceFor, adviceWording } from './adviceWording';
import { word, type Template, type Words } from './wording';

/** Why a signature does not match: one plain sentence for each cause. `{key}` is the key the evidence verified with. */
export const causeWording: Readonly<Record<CauseCode, Template>> = {
  'token-escaped': 'The token still carries the escapes of the file it was copied from.',
  'token-url-encoded': 'The token is percent-encoded, as in a URL.',
  'token-base64-wrapped': 'The whole token was encoded in base64 once more.',
  'token-surrounded': 'Something that is not the token stands before or behind it.',
  'token-split': 'The token is broken by line ends, spaces or quotes.',
  'token-standard-base64': 'The token is written in standard base64, with + and / where - and _ belong.',
  'token-padded': 'Padding (=) was added to the token after it was signed.',
  'token-truncated': 'A piece of the token is missing: it was cut off.',
  'token-character-damaged': 'One character of the token is wrong.',
  'signature-encoding': 'The signature was encoded once more, as text.',
  'signature-der': 'The signature is in ASN.1 (DER) form; a JWS carries r and s as plain octets.',
  'signature-byte-layout': 'The octets of the signature are out of order or number.',
  'signature-prehashed': 'The signer hashed the message before signing it, so it was hashed twice.',
  'pss-salt-length': 'The signer used another PSS salt length than the algorithm prescribes.',
  'signed-other-base64': 'The signer signed the same content in another form of base64.',
  'signed-other-text': 'The signer signed another text made of the same parts.',
  'header-nonce-hashed': 'This is an access token for Microsoft Graph: only Graph can verify it.',
  'json-reserialised': 'The header or payload was parsed and written anew after signing.',
  'secret-is-base64': 'The secret {key} is base64 and was used as plain text.',
  'secret-is-hex': 'The secret {key} is hexadecimal and was used as plain text.',
  'secret-is-text': 'The secret {key} is plain text and was decoded before use.',
  'secret-layers': 'The secret {key} has one layer of encoding too many or too few.',
  'secret-base64-lenient': 'The secret {key} is no proper base64, and the signer decoded it leniently.',
  'secret-line-end': 'The secret {key} has a line end too many, or one too few.',
  'secret-whitespace': 'The secret {key} has blanks at its ends or inside that the signer does not have.',
  'secret-quotes': 'The quotes around the secret {key} are taken for part of it, or should be.',
  'secret-escapes': 'The secret {key} holds escapes or $ signs that the signer reads differently.',
  'secret-characters': 'The secret {key} was encoded in another character set.',
  'alg-mislabelled': 'The token was signed with {alg}, and its header says something else.',
  'alg-name-nonstandard':
    'The header names its algorithm by a name no standard knows; it was signed with {alg}.',
  'alg-swapped': 'The algorithm in the header was changed after signing. Do not accept this token.',
  'alg-confusion':
    'This token was forged: a public key was used as its secret. Do not accept it, and pin the algorithm.',
  'signature-spliced': 'The signature belongs to another token. Do not accept this one.',
  'payload-edited': 'The claims were changed after signing ({claims}). Do not accept this token.',
  'header-edited': 'The header was changed after signing ({claims}). Do not accept this token.',
  'downgraded-to-none':
    'The signature was taken off and the algorithm set to none. Do not accept this token.',
  'not-jose': 'This is no JSON Web Token: nothing in it is a JOSE header.',
  jwe: 'The token is encrypted: there is no signature to verify.',
  unsecured: 'The token is unsecured: it has no signature.',
  'signature-missing': 'The signature is missing.',
  'payload-detached': 'The payload travels apart from this token.',
  'crit-not-understood': 'The header demands an extension that is not understood here.',
  'key-pair-mismatch': 'The public key is not the other half of the private key beside it; {key} verifies.',
  'kid-same-other-material': 'Two keys share this key id; {key} is the one that signed.',
  'kid-mismatch': 'The key id leads elsewhere; {key} is the key that signed.',
  'key-armour': 'The key file {key} has a wrong or damaged BEGIN or END line.',
  'embedded-key':
    'The token was signed with a key it carries itself, which proves nothing. Do not accept it.',
  'key-wrong-type': 'None of the known keys is of the type this algorithm needs.',
  'kid-unknown': 'The key this token names is not among the known keys.',
  'nested-token': 'The token holds another token, and that one verifies.',
};

/** How it is known, in half a sentence. */
export const evidenceWording: Readonly<Record<EvidenceKind, string>> = {
  verified: 'Proven: with just that undone, the signature verifies.',
  recomputed: 'Proven: computed anew, the signature agrees with what is left of it.',
  sibling: 'Proven by another token here that verifies.',
  form: 'This alone rules verification out.',
};

/** What looks suspicious and proves nothing: said where no cause was found. */
export const noticedWording: Readonly<Record<Noticed, string>> = {
  signatureLooksDer: 'The signature has the shape of ASN.1 (DER), but no known key made it.',
  kidLooksLikePath: 'The key id looks like a path.',
  secretLooksBase64:
    'A secret looks like base64 and is used as plain text. Decoded, it does not verify either.',
  secretLooksHex:
    'A secret looks like hexadecimal and is used as plain text. Decoded, it does not verify either.',
};

/** What was tried in vain. */
export const unknownWording: Readonly<Record<'unproven' | 'tried' | 'cut', Template>> = {
  unproven: 'No reason could be proven: the keys known here did not sign this token.',
  tried: {
    one: 'One usual mistake was tried.',
    other: '{count} usual mistakes were tried; none explains it.',
  },
  cut: {
    one: 'The search ended early: one more was not tried to the end.',
    other: 'The search ended early: {count} more were not tried to the end.',
  },
};

/** What each fix is called where one presses it. */
export const fixWording: Readonly<Record<FixKind, string>> = {
  repair: 'Repair the Token',
  copy: 'Copy the Repaired Token',
  encoding: 'Use This Encoding',
  store: 'Keep the Corrected Secret',
  useKey: 'Verify with That Key',
};

/** What a press will do. `{key}` is the key or secret. */
export const fixEffectWording: Readonly<Record<FixKind, string>> = {
  repair: 'Puts the repaired text in its place in the document, as one step that can be undone.',
  copy: 'Puts the repaired token on the clipboard, for it stands in no document.',
  encoding: 'From now on the secret is read as {encoding} here. The secret itself stays as it is.',
  store: 'Keeps the secret as the signer has it in secret storage. No file is changed.',
  useKey: 'From now on tokens of this issuer and key id are verified with that key first.',
};

/** How many usual mistakes were tried and not, and what was noticed. */
export interface UnknownSummary {
  readonly tried: number;
  readonly notReached: number;
  readonly noticed: readonly Noticed[];
}

export function summarizeUnknown({ tried, notReached, noticed }: UnknownCause): UnknownSummary {
  return { tried: tried.length, notReached: notReached.length, noticed };
}

/** That nothing could be proven, what was tried, and what looks suspicious all the same. */
export function unknownText({ tried, notReached, noticed }: UnknownSummary, { translate }: Words): string {
  return [
    word(translate, unknownWording.unproven),
    word(translate, unknownWording.tried, { count: tried }),
    ...(notReached > 0 ? [word(translate, unknownWording.cut, { count: notReached })] : []),
    ...noticed.map((each) => word(translate, noticedWording[each])),
  ].join(' ');
}

/** A cause in words: what is wrong, how that is known, and what to do about it where it was made. */
export interface CauseWords {
  /** One sentence for each cause. */
  readonly sentences: readonly string[];
  readonly proof: string;
  readonly advice: string;
}

/** The words of a cause, apart. Nothing secret goes in. */
export function causeWords(cause: CauseSummary, { translate }: Words): CauseWords {
  const { key, facts } = cause;
  const named = {
    ...facts,
    key: key === undefined ? '' : `“${key}”`,
    // Some combinations of curve and hash have no name of their own.
    alg: cause.alg ?? facts['form'] ?? '',
    claims: cause.claims?.join(', ') ?? '',
  };
  return {
    sentences: [cause.code, ...cause.also].map((code) => word(translate, causeWording[code], named)),
    proof: word(translate, evidenceWording[cause.evidence]),
    advice: word(translate, adviceWording[adviceFor[cause.code]], named),
  };
}

/** A cause in one text: its sentences and its proof. */
export function causeText(cause: CauseSummary, words: Words): string {
  const { sentences, proof } = causeWords(cause, words);
  return [...sentences, proof].join(' ');
}
