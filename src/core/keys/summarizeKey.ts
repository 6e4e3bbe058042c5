import { toInteger } from '../crypto/integers';
import { signatureAlgorithm } from '../jose/algorithms';
import { curveRow } from './curve/curves';
import { hasPrivate } from './jwk';
import type { Key, KeyMaterial, KeySummary, KeyWeakness, KnownKey } from './key';
import { looksLikeKeyText } from './looksLikeKey';
import { bearsRocaMark } from './rsa/rocaMark';
import { bitLength } from './rsa/rsaMaterial';
import { thumbprint } from './thumbprint';

/** RFC 7518 §3.3 and §3.5: RSA keys of 2048 bits or more. */
const rsaMinimum = 2048;
/** RFC 7518 §3.2: a secret at least as long as the shortest hash in use. */
const secretMinimum = 256;
/** FIPS 186-5 §5.4 wants public exponents above 2^16. */
const exponentMinimum = 65537n;

/** All of a key that is safe to show, log and send. `moment` is in seconds since the epoch. */
export async function summarizeKey({ id, key, origin }: KnownKey, moment: number): Promise<KeySummary> {
  const { material, labels, format } = key;
  const alg = material.kty === 'AKP' ? material.alg : labels.alg;
  return {
    id,
    kty: material.kty,
    ...('crv' in material ? { crv: material.crv } : {}),
    ...(alg === undefined ? {} : { alg }),
    bits: keyBits(material),
    kind: material.kty === 'oct' ? 'secret' : hasPrivate(material) ? 'private' : 'public',
    ...(labels.kid === undefined ? {} : { kid: labels.kid }),
    ...(labels.comment === undefined ? {} : { comment: labels.comment }),
    ...(material.kty === 'oct' ? {} : { thumbprint: await thumbprint(material) }),
    format,
    origin,
    weaknesses: weaknessesOf(key, moment),
  };
}

/** Size in bits: of the modulus or secret; of the curve; of the public key for ML-DSA. */
export function keyBits(material: KeyMaterial): number {
  switch (material.kty) {
    case 'oct':
      return 8 * material.k.length;
    case 'RSA':
      return bitLength(material.n);
    case 'EC':
    case 'OKP':
      return curveRow(material.crv).bits;
    case 'AKP':
      return 8 * material.pub.length;
  }
}

/** What deserves a warning before this key is trusted, at the moment given in seconds since the epoch. */
export function weaknessesOf({ material, labels }: Key, moment: number): readonly KeyWeakness[] {
  const bits = keyBits(material);
  const weaknesses: KeyWeakness[] = [];
  if (material.kty === 'RSA') {
    if (bits < rsaMinimum) weaknesses.push({ code: 'key.rsaTooSmall', bits, minimum: rsaMinimum });
    const exponent = toInteger(material.e);
    if (exponent < exponentMinimum)
      weaknesses.push({ code: 'key.smallExponent', exponent: Number(exponent) });
    if (bearsRocaMark(material.n)) weaknesses.push({ code: 'key.roca' });
  }
  if (material.kty === 'oct') {
    const minimum = Math.max(secretMinimum, signatureAlgorithm(labels.alg)?.minimumKeyBits ?? 0);
    if (bits === 0) weaknesses.push({ code: 'key.secretEmpty' });
    else if (bits < minimum) weaknesses.push({ code: 'key.secretTooShort', bits, minimum });
    if (looksLikeKeyText(material.k)) weaknesses.push({ code: 'key.secretLooksLikePublicKey' });
  }
  if (labels.notAfter !== undefined && labels.notAfter < moment)
    weaknesses.push({ code: 'key.certificateExpired', notAfter: labels.notAfter });
  return weaknesses;
}
