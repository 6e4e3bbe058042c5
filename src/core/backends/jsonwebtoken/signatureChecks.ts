import { equalInConstantTime } from '../../crypto/constantTime';
import { signWith } from '../../crypto/signatures';
import { encodeBase64url, readBase64url } from '../../encoding/base64url';
import { utf8Bytes } from '../../encoding/bytes';
import { signatureAlgorithm } from '../../jose/algorithms';
import { refused, refusedByRuntime, type BackendRefusal } from '../backendVerdict';
import { signatureHolds } from '../signatureHolds';
import type { NodeKey } from './options';

/** ECDSA: octets of a signature. */
const ecdsaLengths: Readonly<Record<string, number>> = { ES256: 64, ES384: 96, ES512: 132 };

/** What `jws.verify` answers or throws for a token of three parts. */
export async function signatureCheck(
  token: string,
  alg: string,
  key: NodeKey | undefined,
): Promise<boolean | BackendRefusal> {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const data = utf8Bytes(`${header}.${payload}`);
  if (alg === '') return refused('Error', 'Missing algorithm parameter for jws.verify');
  if (alg === 'none') return signature === '';
  if (!/^(?:RS|PS|ES|HS)(?:256|384|512)$/.test(alg)) return unknownAlgorithm(alg);
  if (alg.startsWith('HS')) return await sameMac(alg, key, data, signature);
  const octets = readBase64url(signature).bytes;
  const wanted = ecdsaLengths[alg];
  if (wanted !== undefined && octets.length !== wanted) {
    const message = `"${alg}" signatures must be "${wanted}" bytes, saw "${octets.length}"`;
    return refused('TypeError', message);
  }
  const fault = operationFault(key);
  if (fault) return fault;
  const algorithm = signatureAlgorithm(alg);
  return (
    algorithm !== undefined &&
    key?.material !== undefined &&
    (await signatureHolds(algorithm, key.material, data, octets))
  );
}

/** Compared as text: a signature that decodes to the right octets and is written otherwise is another one. */
async function sameMac(
  alg: string,
  key: NodeKey | undefined,
  data: Uint8Array<ArrayBuffer>,
  signature: string,
): Promise<boolean> {
  const algorithm = signatureAlgorithm(alg);
  const mac = algorithm && key?.material?.kty === 'oct' && (await signWith(algorithm, key.material, data));
  return (
    mac instanceof Uint8Array && equalInConstantTime(utf8Bytes(encodeBase64url(mac)), utf8Bytes(signature))
  );
}

/** Keys OpenSSL verifies nothing with by a hash, let through by `allowInvalidAsymmetricKeyTypes`. */
function operationFault(key: NodeKey | undefined): BackendRefusal | undefined {
  const isOne = (...families: readonly string[]): boolean => families.some((one) => one === key?.family);
  if (isOne('ed25519', 'ed448')) return refusedByRuntime('Error', 'Unsupported crypto operation');
  if (!isOne('x25519', 'x448', 'dh')) return undefined;
  const message = 'error:03000096:digital envelope routines::operation not supported for this keytype';
  return refusedByRuntime('Error', message);
}

function unknownAlgorithm(alg: string): BackendRefusal {
  const known =
    '"HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512" and "none".';
  return refused('TypeError', `"${alg}" is not a valid algorithm.\n  Supported algorithms are:\n  ${known}`);
}
