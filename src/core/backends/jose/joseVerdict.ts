import { concatBytes, utf8Bytes, type Bytes } from '../../encoding/bytes';
import { accepted, isRefused, type BackendOutcome, type BackendRefusal } from '../backendVerdict';
import { currentRuntime } from '../runtime';
import { signatureHolds } from '../signatureHolds';
import { claimsRefusal } from './claimsSet';
import { isPayloadEncoded } from './critical';
import { decodeJoseBase64url, readJoseObject } from './joseBase64url';
import { joseError } from './joseErrors';
import type { JoseRequest } from './options';
import { joseAlgorithm, verificationKey } from './verificationKey';

/** The jose whose answers these are, word for word. */
export const joseVersion = '6.2.17';

type Header = Readonly<Record<string, unknown>>;

interface Verified {
  readonly header: Header;
  readonly payload: Bytes;
}

/** What `jwtVerify(token, key, options)` of jose 6.2.17 gives or throws: its checks in its order. Never throws. */
export async function joseVerdict(request: JoseRequest): Promise<BackendOutcome> {
  const verified = await verifiedJws(request);
  if (isRefused(verified)) return verified;
  const { options = {}, now } = request;
  const { header, payload } = verified;
  const claims = claimsRefusal(payload, { header, options, now: Math.floor(now) });
  return isRefused(claims) ? claims : accepted;
}

async function verifiedJws({
  token,
  key,
  options = {},
  runtime = currentRuntime,
}: JoseRequest): Promise<Verified | BackendRefusal> {
  const [headerText = '', payloadText = '', signatureText = '', ...more] = token.split('.', 4);
  if (more.length > 0 || token.split('.', 3).length < 3)
    return joseError('JWSInvalid', 'Invalid Compact JWS');
  const header = readJoseObject(decodeJoseBase64url(headerText));
  if (!header) return joseError('JWSInvalid', 'JWS Protected Header is invalid');
  const isEncoded = isPayloadEncoded(header, options.crit);
  if (isRefused(isEncoded)) return isEncoded;
  const { alg } = header;
  if (typeof alg !== 'string' || alg === '')
    return joseError('JWSInvalid', 'JWS "alg" (Algorithm) Header Parameter missing or invalid');
  if (options.algorithms && !options.algorithms.includes(alg))
    return joseError('JOSEAlgNotAllowed', '"alg" (Algorithm) Header Parameter value not allowed');
  const isAscii = /^[\0-\x7f]*$/.test(payloadText);
  if (!isEncoded && !isAscii)
    return joseError('JWSInvalid', 'JWS Compact Serialization payload must use only ASCII characters');
  const algorithm = joseAlgorithm(alg);
  if (isRefused(algorithm)) return algorithm;
  if (!isAscii) return joseError('JWSInvalid', 'The payload is not a valid base64url string');
  const signature = decodeJoseBase64url(signatureText);
  if (!signature) return joseError('JWSInvalid', 'Failed to base64url decode the signature');
  const material = verificationKey(algorithm, key, runtime);
  if (isRefused(material)) return material;
  const data = concatBytes(utf8Bytes(`${headerText}.`), utf8Bytes(payloadText));
  if (!(await signatureHolds(algorithm, material, data, signature)))
    return joseError('JWSSignatureVerificationFailed', 'signature verification failed');
  if (!isEncoded) return joseError('JWTInvalid', 'JWTs MUST NOT use unencoded payload');
  const payload = decodeJoseBase64url(payloadText);
  return payload ? { header, payload } : joseError('JWSInvalid', 'Failed to base64url decode the payload');
}
