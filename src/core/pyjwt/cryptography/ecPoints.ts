import { weierstrassCurves } from '../../crypto/ecdsa';
import { toInteger, toOctets } from '../../crypto/integers';
import { ownBytes } from '../../encoding/bytes';
import type { EcMaterial } from '../../keys/key';
import { curves, isOnCurve } from '../../keys/curve/curves';
import { joseCurve, type CurveName } from './curveNames';
import type { LoadedKey } from './loadedKey';
import { malformed } from './unreadable';

/** Whether the coordinates make a point of the curve. */
export function isPoint(crv: string, x: Uint8Array, y: Uint8Array): boolean {
  const equation = curves.get(crv)?.equation;
  return equation !== undefined && isOnCurve(equation, toInteger(x), toInteger(y));
}

/** The public key of an encoded point (SEC 1 §2.3.4). Of curves that are neither JOSE's nor NIST's only the length is looked at. */
export function publicEcKey(curve: CurveName, point: Uint8Array): LoadedKey {
  const [form] = point;
  const { name, width, crv, equation } = curve;
  const isCompressed = (form === 2 || form === 3) && point.length === 1 + width;
  const isFull = (form === 4 || form === 6 || form === 7) && point.length === 1 + 2 * width;
  if (!isCompressed && !isFull) malformed();
  const key = { family: 'EC', isPrivate: false, curve: name } as const;
  if (!crv) return isFull && equation && !solves(equation, point, width) ? malformed() : key;
  if (isCompressed) return { ...key, material: decompress(crv, width, point) };
  const x = ownBytes(point.slice(1, 1 + width));
  const y = ownBytes(point.slice(1 + width));
  return isPoint(crv, x, y) ? { ...key, material: { kty: 'EC', crv, x, y } } : malformed();
}

function solves({ p, b }: NonNullable<CurveName['equation']>, point: Uint8Array, width: number): boolean {
  const x = toInteger(point.subarray(1, 1 + width));
  const y = toInteger(point.subarray(1 + width));
  return x < p && y < p && (y * y - (x * x * x - 3n * x + b)) % p === 0n;
}

function decompress(crv: NonNullable<CurveName['crv']>, width: number, point: Uint8Array): EcMaterial {
  try {
    const affine = weierstrassCurves[crv]?.Point.fromBytes(point).toAffine();
    if (affine) return { kty: 'EC', crv, x: toOctets(affine.x, width), y: toOctets(affine.y, width) };
  } catch {
    // No point has that x; the library's words would quote it.
  }
  return malformed();
}

/** The private key of a number, which OpenSSL takes modulo the order; a point that came with it is believed. */
export function privateEcKey(curve: CurveName, secret: Uint8Array, point?: Uint8Array): LoadedKey {
  const key = { family: 'EC', isPrivate: true, curve: curve.name } as const;
  const order = curve.crv && curves.get(curve.crv)?.equation?.n;
  if (!curve.crv || order === undefined) return key;
  const scalar = toInteger(secret) % order;
  if (scalar === 0n) malformed();
  const d = toOctets(scalar, curve.width);
  const own = weierstrassCurves[curve.crv]?.getPublicKey(d, false) ?? malformed();
  const { material } = publicEcKey(curve, point ?? own);
  return material?.kty === 'EC' ? { ...key, material: { ...material, d } } : malformed();
}

/** Whether the private number belongs to the coordinates. */
export function isEcPair(crv: string, d: Uint8Array, x: Uint8Array, y: Uint8Array): boolean {
  const curve = joseCurve(crv);
  const order = curves.get(crv)?.equation?.n;
  const scalar = toInteger(d);
  if (!curve || order === undefined || scalar === 0n || scalar >= order) return false;
  const own = weierstrassCurves[curve.crv]?.getPublicKey(toOctets(scalar, curve.width), false);
  return own !== undefined && toInteger(own.subarray(1)) === toInteger(Uint8Array.of(...x, ...y));
}
