import type { Bytes } from '../encoding/bytes';
import { basesOf, isNative, type ExceptionName, type MessageKind, type Raised } from './exceptions';
import type { PyjwtNote } from './notes/note';
import type { PythonDict } from './python/pythonValue';
import type { RefusalCode } from './refusals';

/** The PyJWT whose answers these are, word for word; keys are read as `cryptography` 38 with OpenSSL 3.0 does. */
export const pyjwtVersion = '2.15.1';

export interface PyjwtWarning {
  readonly category: 'InsecureKeyLengthWarning' | 'RemovedInPyjwt3Warning' | 'DeprecationWarning';
  readonly message: string;
}

/** What a call of PyJWT raises. `except` catches it by its own name or one of `bases`. */
export interface PyjwtRefusal {
  readonly accepted: false;
  readonly exception: ExceptionName;
  /** Its ancestors, nearest first, without Python's `Exception`. */
  readonly bases: readonly ExceptionName[];
  /** Python's own text. It can quote the token's header and claims: escape on showing. */
  readonly message: string;
  readonly messageKind: MessageKind;
  /** Whether the class is none of PyJWT's, and so escapes `except PyJWTError`. */
  readonly isNative: boolean;
  /** Our name for the check that refused, where the words are PyJWT's. */
  readonly code: RefusalCode | undefined;
  readonly warnings: readonly PyjwtWarning[];
}

/** What `decode_complete` gives. */
export interface PyjwtAcceptance {
  readonly accepted: true;
  readonly payload: PythonDict;
  readonly header: PythonDict;
  readonly signature: Bytes;
  readonly warnings: readonly PyjwtWarning[];
}

/** PyJWT's answer to a token, and beside it where the RFCs ask for more than PyJWT did. */
export type PyjwtVerdict = (PyjwtAcceptance | PyjwtRefusal) & { readonly notes: readonly PyjwtNote[] };

/** The exception as a verdict. */
export function refusalOf(raised: Raised, warnings: readonly PyjwtWarning[] = []): PyjwtRefusal {
  const { exception, message, messageKind } = raised;
  return {
    accepted: false,
    exception,
    bases: basesOf(exception),
    message,
    messageKind,
    isNative: isNative(exception),
    code: raised.code as RefusalCode | undefined,
    warnings,
  };
}
