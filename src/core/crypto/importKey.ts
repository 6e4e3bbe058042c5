import { encodeBase64url } from '../encoding/base64url';
import type { EcMaterial, KeyMaterial, OctMaterial, OkpMaterial, RsaMaterial } from '../keys/key';

/** Which half of a key pair an operation takes; secrets have one half only. */
export type KeyHalf = 'public' | 'private';

/**
 * Imports material into the host's WebCrypto by way of a JWK (RFC 7517). Only the members of the half asked for go in:
 * a private key verifies by its public half. Rejects, as WebCrypto does, where the host refuses the key; undefined
 * where the material holds too little for WebCrypto (a private RSA key without its factors).
 */
export async function importKey(
  subtle: SubtleCrypto,
  material: KeyMaterial,
  half: KeyHalf,
  algorithm: AlgorithmParameters,
  usages: readonly KeyUsage[],
): Promise<CryptoKey | undefined> {
  if (material.kty === 'oct') return subtle.importKey('raw', material.k, algorithm, false, usages);
  const jwk = webCryptoJwk(material, half);
  return jwk && subtle.importKey('jwk', jwk, algorithm, false, usages);
}

function webCryptoJwk(material: Exclude<KeyMaterial, OctMaterial>, half: KeyHalf): JsonWebKey | undefined {
  switch (material.kty) {
    case 'RSA':
      return rsaJwk(material, half);
    case 'EC':
    case 'OKP':
      return curveJwk(material, half);
    case 'AKP':
      return undefined;
  }
}

function rsaJwk({ n, e, private: secret }: RsaMaterial, half: KeyHalf): JsonWebKey | undefined {
  const shared = { kty: 'RSA', n: integerText(n), e: integerText(e) };
  if (half === 'public') return shared;
  if (!secret?.crt) return undefined;
  const { p, q, dp, dq, qi } = secret.crt;
  return {
    ...shared,
    d: integerText(secret.d),
    p: integerText(p),
    q: integerText(q),
    dp: integerText(dp),
    dq: integerText(dq),
    qi: integerText(qi),
  };
}

function curveJwk(material: EcMaterial | OkpMaterial, half: KeyHalf): JsonWebKey | undefined {
  const { kty, crv, d } = material;
  const shared = {
    kty,
    crv,
    x: encodeBase64url(material.x),
    ...(material.kty === 'EC' ? { y: encodeBase64url(material.y) } : {}),
  };
  if (half === 'public') return shared;
  return d && { ...shared, d: encodeBase64url(d) };
}

/** Base64urlUInt (RFC 7518 §2): no leading zero octets, which some hosts refuse. */
function integerText(octets: Uint8Array): string {
  const first = octets.findIndex((octet) => octet !== 0);
  // A number that is zero keeps its last octet: -1 counts from the end.
  return encodeBase64url(octets.subarray(first));
}
