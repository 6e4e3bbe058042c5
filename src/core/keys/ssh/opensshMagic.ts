/** How an OpenSSH private key begins (openssh-portable, PROTOCOL.key). */
export const opensshMagic = 'openssh-key-v1\0';

/** Whether octets begin as an OpenSSH private key does. Apart from its reader, so that asking loads no cipher. */
export function isOpensshPrivate(octets: Uint8Array): boolean {
  return octets.length > opensshMagic.length && beginsWithMagic(octets);
}

/** Whether octets begin so, though there may be nothing behind. */
export function beginsWithMagic(octets: Uint8Array): boolean {
  return Array.from(opensshMagic).every((character, index) => octets[index] === character.charCodeAt(0));
}
