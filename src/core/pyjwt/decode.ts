import { concatBytes, type Bytes } from '../encoding/bytes';
import { checkClaims } from './claimChecks';
import type { PyjwtDecodeRequest } from './decodeRequest';
import { isRaised, Raised } from './exceptions';
import { checkHeader, isUnencoded, listsB64 } from './headerChecks';
import { loadToken, readJsonObject, type LoadedToken } from './loadToken';
import { notesOn } from './notes/notesOn';
import { decodeOptions, type DecodeOptions } from './options';
import { PyJwk } from './pyJwk';
import { pythonRepr } from './python/pythonText';
import { equals, isBytes, isTruthy, typeName, type PythonDict, type PythonValue } from './python/pythonValue';
import { refuse } from './refusals';
import { refusalOf, type PyjwtRefusal, type PyjwtVerdict, type PyjwtWarning } from './verdict';
import { verifyPyjwtSignature } from './verifySignature';

/** What PyJWT 2.15.1 answers to `decode_complete`: its checks in its order, its classes, its words. Never throws. */
export async function pyjwtDecode(request: PyjwtDecodeRequest): Promise<PyjwtVerdict> {
  const warnings: PyjwtWarning[] = [];
  const decoded = await decodeComplete(request, (warning) => warnings.push(warning));
  const notes = notesOn(request, isRaised(decoded) ? decoded : undefined, warnings);
  if (isRaised(decoded)) return { ...refusalOf(decoded, warnings), notes };
  return { accepted: true, ...decoded, warnings, notes };
}

/** What `jwt.get_unverified_header` gives or raises. Never throws. */
export function pyjwtGetUnverifiedHeader(
  token: PythonValue,
): { accepted: true; header: PythonDict } | PyjwtRefusal {
  const loaded = loadToken(token);
  if (isRaised(loaded)) return refusalOf(loaded);
  const refusal = checkHeader(loaded.header);
  return refusal ? refusalOf(refusal) : { accepted: true, header: loaded.header };
}

interface Decoded {
  readonly header: PythonDict;
  readonly payload: PythonDict;
  readonly signature: Bytes;
}

type Warn = (warning: PyjwtWarning) => void;

async function decodeComplete(request: PyjwtDecodeRequest, warn: Warn): Promise<Decoded | Raised> {
  warnOfArguments(request, warn);
  const { audience = null, issuer = null, subject = null, leeway = 0n, now } = request;
  const options = decodeOptions(request.options, request.instanceOptions);
  if (isRaised(options)) return options;
  warnOfVerify(request, options, warn);
  const token = await readVerified(request, options, warn);
  if (isRaised(token)) return token;
  const payload = readJsonObject(token.payload, 'payload');
  if (isRaised(payload)) return payload;
  const refusal = checkClaims(payload, options, { audience, issuer, subject, leeway, now });
  return refusal ?? { header: token.header, payload, signature: token.signature };
}

/** PyJWS's part: the token taken apart, its header and, where asked for, its signature. */
async function readVerified(
  request: PyjwtDecodeRequest,
  options: DecodeOptions,
  warn: Warn,
): Promise<LoadedToken | Raised> {
  const { key = '', algorithms = null, detachedPayload = null } = request;
  const isVerifying = isTruthy(options.verifySignature);
  if (isVerifying && !isTruthy(algorithms) && !(key instanceof PyJwk)) return refuse('algorithmsMissing');
  const loaded = loadToken(request.token);
  if (isRaised(loaded)) return loaded;
  const refusal = checkHeader(loaded.header);
  if (refusal) return refusal;
  const token = attachPayload(loaded, detachedPayload);
  if (isRaised(token) || !isVerifying) return token;
  const { header, signingInput, signature } = token;
  const question = { header, signingInput, signature, key, algorithms, options };
  return (await verifyPyjwtSignature(question, warn)) ?? token;
}

/** RFC 7797: under `b64: false` the payload comes beside the token. */
function attachPayload(token: LoadedToken, detachedPayload: PythonValue): LoadedToken | Raised {
  if (!isUnencoded(token.header)) return detachedPayload === null ? token : refuse('detachedUnasked');
  if (!listsB64(token.header)) return refuse('b64NotCritical');
  if (detachedPayload === null) return refuse('detachedMissing');
  if (!isBytes(detachedPayload)) {
    const found = `sequence item 1: expected a bytes-like object, ${typeName(detachedPayload)} found`;
    return new Raised('TypeError', found, 'prefix');
  }
  // The signing input ends with the dot before the empty segment.
  return {
    ...token,
    payload: detachedPayload,
    signingInput: concatBytes(token.signingInput, detachedPayload),
  };
}

function warnOfArguments({ extraArguments = [] }: PyjwtDecodeRequest, warn: Warn): void {
  if (extraArguments.length === 0) return;
  const names = pythonRepr({ python: 'tuple', items: extraArguments });
  const message = `passing additional kwargs to decode_complete() is deprecated and will be removed in pyjwt version 3. Unsupported kwargs: ${names}`;
  warn({ category: 'RemovedInPyjwt3Warning', message });
}

function warnOfVerify({ verify = null }: PyjwtDecodeRequest, options: DecodeOptions, warn: Warn): void {
  if (verify === null || equals(verify, options.verifySignature)) return;
  const message =
    'The `verify` argument to `decode` does nothing in PyJWT 2.0 and newer. The equivalent is setting `verify_signature` to False in the `options` dictionary. This invocation has a mismatch between the kwarg and the option entry.';
  warn({ category: 'DeprecationWarning', message });
}
