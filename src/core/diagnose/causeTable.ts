import { keyedWithPublicText } from './causes/algorithmConfusion';
import { charactersTried, slipped } from './causes/characterDamaged';
import { carriesItsKey } from './causes/embeddedKey';
import { siblingOfEqualJson, writtenAnew } from './causes/jsonReserialised';
import { criticalApart, damagedArmour, otherKeyId, otherPair, sameKeyId } from './causes/keyChoice';
import { holdsToken } from './causes/nestedToken';
import { nonceHashed } from './causes/nonceHashed';
import { mislabelled, nonstandardName, swapped } from './causes/otherAlgorithms';
import { siblingWithPayload, withDocument } from './causes/payloadDetached';
import { changingSecrets } from './causes/secretChanges';
import { otherCharacters } from './causes/secretCharacters';
import { otherLineEnds, otherQuotes, otherWhiteSpace } from './causes/secretEdges';
import {
  forgivinglyDecoded,
  meantAsBase64,
  meantAsHex,
  meantAsText,
  otherLayers,
} from './causes/secretEncodings';
import { otherEscapes } from './causes/secretEscapes';
import { signatureDecoded, signatureLaidOut, signatureOfDer } from './causes/signatureForms';
import { siblingWithSignature } from './causes/signatureMissing';
import { otherBase64, otherSalt, otherText, signedDigest } from './causes/signedOther';
import { downgraded, headerEdited, payloadEdited, spliced } from './causes/tampering';
import { endsTried, recomputed, siblingAround } from './causes/tokenTruncated';
import type { CauseCode } from './codes';
import type { ProofSearch, StanceChange, TextSight } from './stance';

/** How one cause is looked for: by seeing the signature, the text, or other tokens anew. What is cheap comes first. */
export interface CauseRow {
  readonly code: CauseCode;
  readonly change?: StanceChange;
  readonly sight?: TextSight;
  readonly proofs?: readonly ProofSearch[];
}

/** The causes that can be proven, in their order; those about the token's text are made by `textVariants`. */
export const causeTable: readonly CauseRow[] = [
  { code: 'token-truncated', proofs: [recomputed, siblingAround], sight: endsTried },
  { code: 'token-character-damaged', proofs: [slipped], sight: charactersTried },
  { code: 'signature-encoding', change: signatureDecoded },
  { code: 'signature-der', change: signatureOfDer },
  { code: 'signature-byte-layout', change: signatureLaidOut },
  { code: 'signature-prehashed', change: signedDigest },
  { code: 'pss-salt-length', change: otherSalt },
  { code: 'signed-other-base64', change: otherBase64 },
  { code: 'signed-other-text', change: otherText },
  { code: 'header-nonce-hashed', change: nonceHashed },
  { code: 'json-reserialised', change: writtenAnew, proofs: [siblingOfEqualJson] },
  { code: 'secret-is-base64', change: changingSecrets(meantAsBase64) },
  { code: 'secret-is-hex', change: changingSecrets(meantAsHex) },
  { code: 'secret-is-text', change: changingSecrets(meantAsText) },
  { code: 'secret-layers', change: changingSecrets(otherLayers) },
  { code: 'secret-base64-lenient', change: changingSecrets(forgivinglyDecoded) },
  { code: 'secret-line-end', change: changingSecrets(otherLineEnds) },
  { code: 'secret-whitespace', change: changingSecrets(otherWhiteSpace) },
  { code: 'secret-quotes', change: changingSecrets(otherQuotes) },
  { code: 'secret-escapes', change: changingSecrets(otherEscapes) },
  { code: 'secret-characters', change: changingSecrets(otherCharacters) },
  { code: 'alg-mislabelled', change: mislabelled },
  { code: 'alg-name-nonstandard', change: nonstandardName },
  { code: 'alg-swapped', change: swapped },
  { code: 'alg-confusion', change: keyedWithPublicText },
  { code: 'signature-spliced', proofs: [spliced] },
  { code: 'payload-edited', change: payloadEdited },
  { code: 'header-edited', change: headerEdited },
  { code: 'downgraded-to-none', proofs: [downgraded] },
  { code: 'signature-missing', proofs: [siblingWithSignature] },
  { code: 'payload-detached', change: withDocument, proofs: [siblingWithPayload] },
  { code: 'crit-not-understood', change: criticalApart },
  { code: 'key-pair-mismatch', change: otherPair },
  { code: 'kid-same-other-material', change: sameKeyId },
  { code: 'kid-mismatch', change: otherKeyId },
  { code: 'key-armour', change: damagedArmour },
  { code: 'embedded-key', proofs: [carriesItsKey] },
  { code: 'nested-token', proofs: [holdsToken] },
];

const pairsOf = (
  firsts: readonly CauseCode[],
  seconds: readonly CauseCode[],
): readonly (readonly [CauseCode, CauseCode])[] =>
  firsts.flatMap((first) => seconds.map((second): readonly [CauseCode, CauseCode] => [first, second]));

const encodings: readonly CauseCode[] = [
  'secret-is-base64',
  'secret-is-hex',
  'secret-layers',
  'secret-base64-lenient',
];
const edges: readonly CauseCode[] = [
  'secret-line-end',
  'secret-whitespace',
  'secret-quotes',
  'secret-escapes',
];

/** Two causes that happen together, in the order they are undone. */
export const causePairs: readonly (readonly [CauseCode, CauseCode])[] = [
  ...pairsOf(['signature-encoding'], ['signature-der', 'signature-byte-layout']),
  ...pairsOf(
    [
      'signature-encoding',
      'signature-der',
      'signature-byte-layout',
      'signature-prehashed',
      'pss-salt-length',
      'alg-mislabelled',
      'alg-name-nonstandard',
    ],
    ['key-pair-mismatch', 'kid-same-other-material', 'kid-mismatch', 'key-armour'],
  ),
  ...pairsOf(
    ['signature-encoding', 'alg-mislabelled', 'alg-name-nonstandard'],
    [...encodings, 'secret-is-text', ...edges, 'secret-characters'],
  ),
  ...pairsOf(edges, encodings),
  ['payload-edited', 'header-edited'],
];
