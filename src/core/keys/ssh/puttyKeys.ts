import { concatBytes, utf8Bytes, type Bytes } from '../../encoding/bytes';
import { decodeHex } from '../../encoding/hex';
import { FormatFault } from '../../encoding/formatFault';
import { derivationLimits } from '../password/derivationLimits';
import type { ReadingContext } from '../readingContext';
import { refuse } from '../refusal';
import { headerText, type PuttyFile } from './puttyFile';

/** What a passphrase turns into for one file. */
export interface PuttyKeys {
  readonly cipherKey: Bytes;
  readonly iv: Bytes;
  /** The authentication code of octets. */
  mac(octets: Uint8Array): Promise<Uint8Array>;
}

/** Cipher and authentication keys of a PPK file: by SHA-1 in version 2, by Argon2 in version 3 (PuTTY manual, appendix C.4-5). */
export function puttyKeys(file: PuttyFile, passphrase: string, context: ReadingContext): Promise<PuttyKeys> {
  return file.version === 2 ? version2(passphrase) : version3(file, passphrase, context);
}

async function version2(passphrase: string): Promise<PuttyKeys> {
  const [{ sha1 }, { hmac }] = await Promise.all([
    import('@noble/hashes/legacy.js'),
    import('@noble/hashes/hmac.js'),
  ]);
  const secret = utf8Bytes(passphrase);
  const part = (index: number): Uint8Array => sha1(concatBytes(Uint8Array.of(0, 0, 0, index), secret));
  const macKey = sha1(concatBytes(utf8Bytes('putty-private-key-file-mac-key'), secret));
  return {
    cipherKey: concatBytes(part(0), part(1)).slice(0, 32),
    iv: new Uint8Array(16),
    mac: (octets) => Promise.resolve(hmac(sha1, macKey, octets)),
  };
}

async function version3(file: PuttyFile, passphrase: string, context: ReadingContext): Promise<PuttyKeys> {
  const made =
    file.encryption === 'none' ? new Uint8Array(80) : await argon2(file, utf8Bytes(passphrase), context);
  const macKey = file.encryption === 'none' ? new Uint8Array() : made.slice(48, 80);
  const [{ sha256 }, { hmac }] = await Promise.all([
    import('@noble/hashes/sha2.js'),
    import('@noble/hashes/hmac.js'),
  ]);
  return {
    cipherKey: made.slice(0, 32),
    iv: made.slice(32, 48),
    mac: (octets) => Promise.resolve(hmac(sha256, macKey, octets)),
  };
}

async function argon2({ headers }: PuttyFile, passphrase: Bytes, context: ReadingContext): Promise<Bytes> {
  const count = (name: string): number => {
    const value = Number(headers.get(name));
    return Number.isInteger(value) && value > 0 ? value : malformed();
  };
  const [m, t, p] = [count('Argon2-Memory'), count('Argon2-Passes'), count('Argon2-Parallelism')];
  const salt = decodeHex(headerText(headers, 'Argon2-Salt'));
  if (!salt || salt.length < 8 || p > 64 || m < 8 * p) return malformed();
  context.allow('Argon2', m, derivationLimits.argon2Memory);
  context.spend('Argon2', m * t, derivationLimits.argon2Work);
  const library = await import('@noble/hashes/argon2.js');
  const flavours: Readonly<Record<string, typeof library.argon2idAsync>> = {
    Argon2id: library.argon2idAsync,
    Argon2i: library.argon2iAsync,
    Argon2d: library.argon2dAsync,
  };
  const name = headerText(headers, 'Key-Derivation');
  const derive = Object.hasOwn(flavours, name) ? flavours[name] : undefined;
  if (!derive) return refuse('unsupportedCipher', { name });
  return (await derive(passphrase, salt, { m, t, p, dkLen: 80 })).slice();
}

function malformed(): never {
  throw new FormatFault('malformed');
}
