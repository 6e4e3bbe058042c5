import { equalInConstantTime } from '../../crypto/constantTime';
import { utf8Bytes, type Bytes } from '../../encoding/bytes';
import type { DerReader } from '../../encoding/der';
import { derivationLimits } from '../password/derivationLimits';
import { readDerivation } from '../password/pbes2';
import type { PasswordHashName } from '../password/passwordHashes';
import type { ReadingContext } from '../readingContext';
import { refuse } from '../refusal';

/** Digests that PKCS#12 files are authenticated with (RFC 8017 appendix B.1). */
const hashes: Readonly<Record<string, PasswordHashName>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};
/** HMAC of RFC 8018 appendix B.1.2, as PBMAC1 names it. */
const hmacs: Readonly<Record<string, PasswordHashName>> = {
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.8': 'SHA-224',
  '1.2.840.113549.2.9': 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
};
const pbmac1Oid = '1.2.840.113549.1.5.14';

/** Whether the passphrase is the one the file was closed with. */
export type MacCheck = (passphrase: string) => Promise<boolean>;

/** The check that MacData makes possible (RFC 7292 §4 and appendix B, RFC 9579 for PBMAC1), of which the reader gives the members. */
export function readMac(macData: DerReader, content: Uint8Array, context: ReadingContext): MacCheck {
  const digestInfo = macData.enter();
  const identifier = digestInfo.enter();
  const oid = identifier.oid();
  const expected = digestInfo.octets();
  if (oid === pbmac1Oid) return readPbmac1(identifier.enter(), expected, content, context);
  const hash = Object.hasOwn(hashes, oid) ? hashes[oid] : undefined;
  if (!hash) return refuse('unsupportedCipher', { name: oid });
  const salt = macData.octets();
  const rounds = macData.isAtEnd ? 1 : macData.count();
  return async (passphrase) => {
    const { bmpPassword, pkcs12Key, pkcs12Purpose } = await import('../password/repeatedHash');
    // An empty password is two zero octets to some tools and no octets at all to others.
    const passwords = passphrase === '' ? [bmpPassword(''), new Uint8Array()] : [bmpPassword(passphrase)];
    for (const password of passwords) {
      context.spend('PKCS#12', rounds, derivationLimits.repeatedHash);
      const key = await pkcs12Key(hash, password, salt, rounds, pkcs12Purpose.mac, expected.length);
      if (equalInConstantTime(await hmac(hash, key, content), expected)) return true;
    }
    return false;
  };
}

function readPbmac1(
  parameters: DerReader,
  expected: Uint8Array,
  content: Uint8Array,
  context: ReadingContext,
): MacCheck {
  const { derive, length } = readDerivation(parameters.enter(), context);
  const oid = parameters.enter().oid();
  const hash = Object.hasOwn(hmacs, oid) ? hmacs[oid] : undefined;
  if (!hash) return refuse('unsupportedCipher', { name: oid });
  return async (passphrase) => {
    const key = await derive(utf8Bytes(passphrase), length ?? expected.length);
    return equalInConstantTime(await hmac(hash, key, content), expected);
  };
}

async function hmac(hash: PasswordHashName, key: Bytes, content: Uint8Array): Promise<Uint8Array> {
  const [{ hmac: hmacOf }, { passwordHash }] = await Promise.all([
    import('@noble/hashes/hmac.js'),
    import('../password/passwordHashes'),
  ]);
  return hmacOf(passwordHash(hash), key, content);
}
