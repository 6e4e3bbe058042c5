import { derTag, type DerReader } from '../../encoding/der';
import { ownBytes } from '../../encoding/bytes';
import { FormatFault } from '../../encoding/formatFault';
import { curveRow, type CurveRow } from '../curve/curves';
import { ecPair, mlDsaPair, okpPair } from '../curve/pairs';
import { ecPublic, scalar } from '../curve/points';
import type { KeyFormat, KeyLabels, KeyMaterial } from '../key';
import { mlDsaSeedBytes, mlDsaSets, type MlDsaRow } from '../mlDsa';
import { refuse } from '../refusal';
import { readEcParameters } from './ecParameters';
import { algorithmName, keyAlgorithm, type KeyAlgorithm } from './keyAlgorithms';
import { readPkcs1Private, readPkcs1Public } from './pkcs1';
import { pssAlgorithm } from './pssParameters';
import { readSec1Parts } from './sec1';

/** Key material, and the `alg` that its algorithm identifier binds it to, where it does. */
export interface KeyInfo {
  readonly material: KeyMaterial;
  readonly labels: Pick<KeyLabels, 'alg'>;
}

interface Identifier {
  readonly algorithm: KeyAlgorithm;
  readonly curve?: CurveRow;
  readonly labels: Pick<KeyLabels, 'alg'>;
}

/** SubjectPublicKeyInfo, of which the reader gives the members (RFC 5280 §4.1.2.7, RFC 5480, RFC 8410, RFC 9881). */
export async function readPublicInfo(format: KeyFormat, info: DerReader): Promise<KeyInfo> {
  const { algorithm, curve, labels } = readIdentifier(info.enter());
  return { material: await publicMaterial(format, algorithm, curve, info.bits()), labels };
}

async function publicMaterial(
  format: KeyFormat,
  algorithm: KeyAlgorithm,
  curve: CurveRow | undefined,
  bits: Uint8Array,
): Promise<KeyMaterial> {
  switch (algorithm.kind) {
    case 'rsa':
    case 'rsa-pss':
      return readPkcs1Public(format, bits);
    case 'ec':
      return ecPublic(curve ?? malformed(), bits);
    case 'okp': {
      const { crv, width } = curveRow(algorithm.crv);
      return bits.length === width ? { kty: 'OKP', crv, x: ownBytes(bits.slice()) } : malformed();
    }
    case 'ml-dsa': {
      const { alg, publicBytes } = mlDsaSets.get(algorithm.alg) ?? malformed();
      return bits.length === publicBytes ? { kty: 'AKP', alg, pub: ownBytes(bits.slice()) } : malformed();
    }
  }
}

/** PrivateKeyInfo and OneAsymmetricKey, of which the reader gives the members (RFC 5958 §2). */
export async function readPrivateInfo(format: KeyFormat, info: DerReader): Promise<KeyInfo> {
  const version = info.count();
  if (version > 1) refuse('unsupportedVersion', { format, version: String(version) });
  const { algorithm, curve, labels } = readIdentifier(info.enter());
  const octets = info.octets();
  info.optional(0xa0);
  // [1] IMPLICIT BIT STRING: the public half; in the constructed form of some writers, a whole BIT STRING.
  const primitive = info.optional(0x81);
  const constructed = primitive ? undefined : info.optional(0xa1);
  const claimed = primitive ? primitive.content.subarray(1) : constructed && info.inside(constructed).bits();
  return { material: await privateMaterial(format, { algorithm, curve }, info, octets, claimed), labels };
}

async function privateMaterial(
  format: KeyFormat,
  { algorithm, curve }: { algorithm: KeyAlgorithm; curve: CurveRow | undefined },
  info: DerReader,
  octets: Uint8Array,
  claimed: Uint8Array | undefined,
): Promise<KeyMaterial> {
  const inner = info.within(octets);
  switch (algorithm.kind) {
    case 'rsa':
    case 'rsa-pss':
      return readPkcs1Private(format, inner.enter());
    case 'ec': {
      const parts = readSec1Parts(inner.enter(), curve);
      return ecPair(format, parts.curve, scalar(parts.curve, parts.d), parts.point ?? claimed);
    }
    case 'okp':
      return okpPair(format, curveRow(algorithm.crv), ownBytes(inner.octets().slice()), claimed);
    case 'ml-dsa':
      return readMlDsaPrivate(format, mlDsaSets.get(algorithm.alg) ?? malformed(), inner, claimed);
  }
}

/** RFC 9881 §6: the seed, the expanded key, or both. */
function readMlDsaPrivate(
  format: KeyFormat,
  row: MlDsaRow,
  reader: DerReader,
  claimed: Uint8Array | undefined,
): Promise<KeyMaterial> {
  const sized = (octets: Uint8Array, size: number): Uint8Array =>
    octets.length === size ? octets : malformed();
  const seedOf = (octets: Uint8Array) => ({ seed: ownBytes(sized(octets, mlDsaSeedBytes).slice()) });
  const expandedOf = (octets: Uint8Array) => ({
    expanded: ownBytes(sized(octets, row.expandedBytes).slice()),
  });
  if (reader.nextTag === 0x80) return mlDsaPair(format, row, seedOf(reader.next().content), claimed);
  if (reader.nextTag === derTag.octetString)
    return mlDsaPair(format, row, expandedOf(reader.octets()), claimed);
  const both = reader.enter();
  return mlDsaPair(format, row, { ...seedOf(both.octets()), ...expandedOf(both.octets()) }, claimed);
}

/** AlgorithmIdentifier (RFC 5280 §4.1.1.2) of a key. */
function readIdentifier(identifier: DerReader): Identifier {
  const oid = identifier.oid();
  const algorithm = keyAlgorithm(oid) ?? refuse('unsupportedAlgorithm', { algorithm: algorithmName(oid) });
  if (algorithm.kind === 'rsa-pss') return { algorithm, labels: pssAlgorithm(identifier) };
  if (algorithm.kind !== 'ec') return { algorithm, labels: {} };
  // Without parameters the key itself may still name its curve (RFC 5915 §3).
  return identifier.isAtEnd || identifier.nextTag === derTag.null
    ? { algorithm, labels: {} }
    : { algorithm, curve: readEcParameters(identifier), labels: {} };
}

function malformed(): never {
  throw new FormatFault('malformed');
}
