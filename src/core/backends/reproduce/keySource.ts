import { utf8Text } from '../../encoding/utf8';
import { hasPrivate } from '../../keys/jwk';
import type { Key, KeyFormat } from '../../keys/key';

/** How a program comes by a key: from an environment variable, or from a file of some format that one names. */
export type KeySource =
  | 'secretText'
  | 'secretBase64'
  | 'secretJwk'
  | 'publicJwk'
  | 'privateJwk'
  | 'publicPem'
  | 'certificate'
  | 'privatePem'
  | 'encryptedPem'
  | 'sshPublic'
  | 'sshPrivate'
  /** To be written as PEM first. */
  | 'otherFile';

const byFormat: Readonly<Record<Exclude<KeyFormat, 'jwk'>, KeySource>> = {
  secret: 'secretBase64',
  spki: 'publicPem',
  'pkcs1-public': 'publicPem',
  x509: 'certificate',
  'pkcs1-private': 'privatePem',
  pkcs8: 'privatePem',
  sec1: 'privatePem',
  'pkcs8-encrypted': 'encryptedPem',
  'pem-encrypted': 'encryptedPem',
  'openssh-public': 'sshPublic',
  'openssh-private': 'sshPrivate',
  rfc4716: 'otherFile',
  pkcs12: 'otherFile',
  pkcs7: 'otherFile',
  putty: 'otherFile',
};

/** How a program of the user's would come by this key. */
export function keySource({ material, format, span }: Key): KeySource {
  if (format === 'jwk')
    return material.kty === 'oct' ? 'secretJwk' : hasPrivate(material) ? 'privateJwk' : 'publicJwk';
  if (material.kty === 'oct') {
    // An environment variable is a text without NUL.
    const text = utf8Text(material.k);
    return text === undefined || text.includes('\0') ? 'secretBase64' : 'secretText';
  }
  const source = byFormat[format];
  // PEM has a place in its text; a key without one stands in a file of octets (DER).
  return span === undefined && !source.startsWith('ssh') ? 'otherFile' : source;
}

/** Whether the source holds a private key, of which only the public half is used. */
export function isPrivateSource(source: KeySource): boolean {
  return ['privateJwk', 'privatePem', 'encryptedPem', 'sshPrivate'].includes(source);
}

/** Whether Node.js cannot read the file. */
export function isPemAsked(source: KeySource): boolean {
  return ['sshPublic', 'sshPrivate', 'otherFile'].includes(source);
}
