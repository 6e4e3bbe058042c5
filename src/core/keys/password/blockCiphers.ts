import { concatBytes, octetAt, ownBytes, type Bytes } from '../../encoding/bytes';
import { FormatFault } from '../../encoding/formatFault';
import { refuse } from '../refusal';
import type { ForgeCipher } from 'node-forge/lib/cipher.js';
import type { KeyFormat } from '../key';

/** A block cipher in CBC mode, as key files use it; each is loaded when a file first needs it. */
export interface CbcCipher {
  readonly name: string;
  readonly keyBytes: number;
  readonly blockBytes: number;
  /** Deciphers whole blocks and leaves the padding on. */
  decrypt(key: Uint8Array, iv: Uint8Array, blocks: Uint8Array): Promise<Bytes>;
}

/** AES of a key of 16, 24 or 32 bytes (FIPS 197, SP 800-38A §6.2). */
export function aesCbc(keyBytes: 16 | 24 | 32): CbcCipher {
  return {
    name: `AES-${8 * keyBytes}-CBC`,
    keyBytes,
    blockBytes: 16,
    async decrypt(key, iv, blocks) {
      const { cbc } = await import('@noble/ciphers/aes.js');
      return ownBytes(cbc(key, iv, { disablePadding: true }).decrypt(blocks));
    },
  };
}

/** DES, and triple DES with three keys (FIPS 46-3). Broken or old; here only to open files of old. */
export function desCbc(keyBytes: 8 | 24): CbcCipher {
  return {
    name: keyBytes === 8 ? 'DES-CBC' : 'DES-EDE3-CBC',
    keyBytes,
    blockBytes: 8,
    async decrypt(key, iv, blocks) {
      const { default: des } = await import('node-forge/lib/des.js');
      return runForge(des.createDecryptionCipher(latin1(key), 'CBC'), iv, blocks);
    },
  };
}

/** RC2 (RFC 2268) of so many effective bits; the key has as many, unless more bytes are given. */
export function rc2Cbc(effectiveBits: number, keyBytes = effectiveBits / 8): CbcCipher {
  return {
    name: `RC2-${effectiveBits}-CBC`,
    keyBytes,
    blockBytes: 8,
    async decrypt(key, iv, blocks) {
      const { default: rc2 } = await import('node-forge/lib/rc2.js');
      return runForge(rc2.createDecryptionCipher(latin1(key), effectiveBits), iv, blocks);
    },
  };
}

async function runForge(cipher: ForgeCipher, iv: Uint8Array, blocks: Uint8Array): Promise<Bytes> {
  const { default: util } = await import('node-forge/lib/util.js');
  cipher.start(latin1(iv));
  cipher.update(util.createBuffer(latin1(blocks)));
  // Asked what to do about the padding, we say that it is done: we look at it ourselves.
  cipher.finish(() => true);
  return octetsOf(cipher.output.getBytes());
}

/** Deciphers and takes the padding of RFC 5652 §6.3 off; where it is none, the passphrase was wrong. */
export async function decryptPadded(
  format: KeyFormat,
  cipher: CbcCipher,
  key: Uint8Array,
  iv: Uint8Array,
  encrypted: Uint8Array,
): Promise<Bytes> {
  const { blockBytes } = cipher;
  if (iv.length !== blockBytes) throw new FormatFault('malformed');
  if (encrypted.length === 0 || encrypted.length % blockBytes !== 0) throw new FormatFault('truncated');
  const blocks = await cipher.decrypt(key, iv, encrypted);
  const padding = octetAt(blocks, blocks.length - 1);
  const isPadding = padding >= 1 && padding <= blockBytes;
  if (!isPadding || blocks.subarray(-padding).some((octet) => octet !== padding))
    refuse('passphraseWrong', { format });
  return blocks.slice(0, blocks.length - padding);
}

function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  return parts.join('');
}

function octetsOf(text: string): Bytes {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Triple DES under two keys: the first serves again as the third. */
export function twoKeys(key: Uint8Array): Bytes {
  return concatBytes(key, key.subarray(0, 8));
}
