import { refused, type BackendRefusal } from '../backendVerdict';
import type { NodeKey } from './options';

const hmac = ['HS256', 'HS384', 'HS512'];
const ecdsa = ['ES256', 'ES384', 'ES512'];
const rsaAny = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];

/** The algorithms allowed where the caller names none. */
export function defaultAlgorithms({ type, family }: NodeKey): readonly string[] {
  if (type === 'secret') return hmac;
  return family === 'ec' ? ecdsa : rsaAny;
}

/** Whether the algorithm takes a secret or a public key, and this is one. */
export function kindRefusal(alg: string, { type }: NodeKey): BackendRefusal | undefined {
  const wanted = alg.startsWith('HS') ? 'secret' : /^(?:RS|PS|ES)/.test(alg) ? 'public' : type;
  if (type === wanted) return undefined;
  const kind = wanted === 'secret' ? 'a symmetric' : 'an asymmetric';
  return refused('JsonWebTokenError', `secretOrPublicKey must be ${kind} key when using ${alg}`);
}

/** Type of key -> its algorithms, in the order of the message. */
const byFamily: Readonly<Record<string, readonly string[]>> = {
  ec: ecdsa,
  rsa: ['RS256', 'PS256', 'RS384', 'PS384', 'RS512', 'PS512'],
  'rsa-pss': ['PS256', 'PS384', 'PS512'],
};

/** Algorithm -> its curve, as JOSE and as OpenSSL name it. */
const curves: Readonly<Record<string, readonly [crv: string, name: string]>> = {
  ES256: ['P-256', 'prime256v1'],
  ES384: ['P-384', 'secp384r1'],
  ES512: ['P-521', 'secp521r1'],
};

/** What `allowInvalidAsymmetricKeyTypes` turns off: whether the type and curve of the key are the algorithm's. */
export function familyRefusal(alg: string, key: NodeKey): BackendRefusal | undefined {
  const { family, material } = key;
  if (alg === '' || family === undefined) return undefined;
  const algorithms = Object.hasOwn(byFamily, family) ? byFamily[family] : undefined;
  if (!algorithms) return refused('Error', `Unknown key type "${family}".`);
  if (!algorithms.includes(alg)) {
    const list = algorithms.join(', ');
    return refused('Error', `"alg" parameter for "${family}" key type must be one of: ${list}.`);
  }
  if (family === 'ec') {
    const { [alg]: [crv, name] = ['', ''] } = curves;
    const isRight = material?.kty === 'EC' && material.crv === crv;
    return isRight ? undefined : refused('Error', `"alg" parameter "${alg}" requires curve "${name}".`);
  }
  if (family !== 'rsa-pss' || key.pssAlgorithm === alg) return undefined;
  const what = 'Invalid key for this operation, its RSA-PSS parameters do not meet the requirements of "alg"';
  return refused('Error', `${what} ${alg}.`);
}
