import type { InspectedTime, Inspection } from '../core/inspect/inspection';
import type { Verdict } from '../core/present/verdict';
import type { Template } from '../core/present/wording';
import type { ShownNothing } from '../protocol/messages';

/** What the panel's own controls and headings are called, in English: the keys of the catalogue. Sentences about tokens stand in core. */
export const labels = {
  verdict: 'Verdict',
  token: 'Token',
  parts: 'Parts of the token',
  part: 'part',
  copyToken: 'Copy Token',
  copyPart: 'Copy {part} as it is encoded',
  copyHeader: 'Copy Header as JSON',
  copyPayload: 'Copy Payload as JSON',
  copy: 'Copy',
  copied: 'Copied',
  characters: { one: '{count} character', other: '{count} characters' },
  charactersMore: { one: '{count} more character', other: '{count} more characters' },
  showWholeToken: { one: 'Show all {count} characters', other: 'Show all {count} characters' },
  showMoreCharacters: {
    one: 'Show more ({count} character left)',
    other: 'Show more ({count} characters left)',
  },
  showMoreRows: { one: 'Show more ({count} left)', other: 'Show more ({count} left)' },
  tooLongToShow: {
    one: '{count} character more: copy it to see it',
    other: '{count} characters more: copy them to see them',
  },
  rowsNotListed: 'Only the first {count} are listed. The JSON has them all.',
  members: { one: '{count} member', other: '{count} members' },
  items: { one: '{count} item', other: '{count} items' },
  emptyText: 'empty text',
  emptyName: 'empty name',
  header: 'Header',
  headerParameter: 'Parameter',
  claims: 'Payload: claims',
  payload: 'Payload',
  claim: 'Claim',
  value: 'Value',
  meaning: 'Meaning',
  headerAsJson: 'Header as JSON',
  headerAsText: 'Header as text',
  payloadAsJson: 'Payload as JSON',
  payloadAsText: 'Payload as text',
  times: 'Times',
  event: 'Event',
  time: 'Local time and UTC',
  fromNow: 'From now',
  now: 'now',
  leeway: { one: 'leeway of one second', other: 'leeway of {count} seconds' },
  problems: 'Problems',
  warnings: 'Warnings',
  findings: 'Worth knowing',
  signature: 'Signature',
  key: 'Key',
  keyKind: 'Kind',
  keyFrom: 'From',
  keyChosen: 'Chosen because',
  keyId: 'Key id',
  keyThumbprint: 'Thumbprint',
  keysTried: 'Keys tried',
  bits: { one: '{count} bit', other: '{count} bits' },
  why: 'Why it does not verify',
  attack: 'Tampered with',
  looking: 'Looking for the reason…',
  lookingFurther: 'None of the common reasons. Looking further…',
  anotherKeyVerifies: 'It verifies with another key: {key}. Let the key be chosen automatically.',
  searchFailed: 'The search for the reason did not work. The log “Claimcheck” says what happened.',
  backends: 'What would my backend say?',
  asking: 'Asking…',
  backendKey: 'Asked with {key}, and with what is expected here.',
  noBackendKey: 'There is no key here to ask with.',
  program: 'Program to try it with {library}',
  copyProgram: 'Copy the program for {library}',
  checks: 'Expectations',
  profileFor: 'By the profile for {issuer}',
  noProfile: 'No profile says what is expected of this issuer’s tokens.',
  editProfiles: 'Edit Profiles…',
  pickKey: 'Choose Key…',
  chooseAutomatically: 'Choose Automatically',
  verifyAgain: 'Verify Again',
  addKey: 'Add Key…',
  manageTrust: 'Trust This Folder…',
  verifying: 'Verifying…',
  notVerified: 'Verifying did not work, and it is our mistake. The log “Claimcheck” says what happened.',
  notDone: 'That did not work. The log “Claimcheck” says what happened.',
  pin: 'Pin',
  pinHint: 'Hold this token while the cursor goes elsewhere',
  copyRow: 'Copy {name}',
  reveal: 'Show in {place}',
  placeWithLine: '{name}:{line}',
  disclosures: 'Disclosures',
  disclosure: 'Disclosure {count}',
  disclosedItem: '(item of a list)',
  trail: 'Tokens around this one',
  openInner: 'Inspect the Token Inside',
  decrypting: 'Decrypting…',
  binaryContent: {
    one: 'It holds one byte that is no text.',
    other: 'It holds {count} bytes that are no text.',
  },
  encryptedPayload:
    'The payload is encrypted: only who holds the key can read it. The header is readable by all.',
  detachedPayload: 'The payload is not in the token: it travels apart.',
  payloadNoObject: 'The payload is no claims set, but something else.',
  emptyClaims: 'The claims set is empty.',
} as const satisfies Record<string, Template>;

/** The forms of a token, as the heading of the page. */
export const formLabels: Readonly<Record<Inspection['form'], string>> = {
  signed: 'Signed token',
  unsecured: 'Unsecured token',
  encrypted: 'Encrypted token',
  'sd-jwt': 'Signed token with selective disclosure',
  malformed: 'Malformed token',
};

/** The parts of a token, as names of their own. */
export const segmentLabels: Readonly<Record<string, string>> = {
  header: 'Header',
  unprotectedHeader: 'Unprotected header',
  payload: 'Payload',
  signature: 'Signature',
  encryptedKey: 'Encrypted key',
  initializationVector: 'Initialization vector',
  ciphertext: 'Ciphertext',
  authenticationTag: 'Authentication tag',
  additionalData: 'Additional data',
  disclosure: 'Disclosure',
  keyBinding: 'Key binding',
  unknown: 'Unknown part',
};

/** The four questions. */
export const questionLabels: Readonly<Record<keyof Verdict, string>> = {
  wellFormed: 'Well formed?',
  signature: 'Signature genuine?',
  inForce: 'In force now?',
  asExpected: 'As expected?',
};

/** What a time claim says, before and after. */
export const timeLabels: Readonly<
  Record<InspectedTime['claim'], { readonly past: string; readonly future: string }>
> = {
  iat: { past: 'Issued', future: 'Issued' },
  nbf: { past: 'In force since', future: 'In force from' },
  exp: { past: 'Expired', future: 'Expires' },
};

/** What stands on a page without a token: what is so, and what to do. */
export const absenceLabels: Readonly<
  Record<ShownNothing['reason'], { readonly title: string; readonly hint: string }>
> = {
  noToken: {
    title: 'No token to show',
    hint: 'Put the cursor on a token and run “JWT: Inspect Token”.',
  },
  tokenGone: {
    title: 'The token is gone from the document',
    hint: 'It comes back here when the document has a token in its place again. Or put the cursor on another token and run “JWT: Inspect Token”.',
  },
  documentGone: {
    title: 'The document of this token is gone',
    hint: 'Put the cursor on another token and run “JWT: Inspect Token”.',
  },
  notRestored: {
    title: 'The token that was shown here is not kept',
    hint: 'Tokens are credentials, so only their place is remembered, and there is no token in it now. Put the cursor on a token and run “JWT: Inspect Token”.',
  },
};
