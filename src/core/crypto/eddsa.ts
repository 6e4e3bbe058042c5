import { ed25519 } from '@noble/curves/ed25519.js';
import { ed448 } from '@noble/curves/ed448.js';
import { equalBytes, ownBytes } from '../encoding/bytes';
import type { Curve } from '../jose/algorithms';
import type { KeyMaterial, OkpMaterial } from '../keys/key';
import { KeyUnusable } from './cryptoErrors';
import type { SignatureLibrary } from './signatureLibrary';

const edwardsCurves: Readonly<Partial<Record<Curve, typeof ed25519>>> = { Ed25519: ed25519, Ed448: ed448 };

/** EdDSA, Ed25519, Ed448 (RFC 8037 §3.1, RFC 9864 §2.2): pure, empty context, encodings as strict as RFC 8032. */
export const eddsaLibrary: SignatureLibrary = {
  verify(_algorithm, material, data, signature) {
    const { key, curve } = expected(material);
    if (key.x.length !== curve.lengths.publicKey) throw new KeyUnusable('wrongLength');
    if (!isSafePoint(curve, key.x)) throw new KeyUnusable('notOnCurve');
    if (signature.length !== curve.lengths.signature) return false;
    // False, too, where R is no point, or S not below the order.
    return curve.verify(signature, data, key.x, { zip215: false });
  },
  sign(_algorithm, material, data) {
    const { key, curve } = expected(material);
    if (!key.d) throw new KeyUnusable('notPrivate');
    if (key.d.length !== curve.lengths.secretKey) throw new KeyUnusable('wrongLength');
    // Signing under one public key with the secret of another gives the secret away.
    if (!equalBytes(curve.getPublicKey(key.d), key.x)) throw new KeyUnusable('inconsistent');
    return ownBytes(curve.sign(data, key.d));
  },
};

function expected(material: KeyMaterial): { key: OkpMaterial; curve: typeof ed25519 } {
  const curve = material.kty === 'OKP' ? edwardsCurves[material.crv] : undefined;
  if (!curve || material.kty !== 'OKP') throw new KeyUnusable('keyType');
  return { key: material, curve };
}

/** Whether the key is a point, strictly encoded, and of no small order. */
function isSafePoint(curve: typeof ed25519, publicKey: Uint8Array): boolean {
  try {
    return !curve.Point.fromBytes(publicKey, false).isSmallOrder();
  } catch {
    return false;
  }
}
