import type { KeyFormat, KeyOrigin, KeySummary, KeyWeakness } from '../keys/key';
import type { KeyProblem, KeyProblemCode } from '../keys/keyProblem';
import { timeText } from './timeText';
import { typeWording, wordFacts } from './typeWording';
import { word, type Facts, type Template, type Translate, type Words } from './wording';

/** What is weak about a key: said beside the true answer, never instead of it. */
export const keyWeaknessWording: Readonly<Record<KeyWeakness['code'], Template>> = {
  'key.rsaTooSmall':
    'The RSA key has {bits} bits; at least {minimum} are asked for. Make a larger one before you rely on it.',
  'key.secretTooShort':
    'The secret has {bits} bits; at least {minimum} are asked for. A short secret can be guessed from one token.',
  'key.secretEmpty': 'The secret is empty: anyone can sign with it.',
  'key.secretLooksLikePublicKey':
    'The secret is the text of a public key. Whoever knows the public key can sign with it.',
  'key.smallExponent': 'The RSA key has the public exponent {exponent}; 65537 is usual.',
  'key.roca':
    'The RSA key was made by a faulty library (CVE-2017-15361): its private half can be computed. Replace it.',
  'key.certificateExpired': 'The certificate of this key ended {relative} ({date}).',
};

/** Names of key formats, as a person knows them. */
export const keyFormatWording: Readonly<Record<KeyFormat, string>> = {
  secret: 'secret',
  jwk: 'JWK',
  spki: 'public key (SPKI)',
  'pkcs1-public': 'RSA public key (PKCS#1)',
  'pkcs1-private': 'RSA private key (PKCS#1)',
  pkcs8: 'private key (PKCS#8)',
  'pkcs8-encrypted': 'encrypted private key (PKCS#8)',
  sec1: 'EC private key (SEC1)',
  'pem-encrypted': 'encrypted PEM key',
  x509: 'certificate (X.509)',
  'openssh-public': 'OpenSSH public key',
  'openssh-private': 'OpenSSH private key',
  rfc4716: 'SSH2 public key',
  pkcs12: 'PKCS#12 store',
  pkcs7: 'PKCS#7 certificates',
  putty: 'PuTTY key',
};

/** Where a key comes from. */
export const keyOriginWording: Readonly<Record<KeyOrigin['from'], string>> = {
  file: '{path}',
  secretStorage: 'secret storage',
  variable: '{name} in {path}',
  token: 'the token’s own header',
  remote: '{url}',
};

/** Names for a key that has no name of its own. */
export const keyKindWording: Readonly<Record<KeySummary['kind'], string>> = {
  secret: 'secret of {bits} bits',
  public: '{kty} public key',
  private: '{kty} private key',
};

/** Where the key is from: `keys/id_rsa.pub:3`, `SECRET in .env:2`, `secret storage`. */
export function keyOriginText(origin: KeyOrigin, translate: Translate): string {
  const template = keyOriginWording[origin.from];
  switch (origin.from) {
    case 'file':
      return word(translate, template, { path: withLine(origin.path, origin.line) });
    case 'variable':
      return word(translate, template, { name: origin.name, path: withLine(origin.path, origin.line) });
    case 'remote':
      return word(translate, template, { url: origin.url });
    case 'secretStorage':
    case 'token':
      return word(translate, template);
  }
}

/** What to call the key: the name it was stored under, its `kid`, its comment, or what it is. Never material. */
export function keyName(key: KeySummary, translate: Translate): string {
  if (key.origin.from === 'secretStorage') return key.origin.name;
  return (
    key.kid ??
    key.comment ??
    word(translate, keyKindWording[key.kind], { bits: key.bits, kty: key.crv ?? key.kty })
  );
}

/** How a sentence names a key: by where a person would look for it, and what tells it from others there. */
export function keyInSentence(
  key: KeySummary,
  translate: Translate,
): { readonly key: string; readonly origin: string } {
  const { origin } = key;
  switch (origin.from) {
    case 'file':
      return { key: withLine(origin.path, origin.line), origin: keyName(key, translate) };
    case 'variable':
      return { key: origin.name, origin: withLine(origin.path, origin.line) };
    case 'remote':
    case 'secretStorage':
    case 'token':
      return { key: keyName(key, translate), origin: keyOriginText(origin, translate) };
  }
}

function withLine(path: string, line: number | undefined): string {
  return line === undefined ? path : `${path}:${line}`;
}

/** What is wrong with something that should have been a key, and what to do about it. */
export const keyProblemWording: Readonly<Record<KeyProblemCode, Template>> = {
  emptyFile: 'It is empty.',
  tooLarge: 'It has {bytes} bytes; keys are read up to {limit}.',
  tooMany: 'It holds {count} keys; only the first {limit} are read.',
  binaryUnknown: 'It is in no key format known here.',
  notAKey: 'It holds no key: it looks like {looksLike}.',
  passphraseNeeded: 'It needs a passphrase ({format}).',
  passphraseWrong: 'The passphrase does not open it ({format}).',
  unsupportedCipher: 'It is encrypted with {name}, which is not known here. Export it anew with AES.',
  derivationTooCostly:
    'Opening it would take too long: {name} with {asked}, and {limit} are the most allowed.',
  missingBegin: 'The line “BEGIN {label}” is missing. Was it copied whole?',
  missingEnd: 'The line “END {label}” is missing. Was it copied whole?',
  labelMismatch: 'It begins as “{begin}” and ends as “{end}”. Correct the one that is wrong.',
  labelContradicts:
    'It is labelled “{label}” and holds something else ({format}). Correct the label, or take the right file.',
  emptyBlock: 'Nothing stands between BEGIN and END of “{label}”.',
  notBase64: 'In “{label}” is the character “{character}”, which base64 does not know.',
  truncated: 'It ends too early ({format}). Was it copied whole?',
  damaged: 'It is damaged ({format}). Take a fresh copy.',
  inconsistent: 'Its parts do not belong together ({format}). Take a fresh copy.',
  unsupportedLabel: '“{label}” is no key.',
  certificateRequest:
    'It is a request for a certificate, which nobody vouches for yet. Use the certificate or the key.',
  certificateRevocationList: 'It is a list of revoked certificates, and no key.',
  parametersOnly: 'It holds parameters of {algorithm}, and no key.',
  pgpKey: 'It is an OpenPGP key, which tokens are not signed with.',
  unsupportedAlgorithm: 'It is a key for {algorithm}, which no token algorithm uses.',
  unsupportedCurve: 'Its curve is {curve}, which no token algorithm uses.',
  noKeyInside: 'There is no usable key inside ({format}).',
  multiPrime: 'It is an RSA key of more than two primes, which is not supported.',
  rsaTooLarge: 'It is an RSA key of {bits} bits; {limit} are the most allowed.',
  hardwareKey: 'Its private half is in a device ({algorithm}) and cannot be read from here.',
  sshCertificate: 'It is an SSH certificate. Use the key it was made for.',
  unsupportedContainer: 'It is a key store of {name}, which is not read here. Export the key as PEM or JWK.',
  unsupportedVersion: 'It is of version {version} ({format}), which is not known here.',
  jsonSyntax: 'It is not JSON: see line {line}, column {column}.',
  jsonTooDeep: 'It goes more than {limit} levels deep.',
  jsonNotAKey: 'It is JSON, and neither a JWK nor a set of them: it is {found}.',
  jwkRepeatedMember: 'The JWK has “{name}” twice. Keep one.',
  jwkMissingMember: 'The JWK of type {kty} lacks “{name}”.',
  jwkMemberType: 'In the JWK, “{name}” should be {expected}, and is {found}.',
  jwkNotBase64url: 'In the JWK, “{name}” is not base64url.',
  jwkMemberWidth: 'In the JWK, “{name}” should have {expected} bytes, and has {found}.',
  jwkUnknownKeyType: 'The JWK is of type “{kty}”, which is not known here.',
  jwkUnknownCurve: 'The JWK of type {kty} has the curve “{crv}”, which is not known here.',
  jwkUnknownAlgorithm: 'The JWK is for the algorithm “{alg}”, which is not known here.',
  notOnCurve: 'The JWK’s “x” and “y” are no point of {crv}. Take a fresh copy.',
  emptyKeySet: 'The JWK Set has no key in it.',
  encryptedJwk: 'It is an encrypted JWK. Decrypt it first.',
  secretEncoding: 'The secret is not {encoding}. Choose the encoding it is in.',
  emptySecret: 'The secret is empty.',
  secretIsKey:
    'This is the text of a key. As a secret, whoever knows it could sign; add it as a key instead.',
  cannotGenerate: 'Nothing here can make a key for {algorithm}. Choose another kind of key.',
  cannotWrite: 'This key cannot be written as {format}: {because}.',
};

/** What a text that is no key seems to be. */
export const looksLikeWording: Readonly<Record<string, string>> = {
  text: 'plain text',
  html: 'a web page',
  json: 'JSON',
  token: 'a token',
};

/** Why a key cannot be written in a format. */
export const cannotWriteWording: Readonly<Record<string, string>> = {
  keyType: 'the format is not for its type',
  publicOnly: 'its private half is missing',
  secret: 'it is a secret',
  noSeed: 'its seed is missing',
};

/** The sentence for a key problem: plain text with parts of the file in it, never key material. */
export function keyProblemText(problem: KeyProblem, translate: Translate): string {
  // Facts are names and numbers; for which code they are makes no difference to wording.
  const facts = problem.facts as Facts;
  const tables = {
    format: keyFormatWording,
    looksLike: looksLikeWording,
    because: cannotWriteWording,
    expected: typeWording,
    found: typeWording,
  };
  return word(translate, keyProblemWording[problem.code], wordFacts(facts, tables, translate));
}

/** The sentence for a weakness of a key. */
export function keyWeaknessText(weakness: KeyWeakness, words: Words & { readonly moment: number }): string {
  const { code, ...facts } = weakness;
  const times = 'notAfter' in facts ? timeText(facts.notAfter, words) : {};
  return word(words.translate, keyWeaknessWording[code], { ...facts, ...times });
}
