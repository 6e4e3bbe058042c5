import { FormatFault } from '../../encoding/formatFault';
import { bitStringOctets, derTag, type DerReader } from '../../encoding/der';
import type { CurveRow } from '../curve/curves';
import { readEcParameters } from './ecParameters';

/** An EC private key before its public half is known to be its own. */
export interface Sec1Parts {
  readonly curve: CurveRow;
  readonly d: Uint8Array;
  /** The encoded public point, where the file has it. */
  readonly point?: Uint8Array;
}

/** ECPrivateKey, of which the reader gives the members (RFC 5915 §3). The curve is its own, else the one told from outside. */
export function readSec1Parts(key: DerReader, outside?: CurveRow): Sec1Parts {
  if (key.count() !== 1) throw new FormatFault('malformed');
  const d = key.octets();
  const parameters = key.optional(0xa0);
  const curve = parameters ? readEcParameters(key.inside(parameters)) : outside;
  if (!curve) throw new FormatFault('malformed');
  const wrapped = key.optional(0xa1);
  if (!wrapped) return { curve, d };
  const point = bitStringOctets(key.inside(wrapped).take(derTag.bitString).content);
  return { curve, d, point };
}
