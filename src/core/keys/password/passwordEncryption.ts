import { utf8Bytes, type Bytes } from '../../encoding/bytes';
import type { DerReader } from '../../encoding/der';
import { FormatFault } from '../../encoding/formatFault';
import type { KeyFormat } from '../key';
import type { ReadingContext } from '../readingContext';
import { refuse } from '../refusal';
import { aesCbc, decryptPadded, desCbc, rc2Cbc, twoKeys, type CbcCipher } from './blockCiphers';
import { cipherName } from './cipherNames';
import { derivationLimits } from './derivationLimits';
import { decryptPbes2 } from './pbes2';

const pbes2Oid = '1.2.840.113549.1.5.13';

/** RFC 8018 appendix A.3: PBES1, whose hash gives eight bytes of key and eight of initialization vector. */
const pbes1: Readonly<Record<string, { hash: 'MD5' | 'SHA-1'; cipher: CbcCipher }>> = {
  '1.2.840.113549.1.5.3': { hash: 'MD5', cipher: desCbc(8) },
  '1.2.840.113549.1.5.6': { hash: 'MD5', cipher: rc2Cbc(64) },
  '1.2.840.113549.1.5.10': { hash: 'SHA-1', cipher: desCbc(8) },
  '1.2.840.113549.1.5.11': { hash: 'SHA-1', cipher: rc2Cbc(64) },
};

/** RFC 7292 appendix C: with SHA-1 and the PKCS#12 derivation. */
const pkcs12: Readonly<Record<string, { cipher: CbcCipher; keyBytes: number }>> = {
  '1.2.840.113549.1.12.1.3': { cipher: desCbc(24), keyBytes: 24 },
  '1.2.840.113549.1.12.1.4': { cipher: desCbc(24), keyBytes: 16 },
  '1.2.840.113549.1.12.1.5': { cipher: rc2Cbc(128), keyBytes: 16 },
  '1.2.840.113549.1.12.1.6': { cipher: rc2Cbc(40), keyBytes: 5 },
};

/**
 * Deciphers what an AlgorithmIdentifier (its members in the reader) and a passphrase enciphered. A wrong passphrase is
 * told by the padding or the authentication tag; one time in a few hundred it is not, and what comes out is nonsense.
 */
export async function decryptWithPassword(
  format: KeyFormat,
  identifier: DerReader,
  encrypted: Uint8Array,
  passphrase: string,
  context: ReadingContext,
): Promise<Bytes> {
  const oid = identifier.oid();
  if (oid === pbes2Oid) return decryptPbes2(format, identifier.enter(), encrypted, passphrase, context);
  const old = Object.hasOwn(pbes1, oid) ? pbes1[oid] : undefined;
  if (old) {
    const { salt, rounds } = readRounds('PBKDF1', identifier.enter(), context);
    const { pbkdf1 } = await import('./repeatedHash');
    const both = await pbkdf1(old.hash, utf8Bytes(passphrase), salt, rounds);
    return decryptPadded(format, old.cipher, both.subarray(0, 8), both.subarray(8, 16), encrypted);
  }
  const own = Object.hasOwn(pkcs12, oid) ? pkcs12[oid] : undefined;
  if (!own) return refuse('unsupportedCipher', { name: cipherName(oid) });
  const { salt, rounds } = readRounds('PKCS#12', identifier.enter(), context);
  const { bmpPassword, pkcs12Key, pkcs12Purpose } = await import('./repeatedHash');
  const { cipher, keyBytes } = own;
  const decryptWith = async (password: Uint8Array): Promise<Bytes> => {
    const key = await pkcs12Key('SHA-1', password, salt, rounds, pkcs12Purpose.key, keyBytes);
    const iv = await pkcs12Key('SHA-1', password, salt, rounds, pkcs12Purpose.iv, cipher.blockBytes);
    return decryptPadded(
      format,
      cipher,
      keyBytes === 16 && cipher.keyBytes === 24 ? twoKeys(key) : key,
      iv,
      encrypted,
    );
  };
  if (passphrase !== '') return decryptWith(bmpPassword(passphrase));
  // An empty password is two zero octets to some tools and no octets at all to others.
  return decryptWith(bmpPassword('')).catch(() => decryptWith(new Uint8Array()));
}

function readRounds(
  derivation: string,
  parameters: DerReader,
  context: ReadingContext,
): { readonly salt: Uint8Array; readonly rounds: number } {
  const [salt, rounds] = [parameters.octets(), parameters.count()];
  if (rounds < 1) throw new FormatFault('malformed');
  context.spend(derivation, rounds, derivationLimits.repeatedHash);
  return { salt, rounds };
}

/** Ciphers of old PEM files, by the name in their DEK-Info header (RFC 1423 §1.1 and OpenSSL). */
export const legacyPemCiphers: ReadonlyMap<string, CbcCipher> = new Map([
  ['AES-128-CBC', aesCbc(16)],
  ['AES-192-CBC', aesCbc(24)],
  ['AES-256-CBC', aesCbc(32)],
  ['DES-CBC', desCbc(8)],
  ['DES-EDE3-CBC', desCbc(24)],
  ['RC2-CBC', rc2Cbc(128)],
  ['RC2-64-CBC', rc2Cbc(64)],
  ['RC2-40-CBC', rc2Cbc(40)],
]);
