import { bitLength } from '../../crypto/integers';
import { isRaised, Raised } from '../exceptions';
import { lenientBase64 } from '../python/pythonBase64';
import { joseCurve } from './curveNames';
import { publicEcKey } from './ecPoints';
import type { LoadedKey } from './loadedKey';
import { publicOkpKey } from './okpKeys';
import { checkedPublicRsaKey } from './rsaKeys';
import { SshFields } from './sshFields';
import { attempt, malformed, unreadableKey } from './unreadable';

const certificateSuffix = '-cert-v01@openssh.com';

type Reader = (fields: SshFields) => LoadedKey | Raised;

/** Key type -> how its fields are read (RFC 4253 §6.6, RFC 5656 §3.1, RFC 8709 §4). */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['ssh-rsa', readRsa],
  ['ssh-dss', readDsa],
  ['ssh-ed25519', (fields) => publicOkpKey('Ed25519', fields.string())],
  ['ecdsa-sha2-nistp256', (fields) => readEcdsa(fields, 'nistp256', 'P-256')],
  ['ecdsa-sha2-nistp384', (fields) => readEcdsa(fields, 'nistp384', 'P-384')],
  ['ecdsa-sha2-nistp521', (fields) => readEcdsa(fields, 'nistp521', 'P-521')],
]);

/** `load_ssh_public_key`: one line of OpenSSH, certificates too. What follows the second word is not looked at. */
export function loadSshPublicKey(octets: Uint8Array): LoadedKey | Raised {
  let text = '';
  for (const octet of octets) text += String.fromCharCode(octet);
  const [, type, body] = /^([^ \t\n\r\f\v]+)[ \t]+([^ \t\n\r\f\v]+)/.exec(text) ?? [];
  if (type === undefined || body === undefined) return new Raised('ValueError', 'Invalid line format');
  const isCertificate = type.endsWith(certificateSuffix);
  const reader = readers.get(isCertificate ? type.slice(0, -certificateSuffix.length) : type);
  if (!reader) return new Raised('UnsupportedAlgorithm', `Unsupported key type: b'${type}'`, 'prefix');
  const blob = lenientBase64(
    Uint8Array.from(body, (character) => character.charCodeAt(0)),
    { urlSafe: false },
  );
  if (isRaised(blob)) return new Raised('ValueError', 'Invalid key format');
  return attempt(() => readBlob(blob, type, reader, isCertificate)) ?? unreadableKey();
}

function readBlob(
  blob: Uint8Array,
  type: string,
  reader: Reader,
  isCertificate: boolean,
): LoadedKey | Raised {
  const fields = new SshFields(blob);
  if (fields.text() !== type) malformed();
  if (isCertificate) fields.string();
  const key = reader(fields);
  if (isCertificate) skipCertificate(fields);
  if (!isRaised(key) && !fields.isAtEnd) malformed();
  return key;
}

function readRsa(fields: SshFields): LoadedKey | Raised {
  const e = fields.integer();
  return checkedPublicRsaKey(fields.integer(), e);
}

/** Only 1024 bits, and numbers that can be a domain of DSA. */
function readDsa(fields: SshFields): LoadedKey {
  const [p, q, g] = [fields.integer(), fields.integer(), fields.integer()];
  fields.integer();
  const isDomain = bitLength(p) === 1024 && [160, 224, 256].includes(bitLength(q)) && g > 1n && g < p;
  return isDomain ? { family: 'DSA', isPrivate: false } : malformed();
}

function readEcdsa(fields: SshFields, sshName: string, crv: string): LoadedKey | Raised {
  const name = fields.text();
  const point = fields.string();
  if (name !== sshName) malformed();
  if (point[0] !== 4) return new Raised('NotImplementedError', 'Need uncompressed point', 'prefix');
  return publicEcKey(joseCurve(crv) ?? malformed(), point);
}

/** serial, type, id, principals, two times, options, extensions, reserved, signing key, signature: all there, none judged. */
function skipCertificate(fields: SshFields): void {
  fields.skip(8 + 4);
  fields.string();
  fields.string();
  fields.skip(8 + 8);
  for (let field = 0; field < 5; field++) fields.string();
}
