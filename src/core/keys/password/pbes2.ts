import { utf8Bytes, type Bytes } from '../../encoding/bytes';
import { derTag, type DerReader } from '../../encoding/der';
import { FormatFault } from '../../encoding/formatFault';
import type { KeyFormat } from '../key';
import type { ReadingContext } from '../readingContext';
import { refuse } from '../refusal';
import { aesCbc, decryptPadded, desCbc, rc2Cbc, type CbcCipher } from './blockCiphers';
import { cipherName } from './cipherNames';
import { derivationLimits } from './derivationLimits';
import type { PasswordHashName } from './passwordHashes';
import { pbkdf2 } from './pbkdf2';

/** How a key is made from the password. */
export interface Derivation {
  /** A key of so many bytes. */
  readonly derive: (password: Bytes, length: number) => Promise<Bytes>;
  /** The `keyLength` that is written beside it, in bytes. Ciphers have their own; a MAC goes by this one (RFC 9579 §5). */
  readonly length: number | undefined;
}

/** RFC 8018 appendix B.1, and NIST's SHA-3 (csrc.nist.gov, computer security objects register). */
const prfs: Readonly<Record<string, PasswordHashName>> = {
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.8': 'SHA-224',
  '1.2.840.113549.2.9': 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
  '1.2.840.113549.2.12': 'SHA-512/224',
  '1.2.840.113549.2.13': 'SHA-512/256',
  '2.16.840.1.101.3.4.2.13': 'SHA3-224',
  '2.16.840.1.101.3.4.2.14': 'SHA3-256',
  '2.16.840.1.101.3.4.2.15': 'SHA3-384',
  '2.16.840.1.101.3.4.2.16': 'SHA3-512',
};

/** RFC 8018 appendix B.2. */
const cipherTable: Readonly<Record<string, CbcCipher>> = {
  '2.16.840.1.101.3.4.1.2': aesCbc(16),
  '2.16.840.1.101.3.4.1.22': aesCbc(24),
  '2.16.840.1.101.3.4.1.42': aesCbc(32),
  '1.2.840.113549.3.7': desCbc(24),
  '1.3.14.3.2.7': desCbc(8),
};
const rc2Oid = '1.2.840.113549.3.2';
/** RFC 5084 §3.2: AES in GCM, with the bytes of its key. */
const gcmKeyBytes: Readonly<Record<string, number>> = {
  '2.16.840.1.101.3.4.1.6': 16,
  '2.16.840.1.101.3.4.1.26': 24,
  '2.16.840.1.101.3.4.1.46': 32,
};

/** PBES2 (RFC 8018 §6.2), of which the reader gives the members of its parameters. */
export async function decryptPbes2(
  format: KeyFormat,
  parameters: DerReader,
  encrypted: Uint8Array,
  passphrase: string,
  context: ReadingContext,
): Promise<Bytes> {
  const { derive } = readDerivation(parameters.enter(), context);
  const scheme = parameters.enter();
  const oid = scheme.oid();
  const password = utf8Bytes(passphrase);
  const gcm = Object.hasOwn(gcmKeyBytes, oid) ? gcmKeyBytes[oid] : undefined;
  if (gcm !== undefined) return decryptGcm(format, await derive(password, gcm), scheme.enter(), encrypted);
  const { cipher, iv } =
    oid === rc2Oid ? readRc2(scheme.enter()) : { cipher: cipherOf(oid), iv: scheme.octets() };
  return decryptPadded(format, cipher, await derive(password, cipher.keyBytes), iv, encrypted);
}

function cipherOf(oid: string): CbcCipher {
  return (
    (Object.hasOwn(cipherTable, oid) ? cipherTable[oid] : undefined) ??
    refuse('unsupportedCipher', { name: cipherName(oid) })
  );
}

async function decryptGcm(
  format: KeyFormat,
  key: Bytes,
  parameters: DerReader,
  encrypted: Uint8Array,
): Promise<Bytes> {
  const nonce = parameters.octets();
  if (nonce.length < 8 || encrypted.length < 16) throw new FormatFault('malformed');
  const { gcm } = await import('@noble/ciphers/aes.js');
  try {
    return gcm(key, nonce).decrypt(encrypted).slice();
  } catch {
    return refuse('passphraseWrong', { format });
  }
}

/** RFC 8018 appendix B.2.3: small numbers of effective bits are given by numbers that stand for them. */
const rc2Versions: Readonly<Record<number, number>> = { 160: 40, 120: 64, 58: 128 };

function readRc2(parameters: DerReader): { cipher: CbcCipher; iv: Uint8Array } {
  const version = parameters.count();
  const bits = rc2Versions[version] ?? version;
  // The library has whole octets of effective bits only; nobody is known to write others.
  if (bits < 40 || bits > 1024 || bits % 8 !== 0) refuse('unsupportedCipher', { name: `RC2-${bits}-CBC` });
  return { cipher: rc2Cbc(bits), iv: parameters.octets() };
}

const pbkdf2Oid = '1.2.840.113549.1.5.12';
const scryptOid = '1.3.6.1.4.1.11591.4.11';

/** The key derivation an AlgorithmIdentifier names: PBKDF2 (RFC 8018 appendix A.2) or scrypt (RFC 7914 §7.1). */
export function readDerivation(identifier: DerReader, context: ReadingContext): Derivation {
  const oid = identifier.oid();
  if (oid === pbkdf2Oid) return readPbkdf2(identifier.enter(), context);
  if (oid === scryptOid) return readScrypt(identifier.enter(), context);
  return refuse('unsupportedCipher', { name: cipherName(oid) });
}

function readPbkdf2(parameters: DerReader, context: ReadingContext): Derivation {
  const salt = parameters.octets();
  const iterations = parameters.count();
  const length = readKeyLength(parameters);
  const prf = parameters.isAtEnd ? '1.2.840.113549.2.7' : parameters.enter().oid();
  const hash = Object.hasOwn(prfs, prf) ? prfs[prf] : undefined;
  if (!hash) return refuse('unsupportedCipher', { name: prf });
  if (iterations < 1) throw new FormatFault('malformed');
  const derive: Derivation['derive'] = (password, wanted) => {
    context.spend('PBKDF2', iterations, derivationLimits.pbkdf2);
    return pbkdf2(hash, password, salt, iterations, wanted);
  };
  return { derive, length };
}

/** No hash of a MAC has larger blocks, so no longer key makes sense. */
const longestKey = 144;

function readKeyLength(parameters: DerReader): number | undefined {
  if (parameters.isAtEnd || parameters.nextTag !== derTag.integer) return undefined;
  const length = parameters.count();
  if (length < 1 || length > longestKey) throw new FormatFault('malformed');
  return length;
}

function readScrypt(parameters: DerReader, context: ReadingContext): Derivation {
  const salt = parameters.octets();
  const [N, r, p] = [parameters.count(), parameters.count(), parameters.count()];
  if (N < 2 || !Number.isInteger(Math.log2(N)) || r < 1 || p < 1) throw new FormatFault('malformed');
  const length = readKeyLength(parameters);
  const derive: Derivation['derive'] = async (password, wanted) => {
    context.spend('scrypt', N * r * p, derivationLimits.scryptBlocks);
    context.allow('scrypt', 128 * N * r, derivationLimits.scryptMemory);
    const { scryptAsync } = await import('@noble/hashes/scrypt.js');
    const maxmem = 2 * derivationLimits.scryptMemory;
    return (await scryptAsync(password, salt, { N, r, p, dkLen: wanted, maxmem })).slice();
  };
  return { derive, length };
}
