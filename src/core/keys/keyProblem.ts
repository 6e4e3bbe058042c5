import type { KeyFormat } from './key';

/**
 * What can be wrong with a file, a text or an object that should have been a key: code -> its facts. Facts are small
 * and safe to show: names, counts and labels, never key material, secrets or passphrases. Sentences are made of them
 * by `core/present/keyWording.ts`.
 */
export interface KeyProblemFacts {
  /** Nothing in it, or only white space. */
  emptyFile: object;
  /** Over the limit of what is read as a key; both in bytes. */
  tooLarge: { bytes: number; limit: number };
  /** More keys or blocks in one file than are looked at. */
  tooMany: { count: number; limit: number };
  /** Octets that are no text and no format we know. */
  binaryUnknown: object;
  /** A text that holds no key in any format we know; `looksLike` says what it seems to be. */
  notAKey: { looksLike: 'text' | 'html' | 'json' | 'token' };

  /** The passphrase was not given. */
  passphraseNeeded: { format: KeyFormat };
  /** A passphrase was given, and it does not open the key. */
  passphraseWrong: { format: KeyFormat };
  /** Encrypted with something we do not know; `name` is its name or its object identifier. */
  unsupportedCipher: { name: string };
  /** Deriving the key from the passphrase would take more work or memory than we allow. */
  derivationTooCostly: { name: string; asked: number; limit: number };

  /** A PEM or SSH block ends and never began, or its BEGIN line is damaged. */
  missingBegin: { label: string };
  /** A PEM or SSH block begins and never ends: cut off while copying. */
  missingEnd: { label: string };
  /** The BEGIN and END lines name different things. */
  labelMismatch: { begin: string; end: string };
  /** The label names another kind of thing than the block holds: a public key called private, a key called certificate. */
  labelContradicts: { label: string; format: KeyFormat };
  /** Nothing stands between the BEGIN and END lines. */
  emptyBlock: { label: string };
  /** A character in a block that base64 has not; `at` counts characters of the body from 0. */
  notBase64: { label: string; character: string };
  /** The data ends before its own lengths say it should. */
  truncated: { format: KeyFormat };
  /** The bytes are not what the format asks for: flipped, overwritten, or something else under this name. */
  damaged: { format: KeyFormat };
  /** Reads as a key, and its parts do not belong together. */
  inconsistent: { format: KeyFormat };

  /** A block that is no key; `label` as its BEGIN line has it. */
  unsupportedLabel: { label: string };
  /** A certificate signing request holds a public key nobody vouches for yet; not taken as a key. */
  certificateRequest: object;
  certificateRevocationList: object;
  /** Parameters of an algorithm, without a key: DH, DSA or EC. */
  parametersOnly: { algorithm: string };
  pgpKey: object;
  /** A key of an algorithm that no JOSE algorithm uses; its name, or its object identifier. */
  unsupportedAlgorithm: { algorithm: string };
  /** An elliptic curve that no JOSE algorithm uses; its name, or its object identifier. */
  unsupportedCurve: { curve: string };
  /** A file that holds certificates or bags, and none of them a key we can use. */
  noKeyInside: { format: KeyFormat };
  /** RSA with more than two prime factors (RFC 8017 §3.2), which WebCrypto does not take. */
  multiPrime: object;
  /** A modulus too large to compute with, in bits. */
  rsaTooLarge: { bits: number; limit: number };
  /** The private key is kept elsewhere: a security key, a smart card. */
  hardwareKey: { algorithm: string };
  /** An SSH certificate is no key of its own. */
  sshCertificate: object;
  /** A key store of another program; `name` is what it is called. */
  unsupportedContainer: { name: string };
  /** A format version we do not know. */
  unsupportedVersion: { format: KeyFormat; version: string };

  /** JSON that does not parse; `line` and `column` are 1-based. */
  jsonSyntax: { line: number; column: number };
  jsonTooDeep: { limit: number };
  /** JSON, and neither a JWK (no `kty`) nor a JWK Set (no `keys`). */
  jsonNotAKey: { found: string };
  /** The same member twice: which of the two is meant nobody can say (RFC 7517 §4). */
  jwkRepeatedMember: { name: string };
  jwkMissingMember: { kty: string; name: string };
  jwkMemberType: { name: string; expected: string; found: string };
  jwkNotBase64url: { name: string };
  /** Both in octets. */
  jwkMemberWidth: { name: string; expected: number; found: number };
  jwkUnknownKeyType: { kty: string };
  jwkUnknownCurve: { kty: string; crv: string };
  /** AKP keys name their algorithm (RFC 9964 §3). */
  jwkUnknownAlgorithm: { alg: string };
  /** `x` and `y` are no point of the curve. */
  notOnCurve: { crv: string };
  emptyKeySet: object;
  /** An encrypted JWK (RFC 7516 around RFC 7517). */
  encryptedJwk: object;

  /** The text of a secret is not in the encoding it is said to be in. */
  secretEncoding: { encoding: string };
  emptySecret: object;
  /** What was given as a secret is the text of a key; as a secret, whoever knows the public key could sign (RFC 8725 §2.1). */
  secretIsKey: object;
  /** Nothing here can make such a key: RSA keys take WebCrypto. */
  cannotGenerate: { algorithm: string };
  /** A key that cannot be written in that format: not of that kind, or without the half asked for. */
  cannotWrite: { format: string; because: 'keyType' | 'publicOnly' | 'secret' | 'noSeed' };
}

export type KeyProblemCode = keyof KeyProblemFacts;

/** A fact about something that should have been a key: a code, details, and the 1-based line it stands in. Never a sentence. */
export type KeyProblem = {
  [Code in KeyProblemCode]: {
    readonly code: Code;
    readonly facts: KeyProblemFacts[Code];
    readonly line?: number;
  };
}[KeyProblemCode];

/** Makes a problem; text facts are cut to 60 characters, since they come from the file. */
export function keyProblem<Code extends KeyProblemCode>(
  code: Code,
  facts: KeyProblemFacts[Code],
  line?: number,
): KeyProblem {
  const short = Object.fromEntries(
    Object.entries(facts).map(([name, fact]: [string, unknown]) => [
      name,
      typeof fact === 'string' && fact.length > 60 ? `${fact.slice(0, 59)}…` : fact,
    ]),
  );
  // A code and its own facts are one row of the union; the compiler cannot see it through the generic.
  return { code, facts: short, ...(line === undefined ? {} : { line }) } as unknown as KeyProblem;
}

/** Tells a problem from what was asked for: nothing else a reader returns has a `code`. */
export function isKeyProblem(value: object | undefined): value is KeyProblem {
  return value !== undefined && 'code' in value;
}
