import type { UndecryptedReason } from '../../src/core/decrypt/decryptionAnswer';
import type { Finding, FindingCode } from '../../src/core/inspect/finding';
import type { ProblemFacts } from '../../src/core/jose/problem';
import type { KeyWeakness } from '../../src/core/keys/key';
import type { KeyProblemFacts } from '../../src/core/keys/keyProblem';
import type { RemoteProblemFacts } from '../../src/core/keys/remote/remoteProblem';
import type { ClaimCheck, ClaimCheckCode, UnverifiableReason } from '../../src/core/verify/report';
import { fullSummary } from './aReport';

/** Facts for every code there is, as core gives them. A code without a row does not compile. */
export const sampleProblems: { readonly [Code in keyof ProblemFacts]: ProblemFacts[Code] } = {
  'token.empty': {},
  'token.segmentCount': { count: 4 },
  'token.tooLong': { length: 20_000_000, limit: 16_777_216 },
  'token.surrounded': { before: 7, after: 1 },
  'token.percentEncoded': { count: 2 },
  'token.tooMany': { name: 'signatures', count: 2000, limit: 1000 },
  'base64url.character': { segment: 'payload', character: '!' },
  'base64url.standardAlphabet': { segment: 'payload', count: 3 },
  'base64url.padding': { segment: 'signature', count: 1 },
  'base64url.whitespace': { segment: 'header', count: 2 },
  'base64url.length': { segment: 'signature', length: 41 },
  'base64url.trailingBits': { segment: 'signature' },
  'utf8.invalid': { segment: 'payload', octet: 7 },
  'utf8.byteOrderMark': { segment: 'payload' },
  'json.syntax': { segment: 'payload', offset: 9, line: 1, column: 10, expected: 'comma or }' },
  'json.tooDeep': { segment: 'payload', limit: 1000 },
  'json.tooLarge': { segment: 'payload', limit: 1_000_000 },
  'json.notObject': { segment: 'payload', found: 'array' },
  'json.duplicateName': { segment: 'payload', name: 'sub' },
  'header.missing': { name: 'alg' },
  'header.type': { name: 'kid', expected: 'string', found: 'number' },
  'header.repeated': { name: 'kid' },
  'header.unprotected': { name: 'b64' },
  'header.inconsistent': { name: 'enc' },
  'crit.malformed': { found: 'element number' },
  'crit.missingParameter': { name: 'exp' },
  'crit.unprotected': {},
  'b64.notCritical': {},
  'b64.payloadDot': {},
  'encryption.unknown': { name: 'enc', value: 'A128CTR' },
  'alg.unknown': { alg: 'XS256' },
  'alg.keyMismatch': { alg: 'ES256', expected: 'EC P-256', found: 'RSA' },
  'serialization.member': { name: 'payload', expected: 'string' },
  'signature.unexpected': {},
  'signature.missing': { alg: 'RS256' },
  'disclosure.malformed': { index: 0, found: 'length' },
  'disclosure.unterminated': {},
  'keyBinding.malformed': {},
};

export const sampleKeyProblems: { readonly [Code in keyof KeyProblemFacts]: KeyProblemFacts[Code] } = {
  emptyFile: {},
  tooLarge: { bytes: 2_000_000, limit: 1_000_000 },
  tooMany: { count: 2000, limit: 1000 },
  binaryUnknown: {},
  notAKey: { looksLike: 'html' },
  passphraseNeeded: { format: 'pkcs8-encrypted' },
  passphraseWrong: { format: 'openssh-private' },
  unsupportedCipher: { name: 'RC2' },
  derivationTooCostly: { name: 'scrypt', asked: 2_000_000, limit: 1_000_000 },
  missingBegin: { label: 'PUBLIC KEY' },
  missingEnd: { label: 'PUBLIC KEY' },
  labelMismatch: { begin: 'PUBLIC KEY', end: 'PRIVATE KEY' },
  labelContradicts: { label: 'PRIVATE KEY', format: 'spki' },
  emptyBlock: { label: 'PUBLIC KEY' },
  notBase64: { label: 'PUBLIC KEY', character: '!' },
  truncated: { format: 'spki' },
  damaged: { format: 'x509' },
  inconsistent: { format: 'pkcs1-private' },
  unsupportedLabel: { label: 'DH PARAMETERS' },
  certificateRequest: {},
  certificateRevocationList: {},
  parametersOnly: { algorithm: 'EC' },
  pgpKey: {},
  unsupportedAlgorithm: { algorithm: 'DSA' },
  unsupportedCurve: { curve: 'brainpoolP256r1' },
  noKeyInside: { format: 'pkcs12' },
  multiPrime: {},
  rsaTooLarge: { bits: 32_768, limit: 16_384 },
  hardwareKey: { algorithm: 'sk-ssh-ed25519' },
  sshCertificate: {},
  unsupportedContainer: { name: 'Java' },
  unsupportedVersion: { format: 'putty', version: '4' },
  jsonSyntax: { line: 2, column: 3 },
  jsonTooDeep: { limit: 1000 },
  jsonNotAKey: { found: 'array' },
  jwkRepeatedMember: { name: 'x' },
  jwkMissingMember: { kty: 'EC', name: 'y' },
  jwkMemberType: { name: 'x', expected: 'string', found: 'number' },
  jwkNotBase64url: { name: 'x' },
  jwkMemberWidth: { name: 'x', expected: 32, found: 31 },
  jwkUnknownKeyType: { kty: 'PQ' },
  jwkUnknownCurve: { kty: 'EC', crv: 'P-999' },
  jwkUnknownAlgorithm: { alg: 'XS' },
  notOnCurve: { crv: 'P-256' },
  emptyKeySet: {},
  encryptedJwk: {},
  secretEncoding: { encoding: 'base64' },
  emptySecret: {},
  secretIsKey: {},
  cannotGenerate: { algorithm: 'RSA' },
  cannotWrite: { format: 'SSH', because: 'publicOnly' },
};

export const sampleWeaknesses: { readonly [Code in KeyWeakness['code']]: KeyWeakness & { code: Code } } = {
  'key.rsaTooSmall': { code: 'key.rsaTooSmall', bits: 1024, minimum: 2048 },
  'key.secretTooShort': { code: 'key.secretTooShort', bits: 40, minimum: 256 },
  'key.secretEmpty': { code: 'key.secretEmpty' },
  'key.secretLooksLikePublicKey': { code: 'key.secretLooksLikePublicKey' },
  'key.smallExponent': { code: 'key.smallExponent', exponent: 3 },
  'key.roca': { code: 'key.roca' },
  'key.certificateExpired': { code: 'key.certificateExpired', notAfter: 1_700_000_000 },
};

export const sampleReasons: {
  readonly [Code in UnverifiableReason['code']]: UnverifiableReason & { code: Code };
} = {
  noKeys: { code: 'noKeys' },
  workspaceNotTrusted: { code: 'workspaceNotTrusted' },
  noFittingKey: { code: 'noFittingKey', alg: 'RS256', known: 3 },
  kidUnknown: { code: 'kidUnknown', kid: 'k1' },
  algMissing: { code: 'algMissing' },
  algUnknown: { code: 'algUnknown', alg: 'XS256' },
  algUnavailable: { code: 'algUnavailable', alg: 'ES256K' },
  criticalUnknown: { code: 'criticalUnknown', name: 'exotic' },
  criticalMalformed: { code: 'criticalMalformed' },
  signatureMissing: { code: 'signatureMissing' },
  payloadDetached: { code: 'payloadDetached' },
  encrypted: { code: 'encrypted' },
  malformed: { code: 'malformed' },
  stopped: { code: 'stopped', tried: 200 },
  keyUnusable: { code: 'keyUnusable', key: fullSummary, problem: 'notOnCurve' },
};

const at = { found: '1767225000', at: 1_767_225_000, seconds: -600 };

/** Facts of checks, as `checkClaims` gives them. */
export const sampleChecks: Readonly<Record<ClaimCheckCode, ClaimCheck['facts']>> = {
  expired: at,
  notExpired: at,
  noExpiry: {},
  notYetValid: at,
  alreadyValid: at,
  issuedInFuture: at,
  issuedInPast: at,
  notNumericDate: { found: 'string' },
  missing: { expected: 'https://a.example' },
  matches: { found: 'a', expected: 'a, b' },
  mismatch: { found: 'c', expected: 'a, b' },
  wrongType: { found: 'array of number' },
  tooOld: { ...at, maxAge: 300 },
  notTooOld: { ...at, maxAge: 3000 },
  present: { found: 'a' },
  algorithmNotAllowed: { found: 'none', expected: 'RS256, ES256' },
  algorithmAllowed: { found: 'RS256', expected: 'RS256, ES256' },
  keyExpected: {},
  keyNotExpected: {},
};

/** Facts of findings that only a verification makes; those of a token alone come from tokens. */
export const sampleKeyFindings: Readonly<Partial<Record<FindingCode, Finding['facts']>>> = {
  kidDiffers: {},
  kidAmbiguous: {},
  keyAlgorithmDiffers: { alg: 'RS256', own: 'PS256' },
  keyUseDiffers: { use: 'enc' },
  keyOperationsDiffer: { operations: 'sign, decrypt' },
  secretAmongPublicKeys: {},
};

export const sampleRemoteProblems: {
  readonly [Code in keyof RemoteProblemFacts]: RemoteProblemFacts[Code];
} = {
  'remote.notFetched': { host: 'a.example' },
  'remote.notUrl': {},
  'remote.notHttps': { host: 'a.example' },
  'remote.credentials': { host: 'a.example' },
  'remote.localAddress': { host: '10.0.0.1' },
  'remote.loopback': { host: 'localhost' },
  'remote.notFound': { host: 'a.example' },
  'remote.serverError': { host: 'a.example', status: 503 },
  'remote.status': { host: 'a.example', status: 401 },
  'remote.timeout': { host: 'a.example', seconds: 10 },
  'remote.tooLarge': { host: 'a.example', limit: 1_048_576 },
  'remote.notJson': { host: 'a.example' },
  'remote.noKeys': { host: 'a.example' },
  'remote.redirectElsewhere': { host: 'a.example', to: 'b.example' },
  'remote.tooManyRedirects': { host: 'a.example', limit: 3 },
  'remote.redirectHidden': { host: 'a.example' },
  'remote.certificate': { host: 'a.example' },
  'remote.unreachable': { host: 'a.example' },
  'remote.secrets': { host: 'a.example', count: 2 },
  'remote.issuerDiffers': { host: 'a.example', found: 'https://b.example' },
  'remote.noMetadata': { host: 'a.example' },
  'remote.noJwksUri': { host: 'a.example' },
};

/** Why nothing was decrypted, a sample for each code. */
export const sampleUndecrypted: {
  readonly [Code in UndecryptedReason['code']]: UndecryptedReason & { code: Code };
} = {
  noKeys: { code: 'noKeys' },
  workspaceNotTrusted: { code: 'workspaceNotTrusted' },
  noFittingKey: { code: 'noFittingKey', alg: 'RSA-OAEP', known: 3 },
  malformed: { code: 'malformed' },
  criticalMalformed: { code: 'criticalMalformed' },
  criticalUnknown: { code: 'criticalUnknown', name: 'exotic' },
  algMissing: { code: 'algMissing' },
  algUnknown: { code: 'algUnknown', alg: 'A9' },
  algUnavailable: { code: 'algUnavailable', alg: 'A192KW' },
  encMissing: { code: 'encMissing' },
  encUnknown: { code: 'encUnknown', enc: 'A1' },
  zipUnknown: { code: 'zipUnknown', zip: 'LZMA' },
  parameterInvalid: { code: 'parameterInvalid', name: 'epk' },
  needsConsent: { code: 'needsConsent', iterations: 5_000_000, limit: 1_000_000 },
  keyUnusable: { code: 'keyUnusable', fault: 'wrongLength' },
  notDecryptable: { code: 'notDecryptable' },
  inflationTooLarge: { code: 'inflationTooLarge', limit: 1_000_000 },
  inflationMalformed: { code: 'inflationMalformed' },
  stopped: { code: 'stopped', tried: 1 },
};
