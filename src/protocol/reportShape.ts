import type { Finding, FindingCode } from '../core/inspect/finding';
import type { Span } from '../core/jose/span';
import type { KeyFormat, KeyOrigin, KeySummary, KeyWeakness } from '../core/keys/key';
import type {
  ClaimCheck,
  ClaimCheckCode,
  SignatureAnswer,
  UnverifiableReason,
  VerificationReport,
} from '../core/verify/report';
import {
  codeOf,
  count,
  either,
  finiteNumber,
  flag,
  listOf,
  mapOf,
  oneOf,
  optional,
  record,
  someOf,
  tagged,
  text,
  type MembersOf,
  type RowsOf,
} from './shape';

const span = record({ start: count, end: count } satisfies MembersOf<Span>);
const facts = mapOf(either(text, finiteNumber));

const keyType = oneOf('oct', 'RSA', 'EC', 'OKP', 'AKP');
const curve = oneOf('P-256', 'P-384', 'P-521', 'secp256k1', 'Ed25519', 'Ed448', 'X25519', 'X448');

const keyOrigin = tagged('from', {
  file: { path: text, uri: text, line: optional(count) },
  secretStorage: { name: text },
  variable: { name: text, path: text, uri: text, line: count },
  token: {},
  remote: { url: text },
} satisfies RowsOf<KeyOrigin, 'from'>);

const keyWeakness = tagged('code', {
  'key.rsaTooSmall': { bits: finiteNumber, minimum: finiteNumber },
  'key.secretTooShort': { bits: finiteNumber, minimum: finiteNumber },
  'key.secretEmpty': {},
  'key.secretLooksLikePublicKey': {},
  'key.smallExponent': { exponent: finiteNumber },
  'key.roca': {},
  'key.certificateExpired': { notAfter: finiteNumber },
} satisfies RowsOf<KeyWeakness, 'code'>);

/** All of a key that may cross; anything more makes the message malformed. */
export const keySummary = record({
  id: text,
  kty: keyType,
  crv: optional(curve),
  alg: optional(text),
  bits: finiteNumber,
  kind: oneOf('secret', 'public', 'private'),
  kid: optional(text),
  comment: optional(text),
  thumbprint: optional(text),
  format: codeOf<KeyFormat>(),
  origin: keyOrigin,
  weaknesses: listOf(keyWeakness),
} satisfies MembersOf<KeySummary>);

const unverifiableReason = tagged('code', {
  noKeys: {},
  workspaceNotTrusted: {},
  noFittingKey: { alg: text, known: count },
  kidUnknown: { kid: text },
  algMissing: {},
  algUnknown: { alg: text },
  algUnavailable: { alg: text },
  criticalUnknown: { name: text },
  criticalMalformed: {},
  signatureMissing: {},
  payloadDetached: {},
  encrypted: {},
  malformed: {},

  stopped: { tried: count },
  keyUnusable: { key: keySummary, problem: text },
} satisfies RowsOf<UnverifiableReason, 'code'>);

const signatureAnswer = tagged('status', {
  valid: {
    key: keySummary,
    chosenBy: oneOf('picked', 'kid', 'thumbprint', 'x5t', 'issuer', 'onlyFit', 'tried'),
  },
  invalid: { tried: listOf(keySummary) },
  unsecured: {},
  unverifiable: { reason: unverifiableReason },
} satisfies RowsOf<SignatureAnswer, 'status'>);

const claimCheck = record({
  claim: text,
  outcome: oneOf('passed', 'failed', 'notAsked'),
  code: codeOf<ClaimCheckCode>(),
  facts,
} satisfies MembersOf<ClaimCheck>);

const finding = record({
  code: codeOf<FindingCode>(),
  severity: oneOf('error', 'warning', 'information', 'hint'),
  span: optional(span),
  subject: optional(text),
  facts,
  reference: optional(text),
} satisfies MembersOf<Finding>);

/** A report as it crosses from host to page. */
export const verificationReport = record({
  moment: finiteNumber,
  wellFormed: flag,
  signatures: someOf(signatureAnswer),
  time: oneOf('inForce', 'expired', 'notYetValid', 'unlimited', 'unreadable', 'unknown'),
  checks: listOf(claimCheck),
  findings: listOf(finding),
} satisfies MembersOf<VerificationReport>);
