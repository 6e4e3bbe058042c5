import type { PythonValue } from './python/pythonValue';
import type { PyjwtKey } from './verifySignature';

/** The arguments of `jwt.decode_complete`; one that is undefined is not passed. null passes None. */
export interface PyjwtDecodeRequest {
  readonly token: PythonValue;
  readonly key?: PyjwtKey;
  readonly algorithms?: PythonValue;
  readonly options?: PythonValue;
  readonly audience?: PythonValue;
  readonly issuer?: PythonValue;
  readonly subject?: PythonValue;
  /** Seconds, or a timedelta. */
  readonly leeway?: PythonValue;
  readonly detachedPayload?: PythonValue;
  /** What PyJWT 1.x had; it does nothing but warn. */
  readonly verify?: PythonValue;
  /** Names of keyword arguments PyJWT does not know. */
  readonly extraArguments?: readonly string[];
  /** What a `jwt.PyJWT(options)` was made with, where the call is one of its methods. */
  readonly instanceOptions?: PythonValue;
  /** The moment PyJWT takes for now: seconds since the epoch, with fraction. */
  readonly now: number;
}
