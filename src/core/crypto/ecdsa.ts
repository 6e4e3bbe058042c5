import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { concatBytes, ownBytes } from '../encoding/bytes';
import type { Curve } from '../jose/algorithms';
import { KeyUnusable } from './cryptoErrors';
import type { SignatureLibrary } from './signatureLibrary';

/** The Weierstrass curves of JOSE. Each signs with the hash of its own `alg`, which is also the library's for that curve. */
export const weierstrassCurves: Readonly<Partial<Record<Curve, typeof p256>>> = {
  'P-256': p256,
  'P-384': p384,
  'P-521': p521,
  secp256k1,
};

/** JOSE asks for no low s (RFC 7518 §3.4, RFC 8812 §3.2 leaves it open): both halves of a pair verify. */
const options = { lowS: false, format: 'compact' } as const;

/** ES256, ES384, ES512, ES256K: r‖s of fixed width (RFC 7518 §3.4, RFC 8812 §3.2). Signs deterministically (RFC 6979). */
export const ecdsaLibrary: SignatureLibrary = {
  verify(algorithm, material, data, signature) {
    const curve = material.kty === 'EC' ? weierstrassCurves[material.crv] : undefined;
    if (!curve || material.kty !== 'EC') throw new KeyUnusable('keyType');
    const point = concatBytes(Uint8Array.of(4), material.x, material.y);
    if (!curve.utils.isValidPublicKey(point, false)) throw new KeyUnusable('notOnCurve');
    if (signature.length !== algorithm.signatureBytes) return false;
    // False, too, where r or s is zero or not below the order.
    return curve.verify(signature, data, point, options);
  },
  sign(_algorithm, material, data) {
    const curve = material.kty === 'EC' ? weierstrassCurves[material.crv] : undefined;
    if (!curve || material.kty !== 'EC') throw new KeyUnusable('keyType');
    if (!material.d) throw new KeyUnusable('notPrivate');
    if (!curve.utils.isValidSecretKey(material.d)) throw new KeyUnusable('wrongLength');
    return ownBytes(curve.sign(data, material.d, options));
  },
};
