/** The modules of node-forge that we load, and of them only what we call. Its octets are strings of Latin-1 characters. */
declare module 'node-forge/lib/cipher.js' {
  export interface ForgeCipher {
    start(iv: string): void;
    update(input: { getBytes(): string }): void;
    finish(pad?: () => boolean): boolean;
    readonly output: { getBytes(): string };
  }
}
declare module 'node-forge/lib/util.js' {
  const util: { createBuffer(octets: string): { getBytes(): string } };
  export = util;
}
declare module 'node-forge/lib/des.js' {
  import type { ForgeCipher } from 'node-forge/lib/cipher.js';
  const des: { createDecryptionCipher(key: string, mode: 'CBC'): ForgeCipher };
  export = des;
}
declare module 'node-forge/lib/rc2.js' {
  import type { ForgeCipher } from 'node-forge/lib/cipher.js';
  const rc2: { createDecryptionCipher(key: string, effectiveBits: number): ForgeCipher };
  export = rc2;
}
