import { signatureAlgorithm } from '../jose/algorithms';

/**
 * Whether a signature segment of that many characters can be whole under `alg`: exactly as long as the algorithm's
 * signatures are, or, where their length depends on the key, no shorter than those of the smallest keys in use.
 * Used only to tell a whole token from an abbreviated one (`eyJ….eyJ….dBjft...`).
 */
export function canBeWholeSignature(alg: string, characters: number): boolean {
  const row = signatureAlgorithm(alg);
  if (row?.signatureBytes !== undefined) return characters === encodedLength(row.signatureBytes);
  if (row?.family === 'eddsa') return characters === encodedLength(64) || characters === encodedLength(114);
  return characters >= encodedLength(row?.kty === 'RSA' ? 128 : 16);
}

/** Whether an authentication tag can be whole: 16, 24 or 32 octets (RFC 7518 §5.2.6, §5.3). */
export function canBeWholeTag(characters: number): boolean {
  return [16, 24, 32].some((octets) => characters === encodedLength(octets));
}

function encodedLength(octets: number): number {
  return Math.ceil((octets * 4) / 3);
}
