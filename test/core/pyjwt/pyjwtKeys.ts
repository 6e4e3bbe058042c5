import type { KeyObject } from 'node:crypto';
import { utf8Bytes, type Bytes } from '../../../src/core/encoding/bytes';
import type { Curve } from '../../../src/core/jose/algorithms';
import { dict } from './pyjwtCalls';
import { aPair } from '../../support/keyMaterial';
import type { PythonDict } from '../../../src/core/pyjwt/python/pythonValue';

export type Kind = Curve | `RSA-${number}`;

/** A public key as PEM: SubjectPublicKeyInfo unless PKCS#1 is asked for. */
export function publicPem(kind: Kind, type: 'spki' | 'pkcs1' = 'spki'): string {
  return aPair(kind).publicKey.export({ type, format: 'pem' }).toString();
}

/** A private key as PEM: PKCS#8 unless an older form is asked for. */
export function privatePem(kind: Kind, type: 'pkcs8' | 'pkcs1' | 'sec1' = 'pkcs8'): string {
  return aPair(kind).privateKey.export({ type, format: 'pem' }).toString();
}

/** The octets inside a PEM block. */
export function derOf(pem: string): Bytes {
  return new Uint8Array(Buffer.from(pem.replace(/-----[^-]*-----/g, ''), 'base64'));
}

/** Octets in PEM armour of a label. */
export function pemOf(label: string, octets: Uint8Array): string {
  const lines =
    Buffer.from(octets)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** A JWK of a pair's half, as Node writes it, with members put over it. */
export function jwkOf(kind: Kind, half: 'public' | 'private', members: object = {}): PythonDict {
  const key: KeyObject = half === 'public' ? aPair(kind).publicKey : aPair(kind).privateKey;
  return dict({ ...key.export({ format: 'jwk' }), ...members });
}

/** One line of OpenSSH with these fields behind its type. */
export function sshLine(type: string, ...fields: readonly Uint8Array[]): string {
  const parts = [utf8Bytes(type), ...fields].flatMap((field) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(field.length);
    return [length, field];
  });
  return `${type} ${Buffer.concat(parts).toString('base64')} someone@somewhere`;
}

/** The SSH line of a pair's public key. */
export function sshOf(kind: Kind): string {
  const { material } = aPair(kind);
  if (material.kty === 'RSA') return sshLine('ssh-rsa', material.e, Uint8Array.of(0, ...material.n));
  if (material.kty === 'OKP') return sshLine('ssh-ed25519', material.x);
  if (material.kty !== 'EC') throw new Error('no such key in SSH');
  const name = `nistp${material.crv.slice(2)}`;
  const point = Uint8Array.of(4, ...material.x, ...material.y);
  return sshLine(`ecdsa-sha2-${name}`, utf8Bytes(name), point);
}
