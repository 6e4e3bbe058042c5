import { DerReader, derTag } from '../../encoding/der';
import type { Raised } from '../exceptions';
import { rsaPublicKey, subjectPublicKeyInfo } from './keyStructures';
import type { LoadedKey } from './loadedKey';
import { attempt, malformed, unreadableKey } from './unreadable';

/** `load_der_public_key`: SubjectPublicKeyInfo, else PKCS#1. Octets behind it are not looked at. */
export function loadDerPublicKey(octets: Uint8Array): LoadedKey | Raised {
  return (
    attempt(() => subjectPublicKeyInfo(octets)) ?? attempt(() => rsaPublicKey(octets)) ?? unreadableKey()
  );
}

/** Whether `load_der_x509_certificate` reads the octets: a certificate in form, whatever it says (RFC 5280 §4.1). */
export function isDerCertificate(octets: Uint8Array): boolean {
  return attempt(() => readCertificate(octets)) ?? false;
}

function readCertificate(octets: Uint8Array): true {
  const outer = new DerReader(octets);
  const certificate = outer.enter();
  const signed = certificate.enter();
  const version = signed.optional(0xa0);
  if (version) readVersion(signed.inside(version));
  signed.take(derTag.integer);
  readAlgorithm(signed);
  readName(signed);
  const validity = signed.enter();
  readTime(validity);
  readTime(validity);
  readName(signed);
  const key = signed.enter();
  readAlgorithm(key);
  key.bits();
  for (const uniqueId of [0x81, 0x82]) signed.optional(uniqueId);
  const extensions = signed.optional(0xa3);
  if (extensions) readExtensions(signed.inside(extensions).enter());
  readAlgorithm(certificate);
  certificate.bits();
  return [outer, certificate, signed, validity, key].every((reader) => reader.isAtEnd) || malformed();
}

function readVersion(version: DerReader): void {
  if (version.take(derTag.integer).content.length !== 1 || !version.isAtEnd) malformed();
}

function readAlgorithm(reader: DerReader): void {
  reader.enter().oid();
}

function readExtensions(extensions: DerReader): void {
  while (!extensions.isAtEnd) {
    const extension = extensions.enter();
    extension.oid();
    extension.optional(derTag.boolean);
    extension.octets();
    if (!extension.isAtEnd) malformed();
  }
}

function readName(reader: DerReader): void {
  const name = reader.enter();
  while (!name.isAtEnd) {
    const set = name.enter(derTag.set);
    while (!set.isAtEnd) set.enter().oid();
  }
}

/** UTCTime or GeneralizedTime. */
function readTime(reader: DerReader): void {
  if (!reader.optional(0x17)) reader.take(0x18);
}
