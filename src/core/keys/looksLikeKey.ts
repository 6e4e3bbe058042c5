/** How the texts of keys begin; nothing that begins so was meant to be a password. */
const beginnings: readonly RegExp[] = [
  /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d{3}|sk-[a-z0-9-]{1,30}@openssh\.com) AAAA/,
  /^PuTTY-User-Key-File-\d:/,
];
/** Armour may stand anywhere: behind comments, in quotes. */
const armour = /-----BEGIN [A-Z0-9 ]{1,40}-----|---- BEGIN SSH2 PUBLIC KEY ----/;
/** A public or private JWK has `kty` and is no secret; an `oct` JWK is one, yet its text is not the secret. */
const jwkMember = /^\{[^]{0,4000}"kty"\s{0,20}:/;

/**
 * Whether octets taken for a secret are the text of a key: PEM, SSH, PuTTY or JWK. Such a text must never become an HMAC
 * secret: whoever knows the public key could sign (the algorithm confusion of RFC 8725 §2.1).
 */
export function looksLikeKeyText(octets: Uint8Array): boolean {
  const head = new TextDecoder('utf-8').decode(octets.subarray(0, 65_536)).trimStart();
  return armour.test(head) || jwkMember.test(head) || beginnings.some((beginning) => beginning.test(head));
}
