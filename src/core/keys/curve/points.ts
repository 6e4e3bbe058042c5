import { toInteger, toOctets } from '../../crypto/integers';
import { ownBytes, type Bytes } from '../../encoding/bytes';
import { FormatFault } from '../../encoding/formatFault';
import type { EcMaterial } from '../key';
import { refuse } from '../refusal';
import { isOnCurve, type CurveRow } from './curves';

/** The public key of an encoded point (SEC 1 §2.3.4): uncompressed, compressed or hybrid. Refuses what is no point. */
export async function ecPublic(row: CurveRow, point: Uint8Array): Promise<EcMaterial> {
  const { crv, width, equation } = row;
  const [form] = point;
  const isCompressed = (form === 2 || form === 3) && point.length === 1 + width;
  const isFull = (form === 4 || form === 6 || form === 7) && point.length === 1 + 2 * width;
  if (!equation || (!isCompressed && !isFull)) throw new FormatFault('malformed');
  if (isCompressed) return { kty: 'EC', crv, ...(await decompress(row, point)) };
  const x = ownBytes(point.slice(1, 1 + width));
  const y = ownBytes(point.slice(1 + width));
  if (!isOnCurve(equation, toInteger(x), toInteger(y))) refuse('notOnCurve', { crv });
  return { kty: 'EC', crv, x, y };
}

async function decompress({ crv, width }: CurveRow, point: Uint8Array): Promise<{ x: Bytes; y: Bytes }> {
  const { weierstrassCurves } = await import('../../crypto/ecdsa');
  try {
    const affine = weierstrassCurves[crv]?.Point.fromBytes(point).toAffine();
    if (affine) return { x: toOctets(affine.x, width), y: toOctets(affine.y, width) };
  } catch {
    // The library's text quotes the point; that x belongs to no point is all there is to say.
  }
  return refuse('notOnCurve', { crv });
}

/** A private number in the width of its curve, whatever leading zeros it came with or lost. */
export function scalar({ width }: CurveRow, octets: Uint8Array): Bytes {
  const first = octets.findIndex((octet) => octet !== 0);
  const digits = first === -1 ? new Uint8Array() : octets.subarray(first);
  if (digits.length === 0 || digits.length > width) throw new FormatFault('malformed');
  const d = new Uint8Array(width);
  d.set(digits, width - digits.length);
  return d;
}
