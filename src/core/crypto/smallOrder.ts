import { toInteger } from './integers';

/** The field of Curve25519 (RFC 8032 §5.1). */
const p = 2n ** 255n - 19n;
/** The y-coordinates of the four points of order 8, two by two the same. */
const y8 = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n;

/** All points whose order divides the cofactor, by y; `p` and `p + 1` are other spellings of 0 and 1. */
const smallOrders: ReadonlySet<bigint> = new Set([0n, 1n, p - 1n, p, p + 1n, y8, p - y8]);

/**
 * Whether an Ed25519 public key is a point of small order: with such a key a signature can be made that fits many messages.
 * Some hosts verify with it and some do not; nobody should.
 */
export function hasSmallOrder(publicKey: Uint8Array): boolean {
  const y = toInteger(publicKey.slice().reverse()) & (2n ** 255n - 1n);
  return smallOrders.has(y);
}
