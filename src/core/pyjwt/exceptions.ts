/** Class -> its base. PyJWT's own tree (`jwt.exceptions`, 2.15.1), and below it the classes of Python that escape from it. */
const bases = {
  PyJWTError: 'Exception',
  InvalidTokenError: 'PyJWTError',
  DecodeError: 'InvalidTokenError',
  InvalidSignatureError: 'DecodeError',
  ExpiredSignatureError: 'InvalidTokenError',
  ImmatureSignatureError: 'InvalidTokenError',
  InvalidIssuedAtError: 'InvalidTokenError',
  InvalidAudienceError: 'InvalidTokenError',
  InvalidIssuerError: 'InvalidTokenError',
  InvalidSubjectError: 'InvalidTokenError',
  InvalidJTIError: 'InvalidTokenError',
  InvalidAlgorithmError: 'InvalidTokenError',
  MissingRequiredClaimError: 'InvalidTokenError',
  // No InvalidTokenError: `except InvalidTokenError` lets it through.
  InvalidKeyError: 'PyJWTError',
  PyJWKError: 'PyJWTError',
  MissingCryptographyError: 'PyJWKError',
  PyJWKSetError: 'PyJWTError',
  PyJWKClientError: 'PyJWTError',
  PyJWKClientConnectionError: 'PyJWKClientError',

  AttributeError: 'Exception',
  KeyError: 'Exception',
  OverflowError: 'Exception',
  TypeError: 'Exception',
  RecursionError: 'Exception',
  NotImplementedError: 'Exception',
  UnsupportedAlgorithm: 'Exception',
  InternalError: 'Exception',
  ValueError: 'Exception',
  JSONDecodeError: 'ValueError',
  UnicodeDecodeError: 'ValueError',
  UnicodeEncodeError: 'ValueError',
} as const;

export type ExceptionName = keyof typeof bases;

/** The class's ancestors, nearest first, without `Exception`. */
export function basesOf(exception: ExceptionName): readonly ExceptionName[] {
  const base = bases[exception];
  return base === 'Exception' ? [] : [base, ...basesOf(base)];
}

/** Whether `except name` catches the exception. */
export function isA(exception: ExceptionName, name: ExceptionName): boolean {
  return exception === name || basesOf(exception).includes(name);
}

/** Whether the exception is none of PyJWT's: `except PyJWTError` lets it through. */
export function isNative(exception: ExceptionName): boolean {
  return !isA(exception, 'PyJWTError');
}

/**
 * How far the message is Python's word for word: `exact`; `prefix` where its tail comes from Python or `cryptography` and
 * differs between their versions (or would quote a key); `pattern` where it holds a memory address.
 */
export type MessageKind = 'exact' | 'prefix' | 'pattern';

/** An exception as a value: what a Python function would have raised. */
export class Raised {
  readonly exception: ExceptionName;
  readonly message: string;
  readonly messageKind: MessageKind;
  /** Our name for it (`RefusalCode`), where the words are PyJWT's own; undefined for what Python or `cryptography` raise. */
  readonly code: string | undefined;

  constructor(exception: ExceptionName, message: string, messageKind: MessageKind = 'exact', code?: string) {
    this.exception = exception;
    this.message = message;
    this.messageKind = messageKind;
    this.code = code;
  }
}

/** Whether the result is an exception that `except name` would catch. */
export function isRaised(result: unknown, name?: ExceptionName): result is Raised {
  return result instanceof Raised && (name === undefined || isA(result.exception, name));
}
