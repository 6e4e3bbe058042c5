import type { Bytes } from '../encoding/bytes';
import { isDerCertificate, loadDerPublicKey } from './cryptography/derKeys';
import { isRaised, type Raised } from './exceptions';
import { decodeJsonBytes } from './python/pythonDecode';
import { readPythonJson } from './python/pythonJsonRead';
import { isDict, isList, type PythonValue } from './python/pythonValue';
import { refuse } from './refusals';

/** What PyJWT refuses as a secret, because a verifier that takes it could be made to take a public key for one. */
export function guardSecret(secret: Bytes): Raised | undefined {
  if (secret.length === 0) return refuse('secretEmpty');
  const text = latin1(secret);
  if (isPem(text) || sshTypes.some((type) => text.startsWith(type)) || isDerKey(secret))
    return refuse('secretIsKey');
  return holdsJwk(secret) ? refuse('secretIsJwk') : undefined;
}

/** Labels of PEM that betray a key or certificate; others pass. */
const labels = [
  'CERTIFICATE',
  'TRUSTED CERTIFICATE',
  'PRIVATE KEY',
  'PUBLIC KEY',
  'ENCRYPTED PRIVATE KEY',
  'OPENSSH PRIVATE KEY',
  'DSA PRIVATE KEY',
  'RSA PRIVATE KEY',
  'RSA PUBLIC KEY',
  'EC PRIVATE KEY',
  'DH PARAMETERS',
  'NEW CERTIFICATE REQUEST',
  'CERTIFICATE REQUEST',
  'SSH2 PUBLIC KEY',
  'SSH2 ENCRYPTED PRIVATE KEY',
  'X509 CRL',
];
const marker = new RegExp(`(?=(----[- ](BEGIN|END) (${labels.join('|')})[- ]----))`, 'g');

/** A BEGIN marker anywhere, and somewhere behind it an END marker of the same label; what stands between is not looked at. */
function isPem(text: string): boolean {
  const begun = new Map<string, number>();
  for (const { 1: whole = '', 2: side, 3: label = '', index } of text.matchAll(marker)) {
    if (side === 'BEGIN') begun.set(label, index + whole.length);
    else if ((begun.get(label) ?? Infinity) < index) return true;
  }
  return false;
}

/** Only where they stand first: white space before them lets the text pass. */
const sshTypes = [
  'ssh-ed25519',
  'ssh-rsa',
  'ssh-dss',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
];

function isDerKey(secret: Bytes): boolean {
  // Every structure that is looked for is a SEQUENCE.
  return secret[0] === 0x30 && (!isRaised(loadDerPublicKey(secret)) || isDerCertificate(secret));
}

/** Whether the octets are JSON with an object that has a `kty`, at any depth. */
function holdsJwk(secret: Bytes): boolean {
  const value = readPythonJson(secret, 'zero');
  if (isRaised(value, 'RecursionError')) return looksLikeDeepJwk(secret);
  return !isRaised(value) && hasKty(value);
}

function hasKty(value: PythonValue): boolean {
  if (isDict(value)) return value.has('kty') || [...value.values()].some(hasKty);
  return isList(value) && value.some(hasKty);
}

/** JSON too deep for Python to read: an object is refused as it stands, an array where some member name in it is `kty`. */
function looksLikeDeepJwk(secret: Bytes): boolean {
  const text = decodeJsonBytes(secret);
  if (isRaised(text)) return false;
  const start = text.replace(/^[\ufeff \t\r\n]+/, '');
  return start.startsWith('{') || (start.startsWith('[') && namesKty(text));
}

function namesKty(text: string): boolean {
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    const literal = /"(?:[^"\\]|\\[^])*"/y;
    literal.lastIndex = at;
    const match = literal.exec(text);
    if (!match) return false;
    at += match[0].length;
    if (/^[ \t\r\n]*:/.test(text.slice(at, at + nameGap)) && readPythonJson(match[0]) === 'kty') return true;
  }
  return false;
}

/** White space between a name and its colon that is looked through. */
const nameGap = 1024;

function latin1(octets: Uint8Array): string {
  let text = '';
  for (const octet of octets) text += String.fromCharCode(octet);
  return text;
}
