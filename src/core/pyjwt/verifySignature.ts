import { pyjwtAlgorithms, type PyjwtAlgorithm } from './algorithms';
import { isRaised, Raised } from './exceptions';
import type { Bytes } from '../encoding/bytes';
import { keyLengthMessage } from './keyLength';
import { isOn, type DecodeOptions } from './options';
import { prepareKey, type RawKey } from './prepareKey';
import { PyJwk } from './pyJwk';
import { contains } from './python/pythonContainer';
import { pythonRepr } from './python/pythonText';
import { isHashable, isTruthy, typeName, type PythonDict, type PythonValue } from './python/pythonValue';
import { refuse } from './refusals';
import { pyjwtVerify } from './signatures';
import type { PyjwtWarning } from './verdict';

/** What a caller of PyJWT gives as `key`: any value, a PyJWK, or a key loaded with `cryptography`. */
export type PyjwtKey = RawKey | PyJwk;

export interface SignatureQuestion {
  readonly header: PythonDict;
  readonly signingInput: Bytes;
  readonly signature: Bytes;
  readonly key: PyjwtKey;
  readonly algorithms: PythonValue;
  readonly options: DecodeOptions;
}

/** PyJWS's `_verify_signature`: the algorithm's name, the key, its length and at last the signature, in this order. */
export async function verifyPyjwtSignature(
  question: SignatureQuestion,
  warn: (warning: PyjwtWarning) => void,
): Promise<Raised | undefined> {
  const algorithm = allowedAlgorithm(question);
  if (isRaised(algorithm)) return algorithm;
  const { key, options, signingInput, signature } = question;
  const raw: RawKey = key instanceof PyJwk ? key.key : key;
  const prepared = prepareKey(algorithm, raw);
  if (isRaised(prepared)) return prepared;
  const tooShort = keyLengthMessage(algorithm, prepared);
  if (tooShort !== undefined) {
    if (isOn(options, 'enforce_minimum_key_length')) return refuse('keyTooShort', { reason: tooShort });
    warn({ category: 'InsecureKeyLengthWarning', message: tooShort });
  }
  const isRight = await pyjwtVerify(algorithm, prepared, signingInput, signature);
  if (isRaised(isRight)) return isRight;
  return isRight ? undefined : refuse('signatureWrong');
}

/** The algorithm the token names, where the caller allows it; a PyJWK allows only its own. */
function allowedAlgorithm({ header, key, algorithms }: SignatureQuestion): PyjwtAlgorithm | Raised {
  const alg = header.get('alg');
  if (alg === undefined) return refuse('algMissing');
  const ofKey = key instanceof PyJwk ? key.algorithm : undefined;
  const allowed = algorithms === null && ofKey ? [ofKey.name] : algorithms;
  const isListed = isTruthy(alg) && (allowed === null || contains(allowed, alg));
  if (isRaised(isListed)) return isListed;
  if (!isListed) return refuse('algNotAllowed');
  if (ofKey)
    return alg === ofKey.name
      ? ofKey
      : refuse('algNotOfKey', { token: pythonRepr(alg), key: pythonRepr(ofKey.name) });
  if (!isHashable(alg)) return new Raised('TypeError', `unhashable type: '${typeName(alg)}'`, 'prefix');
  return (typeof alg === 'string' ? pyjwtAlgorithms.get(alg) : undefined) ?? refuse('algUnknown');
}
