import { signatureAlgorithm, type SignatureAlgorithm } from '../jose/algorithms';

/** How PyJWT's classes deal with keys; one row of `keyPreparations` each. */
export type AlgorithmKind = 'none' | 'hmac' | 'rsa' | 'ec' | 'okp';

export interface PyjwtAlgorithm {
  readonly name: string;
  readonly kind: AlgorithmKind;
  /** PyJWT's class, as its messages name it. */
  readonly className: string;
  /** The mathematics; undefined for `none`, which signs with nothing and verifies nothing. */
  readonly signature: SignatureAlgorithm | undefined;
  /** EC: the curve `cryptography` must name. */
  readonly curve?: string;
}

function row(
  name: string,
  kind: AlgorithmKind,
  className: string,
  curve?: string,
  alike = name,
): [string, PyjwtAlgorithm] {
  const signature = kind === 'none' ? undefined : signatureAlgorithm(alike);
  return [name, { name, kind, className, signature, ...(curve !== undefined && { curve }) }];
}

/** `get_default_algorithms()`, in its order. */
export const pyjwtAlgorithms: ReadonlyMap<string, PyjwtAlgorithm> = new Map([
  row('none', 'none', 'NoneAlgorithm'),
  row('HS256', 'hmac', 'HMACAlgorithm'),
  row('HS384', 'hmac', 'HMACAlgorithm'),
  row('HS512', 'hmac', 'HMACAlgorithm'),
  row('RS256', 'rsa', 'RSAAlgorithm'),
  row('RS384', 'rsa', 'RSAAlgorithm'),
  row('RS512', 'rsa', 'RSAAlgorithm'),
  row('ES256', 'ec', 'ECAlgorithm', 'secp256r1'),
  row('ES256K', 'ec', 'ECAlgorithm', 'secp256k1'),
  row('ES384', 'ec', 'ECAlgorithm', 'secp384r1'),
  // Not registered (RFC 7518 §3.1 has ES512): kept for tokens of PyJWT before 1.0.
  row('ES521', 'ec', 'ECAlgorithm', 'secp521r1', 'ES512'),
  row('ES512', 'ec', 'ECAlgorithm', 'secp521r1'),
  row('PS256', 'rsa', 'RSAPSSAlgorithm'),
  row('PS384', 'rsa', 'RSAPSSAlgorithm'),
  row('PS512', 'rsa', 'RSAPSSAlgorithm'),
  row('EdDSA', 'okp', 'OKPAlgorithm'),
]);
