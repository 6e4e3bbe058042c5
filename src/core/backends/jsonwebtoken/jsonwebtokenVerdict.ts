import { accepted, isRefused, refused, type BackendOutcome, type BackendRefusal } from '../backendVerdict';
import { currentRuntime } from '../runtime';
import { claimRefusal } from './claimChecks';
import { decodeToken, memberOf } from './decodeToken';
import { defaultAlgorithms, familyRefusal, kindRefusal } from './keyChecks';
import { nodeKeyOfOctets } from './nodeKey';
import type { JsonwebtokenKey, JsonwebtokenRequest, NodeKey } from './options';
import { signatureCheck } from './signatureChecks';

/** The jsonwebtoken whose answers these are, word for word, with `jws` 4 on Node.js 20 and later. */
export const jsonwebtokenVersion = '9.0.3';

const wrong = (message: string): BackendRefusal => refused('JsonWebTokenError', message);

/** What `jwt.verify(token, secretOrPublicKey, options)` of jsonwebtoken 9.0.3 gives or throws: its checks in its order. Never throws. */
export async function jsonwebtokenVerdict(request: JsonwebtokenRequest): Promise<BackendOutcome> {
  const { token, options = {} } = request;
  if (options.nonce !== undefined && options.nonce.trim() === '')
    return wrong('nonce must be a non-empty string');
  if (token === '') return wrong('jwt must be provided');
  if (token.split('.').length !== 3) return wrong('jwt malformed');
  const decoded = decodeToken(token);
  if (isRefused(decoded)) return decoded;
  if (!decoded) return wrong('invalid token');
  const refusal = await signatureRefusal(request, memberOf(decoded.header, 'alg'));
  if (refusal) return refusal;
  return claimRefusal({ payload: decoded.payload, options, now: Math.floor(request.now) }) ?? accepted;
}

async function signatureRefusal(
  request: JsonwebtokenRequest,
  alg: unknown,
): Promise<BackendRefusal | undefined> {
  const { token, options = {} } = request;
  const isSigned = !token.endsWith('.');
  const key = await preparedKey(request);
  const isGiven = key !== undefined && !isEmptyString(request.key);
  if (!isSigned && isGiven) return wrong('jwt signature is required');
  if (isSigned && !isGiven) return wrong('secret or public key must be provided');
  if (!isSigned && !options.algorithms)
    return wrong('please specify "none" in "algorithms" to verify unsigned tokens');
  const allowed = options.algorithms ?? (key ? defaultAlgorithms(key) : []);
  if (typeof alg !== 'string' || !allowed.includes(alg)) return wrong('invalid algorithm');
  const misfit = key ? keyRefusal(alg, key, request) : typeOfNothing(alg);
  if (misfit) return misfit;
  const isRight = await signatureCheck(token, alg, key);
  if (isRefused(isRight)) return isRight;
  return isRight ? undefined : wrong('invalid signature');
}

/** Counts as no key at first, and as a secret without octets later. */
function isEmptyString(key: JsonwebtokenKey | undefined): boolean {
  return key?.given === 'string' && key.octets.length === 0;
}

async function preparedKey({
  key,
  runtime = currentRuntime,
}: JsonwebtokenRequest): Promise<NodeKey | undefined> {
  if (!key) return undefined;
  return key.given === 'keyObject' ? key.key : await nodeKeyOfOctets(key.octets, runtime);
}

function keyRefusal(
  alg: string,
  key: NodeKey,
  { options = {} }: JsonwebtokenRequest,
): BackendRefusal | undefined {
  const refusal = kindRefusal(alg, key);
  return refusal ?? (options.allowInvalidAsymmetricKeyTypes ? undefined : familyRefusal(alg, key));
}

/** An unsigned token that names an algorithm: jsonwebtoken asks the key it does not have for its type. */
function typeOfNothing(alg: string): BackendRefusal | undefined {
  if (!/^(?:HS|RS|PS|ES)/.test(alg)) return undefined;
  return refused('TypeError', "Cannot read properties of undefined (reading 'type')");
}
