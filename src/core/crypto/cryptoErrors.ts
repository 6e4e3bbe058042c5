/** Nothing in this host can do the algorithm. */
export class AlgorithmUnavailable extends Error {
  readonly alg: string;

  constructor(alg: string) {
    super(`Nothing here can do ${JSON.stringify(alg.slice(0, 64))}.`);
    this.alg = alg;
    this.name = 'AlgorithmUnavailable';
  }
}

/** Why a key cannot be used at all, whatever the data. */
export type KeyFault =
  /** Another key type or curve than the algorithm's. */
  | 'keyType'
  /** The private half is needed and absent. */
  | 'notPrivate'
  /** A coordinate, seed or modulus of a length that cannot be. */
  | 'wrongLength'
  /** The point does not lie on the curve, or has no safe order. */
  | 'notOnCurve'
  /** The modulus is too small to hold this algorithm's padding. */
  | 'rsaTooSmall'
  /** The modulus or exponent asks for more work than is bearable. */
  | 'rsaTooLarge'
  /** The numbers of the private key do not belong together. */
  | 'inconsistent'
  /** The secret is the text of a key that is no secret. */
  | 'secretIsPublicKey';

/** The key cannot be used at all; `fault` tells why. Holds no key material. */
export class KeyUnusable extends Error {
  readonly fault: KeyFault;

  constructor(fault: KeyFault) {
    super(`The key cannot be used: ${fault}.`);
    this.fault = fault;
    this.name = 'KeyUnusable';
  }
}
