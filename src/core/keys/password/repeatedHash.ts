import { concatBytes, octetAt, ownBytes, utf8Bytes, type Bytes } from '../../encoding/bytes';
import { passwordHash, type PasswordHash, type PasswordHashName } from './passwordHashes';

/** After so many rounds other work gets its turn. */
const slice = 20_000;

/** Hashes again and again; about a microsecond each. */
async function repeat(hash: PasswordHash, first: Uint8Array, rounds: number): Promise<Uint8Array> {
  let state = hash(first);
  for (let round = 1; round < rounds; round++) {
    state = hash(state);
    if (round % slice === 0) await new Promise((resolve) => void setTimeout(() => resolve(undefined)));
  }
  return state;
}

/** PBKDF1 (RFC 8018 §5.1), the whole of its hash. */
export function pbkdf1(
  hash: 'MD5' | 'SHA-1',
  password: Uint8Array,
  salt: Uint8Array,
  rounds: number,
): Promise<Uint8Array> {
  return repeat(passwordHash(hash), concatBytes(password, salt), rounds);
}

/** How old PEM files make their key: MD5 over the hash before, the passphrase and the salt (OpenSSL's EVP_BytesToKey). */
export function opensslKey(passphrase: string, salt: Uint8Array, length: number): Bytes {
  const md5 = passwordHash('MD5');
  let key: Bytes = new Uint8Array();
  let last: Uint8Array = new Uint8Array();
  while (key.length < length) {
    last = md5(concatBytes(last, utf8Bytes(passphrase), salt));
    key = concatBytes(key, last);
  }
  return key.slice(0, length);
}

/** What the octets made by the PKCS#12 derivation are for (RFC 7292 appendix B.3). */
export const pkcs12Purpose = { key: 1, iv: 2, mac: 3 } as const;

/** The PKCS#12 key derivation (RFC 7292 appendix B.2); the password is a BMPString already. */
export async function pkcs12Key(
  hash: PasswordHashName,
  password: Uint8Array,
  salt: Uint8Array,
  rounds: number,
  purpose: (typeof pkcs12Purpose)[keyof typeof pkcs12Purpose],
  length: number,
): Promise<Bytes> {
  const digest = passwordHash(hash);
  const { blockLen: block } = digest;
  const diversifier = new Uint8Array(block).fill(purpose);
  const input = concatBytes(fill(salt, block), fill(password, block));
  const parts: Uint8Array[] = [];
  for (let made = 0; made < length; made += digest.outputLen) {
    const part = await repeat(digest, concatBytes(diversifier, input), rounds);
    parts.push(part);
    addToBlocks(input, fill(part, block).subarray(0, block), block);
  }
  return ownBytes(concatBytes(...parts).slice(0, length));
}

/** The octets, over and over, up to a whole number of blocks. */
function fill(octets: Uint8Array, block: number): Uint8Array {
  const length = block * Math.ceil(octets.length / block);
  return Uint8Array.from({ length }, (_, index) => octetAt(octets, index % octets.length));
}

/** Adds the number, and one, to every block, as big-endian numbers. */
function addToBlocks(input: Uint8Array, number: Uint8Array, block: number): void {
  for (let start = 0; start < input.length; start += block) {
    let carry = 1;
    for (let at = block - 1; at >= 0; at--) {
      const sum = octetAt(input, start + at) + octetAt(number, at) + carry;
      input[start + at] = sum & 0xff;
      carry = sum >> 8;
    }
  }
}

/** A password as PKCS#12 has it: UTF-16, most significant octet first, with a closing zero (RFC 7292 appendix B.1). */
export function bmpPassword(passphrase: string): Bytes {
  const octets = new Uint8Array(2 * passphrase.length + 2);
  for (let at = 0; at < passphrase.length; at++) {
    octets[2 * at] = passphrase.charCodeAt(at) >> 8;
    octets[2 * at + 1] = passphrase.charCodeAt(at) & 0xff;
  }
  return octets;
}
