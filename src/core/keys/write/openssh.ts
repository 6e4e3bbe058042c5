import { hostRandom, type Random } from '../../crypto/engine';
import { encodeBase64 } from '../../encoding/base64url';
import { concatBytes, octetAt, utf8Bytes, type Bytes } from '../../encoding/bytes';
import { pemText } from '../../encoding/pem';
import type { Key, KeyMaterial } from '../key';
import { isKeyProblem, keyProblem, type KeyProblem } from '../keyProblem';
import { recoverFactors } from '../rsa/recoverFactors';

/** Curve -> the names SSH has for the key type and the curve (RFC 5656 §6.2.1, RFC 8709 §4); OpenSSH knows no others. */
const sshNames: Readonly<Record<string, readonly [type: string, curve: string]>> = {
  'P-256': ['ecdsa-sha2-nistp256', 'nistp256'],
  'P-384': ['ecdsa-sha2-nistp384', 'nistp384'],
  'P-521': ['ecdsa-sha2-nistp521', 'nistp521'],
  Ed25519: ['ssh-ed25519', ''],
};

/** One line as in `id_rsa.pub` (RFC 4253 §6.6), with a line end; the key's comment behind it. */
export function opensshPublicLine({
  material,
  labels,
}: Pick<Key, 'material' | 'labels'>): string | KeyProblem {
  const fields = publicFields(material);
  if (isKeyProblem(fields)) return fields;
  const comment = commentOf(labels);
  return `${fields.type} ${encodeBase64(fields.blob)}${comment === '' ? '' : ` ${comment}`}\n`;
}

/** An OpenSSH private key without a passphrase (openssh-portable, PROTOCOL.key). */
export async function opensshPrivateText(
  { material, labels }: Pick<Key, 'material' | 'labels'>,
  random: Random = hostRandom,
): Promise<string | KeyProblem> {
  const fields = publicFields(material);
  if (isKeyProblem(fields)) return fields;
  const secret = await privateFields(material, fields.curve);
  if (!secret) return keyProblem('cannotWrite', { format: 'OpenSSH', because: 'publicOnly' });
  const check = random(4);
  const section = concatBytes(check, check, string(fields.type), secret, string(commentOf(labels)));
  const padding = Uint8Array.from({ length: (8 - (section.length % 8)) % 8 }, (_, index) => index + 1);
  const file = concatBytes(
    utf8Bytes('openssh-key-v1\0'),
    string('none'),
    string('none'),
    string(''),
    uint32(1),
    string(fields.blob),
    string(concatBytes(section, padding)),
  );
  return pemText('OPENSSH PRIVATE KEY', encodeBase64(file), 70);
}

function publicFields(material: KeyMaterial): { type: string; curve: string; blob: Bytes } | KeyProblem {
  if (material.kty === 'RSA')
    return {
      type: 'ssh-rsa',
      curve: '',
      blob: concatBytes(string('ssh-rsa'), mpint(material.e), mpint(material.n)),
    };
  const crv = 'crv' in material ? material.crv : '';
  const names = Object.hasOwn(sshNames, crv) ? sshNames[crv] : undefined;
  if (!names || !('x' in material))
    return keyProblem('cannotWrite', {
      format: 'OpenSSH',
      because: material.kty === 'oct' ? 'secret' : 'keyType',
    });
  const [type, curve] = names;
  const own =
    material.kty === 'EC' ? concatBytes(string(curve), string(pointOf(material))) : string(material.x);
  return { type, curve, blob: concatBytes(string(type), own) };
}

async function privateFields(material: KeyMaterial, curve: string): Promise<Bytes | undefined> {
  if (material.kty === 'RSA') {
    const crt = await recoverFactors(material);
    if (!material.private || !crt) return undefined;
    const numbers = [material.n, material.e, material.private.d, crt.qi, crt.p, crt.q];
    return concatBytes(...numbers.map(mpint));
  }
  if (material.kty === 'EC' && material.d) {
    return concatBytes(string(curve), string(pointOf(material)), mpint(material.d));
  }
  if (material.kty === 'OKP' && material.d)
    return concatBytes(string(material.x), string(concatBytes(material.d, material.x)));
  return undefined;
}

/** A comment is one line; anything that would end it early goes. */
function commentOf({ comment, kid }: Key['labels']): string {
  return (comment ?? kid ?? '').replace(/\p{Cc}+/gu, ' ').trim();
}

function pointOf({ x, y }: { readonly x: Bytes; readonly y: Bytes }): Bytes {
  return concatBytes(Uint8Array.of(4), x, y);
}

function uint32(value: number): Bytes {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function string(value: string | Bytes): Bytes {
  const octets = typeof value === 'string' ? utf8Bytes(value) : value;
  return concatBytes(uint32(octets.length), octets);
}

/** A positive mpint (RFC 4251 §5): no needless zeros, and one where the first bit is set. */
function mpint(octets: Bytes): Bytes {
  const digits = octets.slice(octets.findIndex((octet) => octet !== 0));
  return string(octetAt(digits, 0) >= 0x80 ? concatBytes(new Uint8Array(1), digits) : digits);
}
