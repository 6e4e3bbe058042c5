import { concatBytes, equalBytes, ownBytes, type Bytes } from '../../encoding/bytes';
import type { Curve } from '../../jose/algorithms';
import type { AkpMaterial, EcMaterial, KeyFormat, KeyMaterial, OkpMaterial } from '../key';
import type { MlDsaRow } from '../mlDsa';
import { refuse } from '../refusal';
import { curveRow, type CurveRow } from './curves';
import { ecPublic } from './points';

/** Which public key belongs to the private one, on each curve; loaded when a private key is first read. */
async function publicOf(crv: Curve, d: Bytes): Promise<Uint8Array> {
  switch (crv) {
    case 'Ed25519':
      return (await import('@noble/curves/ed25519.js')).ed25519.getPublicKey(d);
    case 'X25519':
      return (await import('@noble/curves/ed25519.js')).x25519.getPublicKey(d);
    case 'Ed448':
      return (await import('@noble/curves/ed448.js')).ed448.getPublicKey(d);
    case 'X448':
      return (await import('@noble/curves/ed448.js')).x448.getPublicKey(d);
    case 'P-256':
    case 'P-384':
    case 'P-521':
    case 'secp256k1': {
      const curve = (await import('../../crypto/ecdsa')).weierstrassCurves[crv];
      return curve?.getPublicKey(d, false) ?? new Uint8Array();
    }
  }
}

/** The pair of an EC private number; a public point that came with it must be its own. */
export async function ecPair(
  format: KeyFormat,
  row: CurveRow,
  d: Bytes,
  claimed?: Uint8Array,
): Promise<EcMaterial> {
  const own = await ecPublic(row, await publicOf(row.crv, d));
  const other = claimed && claimed.length > 0 ? await ecPublic(row, claimed) : own;
  if (!equalBytes(own.x, other.x) || !equalBytes(own.y, other.y)) refuse('inconsistent', { format });
  return { ...own, d };
}

/** The pair of an Ed25519, Ed448, X25519 or X448 private key; a public key that came with it must be its own. */
export async function okpPair(
  format: KeyFormat,
  { crv, width }: CurveRow,
  d: Bytes,
  claimed?: Uint8Array,
): Promise<OkpMaterial> {
  if (d.length !== width) refuse('damaged', { format });
  const x = ownBytes(await publicOf(crv, d));
  if (claimed && !equalBytes(claimed, x)) refuse('inconsistent', { format });
  return { kty: 'OKP', crv, x, d };
}

/** The pair of an ML-DSA key, of its seed or its expanded key or both (RFC 9881 §6). */
export async function mlDsaPair(
  format: KeyFormat,
  { alg }: Pick<MlDsaRow, 'alg'>,
  parts: { readonly seed?: Bytes; readonly expanded?: Bytes },
  claimed?: Uint8Array,
): Promise<AkpMaterial> {
  const { mlDsaSets } = await import('./mlDsaKeys');
  const set = mlDsaSets[alg];
  if (!set) return refuse('unsupportedAlgorithm', { algorithm: alg });
  const grown = parts.seed && set.keygen(parts.seed);
  if (grown && parts.expanded && !equalBytes(grown.secretKey, parts.expanded))
    refuse('inconsistent', { format });
  const pub = grown?.publicKey ?? (parts.expanded && set.getPublicKey(parts.expanded));
  if (!pub || (claimed && !equalBytes(claimed, pub))) return refuse('inconsistent', { format });
  return { kty: 'AKP', alg, pub: ownBytes(pub), ...parts };
}

/** Refuses private material whose public half is another key's: what one signs the other would never verify. */
export async function checkPair(format: KeyFormat, material: KeyMaterial): Promise<undefined> {
  if (material.kty === 'EC' && material.d)
    await ecPair(
      format,
      curveRow(material.crv),
      material.d,
      concatBytes(Uint8Array.of(4), material.x, material.y),
    );
  if (material.kty === 'OKP' && material.d)
    await okpPair(format, curveRow(material.crv), material.d, material.x);
  if (material.kty === 'AKP' && material.seed)
    await mlDsaPair(format, material, { seed: material.seed }, material.pub);
}
