import { x25519 } from '@noble/curves/ed25519.js';
import { x448 } from '@noble/curves/ed448.js';
import { concatBytes, ownBytes, type Bytes } from '../encoding/bytes';
import type { Curve } from '../jose/algorithms';
import type { EcMaterial, OkpMaterial } from '../keys/key';
import { weierstrassCurves } from './ecdsa';
import type { Random } from './engine';

const montgomeryCurves: Readonly<Partial<Record<Curve, typeof x25519>>> = { X25519: x25519, X448: x448 };

/** The shared secret Z by library; undefined where the other point is on no such curve, or of small order. */
export function agreeByLibrary(
  own: EcMaterial | OkpMaterial,
  other: EcMaterial | OkpMaterial,
): Bytes | undefined {
  if (!own.d || own.crv !== other.crv) return undefined;
  try {
    const montgomery = montgomeryCurves[other.crv];
    if (montgomery) return ownBytes(montgomery.getSharedSecret(own.d, other.x));
    if (other.kty !== 'EC') return undefined;
    const point = concatBytes(Uint8Array.of(4), other.x, other.y);
    const shared = weierstrassCurves[other.crv]?.getSharedSecret(own.d, point, true);
    // A compressed point: its x-coordinate is the secret (SEC 1 §3.3.1).
    return shared && shared.slice(1);
  } catch {
    return undefined;
  }
}

/** A key pair for one agreement, made of the randomness given; undefined for curves nothing agrees on. */
export function ephemeralPair(crv: Curve, random: Random): EcMaterial | OkpMaterial | undefined {
  const montgomery = montgomeryCurves[crv];
  if (montgomery) {
    const { secretKey = 0 } = montgomery.lengths;
    const d = random(secretKey);
    return { kty: 'OKP', crv, x: ownBytes(montgomery.getPublicKey(d)), d };
  }
  const curve = weierstrassCurves[crv];
  if (!curve) return undefined;
  const { seed = 0 } = curve.lengths;
  const d = ownBytes(curve.utils.randomSecretKey(random(seed)));
  const point = ownBytes(curve.getPublicKey(d, false));
  const width = (point.length - 1) / 2;
  return { kty: 'EC', crv, x: point.slice(1, 1 + width), y: point.slice(1 + width), d };
}
