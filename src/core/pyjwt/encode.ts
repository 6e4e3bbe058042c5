import { encodeBase64url } from '../encoding/base64url';
import { concatBytes, utf8Bytes, type Bytes } from '../encoding/bytes';
import { pyjwtAlgorithms, type PyjwtAlgorithm } from './algorithms';
import { encodeHeader } from './encodeHeader';
import { isRaised, Raised } from './exceptions';
import { keyLengthMessage } from './keyLength';
import { encodeNotes } from './notes/encodeNotes';
import type { PyjwtNote } from './notes/note';
import { decodeOptions, isOn } from './options';
import { prepareKey } from './prepareKey';
import { PyJwk } from './pyJwk';
import { writePythonJson } from './python/pythonJsonWrite';
import {
  asObject,
  isDict,
  isHashable,
  isTruthy,
  typeName,
  type PythonDict,
  type PythonValue,
} from './python/pythonValue';
import { refuse } from './refusals';
import { pyjwtSign } from './signatures';
import { refusalOf, type PyjwtRefusal, type PyjwtWarning } from './verdict';
import type { PyjwtKey } from './verifySignature';

/** The arguments of `jwt.encode`; one that is undefined is not passed. null passes None. */
export interface PyjwtEncodeRequest {
  readonly payload: PythonValue;
  readonly key: PyjwtKey;
  /** Not given: the key's own, else HS256. None: the key's own, else `none`. */
  readonly algorithm?: PythonValue;
  readonly headers?: PythonValue;
  /** True unless given. */
  readonly sortHeaders?: PythonValue;
  readonly instanceOptions?: PythonValue;
}

export interface PyjwtEncoded {
  readonly accepted: true;
  readonly token: string;
  /** The JSON that was signed. */
  readonly headerText: string;
  readonly payloadText: string;
  readonly warnings: readonly PyjwtWarning[];
  /** What it wrote though the RFCs, or its own decode, would not have it. */
  readonly notes: readonly PyjwtNote[];
}

type Made = Omit<PyjwtEncoded, 'accepted' | 'warnings'>;

/** What PyJWT 2.15.1's `encode` makes of a payload, byte for byte, or what it raises. Never throws. */
export async function pyjwtEncode(request: PyjwtEncodeRequest): Promise<PyjwtEncoded | PyjwtRefusal> {
  const warnings: PyjwtWarning[] = [];
  const encoded = await encode(request, (message) =>
    warnings.push({ category: 'InsecureKeyLengthWarning', message }),
  );
  return isRaised(encoded) ? refusalOf(encoded, warnings) : { accepted: true, ...encoded, warnings };
}

async function encode(request: PyjwtEncodeRequest, warn: (message: string) => void): Promise<Made | Raised> {
  const payload = checkedPayload(request.payload);
  if (isRaised(payload)) return payload;
  const payloadText = writePythonJson(payload);
  if (isRaised(payloadText)) return payloadText;
  const encoded = encodeHeader(algorithmArgument(request), request.headers ?? null, isSorted(request));
  if (isRaised(encoded)) return encoded;
  const { header, text: headerText, alg, isDetached } = encoded;
  const head = encodeBase64url(utf8Bytes(headerText));
  const body = isDetached ? payloadText : encodeBase64url(utf8Bytes(payloadText));
  const signature = await sign(request, alg, concatBytes(utf8Bytes(`${head}.`), utf8Bytes(body)), warn);
  if (isRaised(signature)) return signature;
  const token = `${head}.${isDetached ? '' : body}.${encodeBase64url(signature)}`;
  return { token, headerText, payloadText, notes: encodeNotes(header, payload) };
}

/** What the arguments alone say of the algorithm; the header may say otherwise. */
function algorithmArgument({ algorithm, key }: PyjwtEncodeRequest): PythonValue {
  if (algorithm !== undefined && algorithm !== null) return algorithm;
  if (key instanceof PyJwk) return key.algorithm.name;
  return algorithm === undefined ? 'HS256' : 'none';
}

function isSorted({ sortHeaders = true }: PyjwtEncodeRequest): boolean {
  return isTruthy(sortHeaders);
}

const timeClaims: ReadonlySet<string> = new Set(['exp', 'iat', 'nbf']);

/** Datetimes become NumericDates in the three time claims and nowhere else; only `iss` is looked at besides. */
function checkedPayload(payload: PythonValue): PythonDict | Raised {
  if (!isDict(payload)) return refuse('payloadNoDict');
  if (payload.has('iss') && typeof payload.get('iss') !== 'string') return refuse('issNoStringToSign');
  return new Map(
    Array.from(payload, ([name, value]) => {
      const datetime = timeClaims.has(name) ? asObject(value, 'datetime') : undefined;
      return [name, datetime ? datetime.epochSeconds : value];
    }),
  );
}

async function sign(
  { key, instanceOptions }: PyjwtEncodeRequest,
  alg: PythonValue,
  signingInput: Bytes,
  warn: (message: string) => void,
): Promise<Bytes | Raised> {
  const options = decodeOptions(undefined, instanceOptions);
  if (isRaised(options)) return options;
  const algorithm = findAlgorithm(alg);
  if (isRaised(algorithm)) return algorithm;
  const prepared = prepareKey(algorithm, key instanceof PyJwk ? key.key : key);
  if (isRaised(prepared)) return prepared;
  const tooShort = keyLengthMessage(algorithm, prepared);
  if (tooShort !== undefined) {
    if (isOn(options, 'enforce_minimum_key_length')) return refuse('keyTooShort', { reason: tooShort });
    warn(tooShort);
  }
  return pyjwtSign(algorithm, prepared, signingInput);
}

function findAlgorithm(alg: PythonValue): PyjwtAlgorithm | Raised {
  if (!isHashable(alg)) return new Raised('TypeError', `unhashable type: '${typeName(alg)}'`, 'prefix');
  return (typeof alg === 'string' ? pyjwtAlgorithms.get(alg) : undefined) ?? refuse('algUnknownToSign');
}
