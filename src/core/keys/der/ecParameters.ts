import { toInteger } from '../../crypto/integers';
import { derTag, type DerReader } from '../../encoding/der';
import { curves, curvesByOid, type CurveRow } from '../curve/curves';
import { refuse } from '../refusal';
import { curveName } from './keyAlgorithms';

/**
 * The curve that EC parameters speak of (RFC 5480 §2.1.1, SEC 1 appendix C.2): by name, or spelled out in numbers, where
 * all of them must be those of a curve we know. Other curves are refused by their name.
 */
export function readEcParameters(reader: DerReader): CurveRow {
  if (reader.nextTag === derTag.oid) {
    const oid = reader.oid();
    const row = curvesByOid.get(oid);
    return row?.equation ? row : refuse('unsupportedCurve', { curve: curveName(oid) });
  }
  if (reader.nextTag === derTag.sequence) return readExplicit(reader.enter());
  return refuse('unsupportedCurve', { curve: 'implicit' });
}

const primeField = '1.2.840.10045.1.1';

function readExplicit(parameters: DerReader): CurveRow {
  parameters.count();
  const field = parameters.enter();
  if (field.oid() !== primeField) refuse('unsupportedCurve', { curve: 'explicit, binary field' });
  const p = toInteger(field.integer());
  const equation = parameters.enter();
  const a = toInteger(equation.octets());
  const b = toInteger(equation.octets());
  const base = parameters.octets();
  const n = toInteger(parameters.integer());
  const row = [...curves.values()].find((each) => {
    const known = each.equation;
    if (known?.p !== p) return false;
    const isSameCurve = (known.a + p) % p === a && known.b === b && known.n === n;
    return isSameCurve && isGenerator(base, each.width, known.gx, known.gy);
  });
  return row ?? refuse('unsupportedCurve', { curve: 'explicit' });
}

/** Compares with the curve's own generator: another one would be a curve of somebody's own making. */
function isGenerator(point: Uint8Array, width: number, gx: bigint, gy: bigint): boolean {
  const [form = 0] = point;
  if (toInteger(point.subarray(1, 1 + width)) !== gx) return false;
  if (form === 2 || form === 3) return point.length === 1 + width && BigInt(form & 1) === (gy & 1n);
  return point.length === 1 + 2 * width && toInteger(point.subarray(1 + width)) === gy;
}
