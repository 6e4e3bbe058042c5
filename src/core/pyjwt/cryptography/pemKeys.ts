import type { Raised } from '../exceptions';
import {
  dsaPrivateKey,
  ecPrivateKey,
  encryptedPrivateKeyInfo,
  ofFamily,
  passwordMissing,
  privateKeyInfo,
  rsaPrivateKey,
  rsaPublicKey,
  subjectPublicKeyInfo,
  type KeyStructure,
} from './keyStructures';
import type { LoadedKey } from './loadedKey';
import { readPemBlocks, type PemBlock } from './pemBlocks';
import { attempt, unreadableKey } from './unreadable';

interface LabelRow {
  readonly public?: readonly KeyStructure[];
  readonly private?: readonly KeyStructure[];
}

/**
 * What OpenSSL 3.0 tries below each label, by the half that is asked for. A label that names an algorithm stands for any
 * structure of that algorithm's keys.
 */
const rsaRow: LabelRow = {
  public: [ofFamily('RSA', subjectPublicKeyInfo), rsaPublicKey],
  private: [ofFamily('RSA', privateKeyInfo), rsaPrivateKey],
};
const dsaRow: LabelRow = {
  public: [ofFamily('DSA', subjectPublicKeyInfo)],
  private: [ofFamily('DSA', privateKeyInfo), dsaPrivateKey],
};
const ecRow: LabelRow = {
  public: [ofFamily('EC', subjectPublicKeyInfo)],
  private: [ofFamily('EC', privateKeyInfo), ecPrivateKey],
};
const labels: ReadonlyMap<string, LabelRow> = new Map<string, LabelRow>([
  ['PUBLIC KEY', { public: [subjectPublicKeyInfo] }],
  ['PRIVATE KEY', { private: [privateKeyInfo] }],
  ['ENCRYPTED PRIVATE KEY', { private: [privateKeyInfo, encryptedPrivateKeyInfo] }],
  ['RSA PUBLIC KEY', rsaRow],
  ['RSA PRIVATE KEY', rsaRow],
  ['DSA PUBLIC KEY', dsaRow],
  ['DSA PRIVATE KEY', dsaRow],
  ['DSA PARAMETERS', dsaRow],
  ['EC PRIVATE KEY', ecRow],
  ['EC PARAMETERS', ecRow],
]);

/** `load_pem_public_key`. */
export function loadPemPublicKey(octets: Uint8Array): LoadedKey | Raised {
  return loadPem(octets, 'public');
}

/** `load_pem_private_key` without a password. */
export function loadPemPrivateKey(octets: Uint8Array): LoadedKey | Raised {
  return loadPem(octets, 'private');
}

/** The first block OpenSSL can read as the half asked for; others are passed over. What `cryptography` says of it is the end. */
function loadPem(octets: Uint8Array, half: keyof LabelRow): LoadedKey | Raised {
  let isAtEnd = false;
  for (const block of readPemBlocks(octets)) {
    if (isAtEnd && !(half === 'public' && block.label === secondTry)) continue;
    const key = readBlock(block, half);
    if (key) return key;
    isAtEnd ||= isRefused(block.header) && ends[half].test(block.label);
  }
  return unreadableKey();
}

/** Labels whose block is the last one that is looked at where its header is refused. */
const ends: Readonly<Record<keyof LabelRow, RegExp>> = { public: /^PUBLIC KEY$/, private: /PRIVATE KEY$/ };
/** What `cryptography` looks for where no public key was found. */
const secondTry = 'RSA PUBLIC KEY';

function readBlock({ label, header, bytes }: PemBlock, half: keyof LabelRow): LoadedKey | Raised | undefined {
  const structures = labels.get(label)?.[half];
  if (!bytes || !structures) return undefined;
  if (isHeeded(header)) return half === 'private' && isEncrypted(header) ? passwordMissing() : undefined;
  for (const structure of structures) {
    const key = attempt(() => structure(bytes));
    if (key) return key;
  }
  return undefined;
}

/** A header that is shorter than its first words would be is not read. */
function isHeeded(header: string): boolean {
  return header.length >= 'Proc-Type:'.length;
}

/** Whether reading ends at a header: it does unless the version is another than 4, which OpenSSL refuses without a word. */
function isRefused(header: string): boolean {
  return isHeeded(header) && !/^Proc-Type:(?![ \t]*4,)/.test(header);
}

/** RFC 1421 §4.6 as OpenSSL writes it, with a cipher it knows. */
function isEncrypted(header: string): boolean {
  return /^Proc-Type:[ \t]*4,[ \t]*ENCRYPTED\s*\nDEK-Info:[ \t]*(?:DES|DES-EDE3|AES-(?:128|192|256)|CAMELLIA-(?:128|192|256)|ARIA-(?:128|192|256)|BF|CAST5|IDEA|RC2|SEED|SM4)-(?:CBC|CFB|OFB),[ \t]*[0-9A-Fa-f]{16,32}$/.test(
    header,
  );
}
