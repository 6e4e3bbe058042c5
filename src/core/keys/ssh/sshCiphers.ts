import { equalInConstantTime } from '../../crypto/constantTime';
import { ownBytes, type Bytes } from '../../encoding/bytes';
import { refuse } from '../refusal';
import { aesCbc, desCbc, type CbcCipher } from '../password/blockCiphers';

/** How one cipher of OpenSSH private keys is opened. */
export interface SshCipher {
  readonly keyBytes: number;
  readonly ivBytes: number;
  readonly blockBytes: number;
  /** Octets behind the data that prove it; 0 where the cipher has none. */
  readonly tagBytes: number;
  /** Deciphers a whole number of blocks. */
  decrypt(key: Uint8Array, iv: Uint8Array, data: Uint8Array, tag: Uint8Array): Promise<Bytes>;
}

/** The ciphers `ssh-keygen -Z` can write (ssh_config(5), Ciphers; PROTOCOL.chacha20poly1305). */
export const sshCiphers: ReadonlyMap<string, SshCipher> = new Map([
  ['aes128-ctr', ctr(16)],
  ['aes192-ctr', ctr(24)],
  ['aes256-ctr', ctr(32)],
  ['aes128-cbc', cbc(aesCbc(16))],
  ['aes192-cbc', cbc(aesCbc(24))],
  ['aes256-cbc', cbc(aesCbc(32))],
  ['rijndael-cbc@lysator.liu.se', cbc(aesCbc(32))],
  ['3des-cbc', cbc(desCbc(24))],
  ['aes128-gcm@openssh.com', gcm(16)],
  ['aes256-gcm@openssh.com', gcm(32)],
  ['chacha20-poly1305@openssh.com', chacha()],
]);

function ctr(keyBytes: number): SshCipher {
  return {
    keyBytes,
    ivBytes: 16,
    blockBytes: 16,
    tagBytes: 0,
    async decrypt(key, iv, data) {
      const { ctr: aesCtr } = await import('@noble/ciphers/aes.js');
      return ownBytes(aesCtr(key, iv).decrypt(data));
    },
  };
}

function cbc(cipher: CbcCipher): SshCipher {
  const { keyBytes, blockBytes } = cipher;
  return {
    keyBytes,
    ivBytes: blockBytes,
    blockBytes,
    tagBytes: 0,
    decrypt: (key, iv, data) => cipher.decrypt(key, iv, data),
  };
}

function gcm(keyBytes: number): SshCipher {
  return {
    keyBytes,
    ivBytes: 12,
    blockBytes: 16,
    tagBytes: 16,
    async decrypt(key, iv, data, tag) {
      const { gcm: aesGcm } = await import('@noble/ciphers/aes.js');
      const sealed = new Uint8Array(data.length + tag.length);
      sealed.set(data);
      sealed.set(tag, data.length);
      return authentic(() => aesGcm(key, iv).decrypt(sealed));
    },
  };
}

/**
 * ChaCha20 with a nonce of eight octets, as its author has it; the first block of the stream is Poly1305's key, the data
 * begins with the second. Of the 64 octets of key the first half is used: the other is for lengths, which files have not.
 */
function chacha(): SshCipher {
  return {
    keyBytes: 64,
    ivBytes: 0,
    blockBytes: 8,
    tagBytes: 16,
    async decrypt(key, _iv, data, tag) {
      const [{ chacha20orig }, { poly1305 }] = await Promise.all([
        import('@noble/ciphers/chacha.js'),
        import('@noble/ciphers/_poly1305.js'),
      ]);
      const [own, nonce] = [key.slice(0, 32), new Uint8Array(8)];
      const oneTimeKey = chacha20orig(own, nonce, new Uint8Array(32), undefined, 0);
      const expected = poly1305(data, oneTimeKey);
      if (!equalInConstantTime(expected, tag)) wrongPassphrase();
      return ownBytes(chacha20orig(own, nonce, data, undefined, 1));
    },
  };
}

function authentic(decrypt: () => Uint8Array): Bytes {
  try {
    return ownBytes(decrypt());
  } catch {
    return wrongPassphrase();
  }
}

function wrongPassphrase(): never {
  return refuse('passphraseWrong', { format: 'openssh-private' });
}
