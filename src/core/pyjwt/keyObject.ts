import type { KeyMaterial } from '../keys/key';
import { publicPart } from '../keys/jwk';
import { joseCurve } from './cryptography/curveNames';
import type { LoadedKey } from './cryptography/loadedKey';
import type { Bytes } from '../encoding/bytes';

/**
 * A key of ours as a Python program would hand it to `decode`: a secret's octets, or the public key loaded with
 * `cryptography`. Undefined for keys PyJWT has no algorithm for.
 */
export function verifyingKeyObject(material: KeyMaterial): Bytes | LoadedKey | undefined {
  return signingKeyObject(publicPart(material) ?? material);
}

/** The same for `encode`: with its private half, where the key has one. */
export function signingKeyObject(material: KeyMaterial): Bytes | LoadedKey | undefined {
  switch (material.kty) {
    case 'oct':
      return material.k;
    case 'RSA':
      return { family: 'RSA', isPrivate: material.private !== undefined, material };
    case 'EC': {
      const curve = joseCurve(material.crv);
      return curve && { family: 'EC', isPrivate: material.d !== undefined, material, curve: curve.name };
    }
    case 'OKP':
      return isOkpFamily(material.crv)
        ? { family: material.crv, isPrivate: material.d !== undefined, material }
        : undefined;
    case 'AKP':
      return undefined;
  }
}

function isOkpFamily(crv: string): crv is 'Ed25519' | 'Ed448' | 'X25519' | 'X448' {
  return ['Ed25519', 'Ed448', 'X25519', 'X448'].includes(crv);
}
