import { refused, type BackendRefusal } from '../backendVerdict';

/** The classes jose throws -> their `code`. */
const codes = {
  JOSEAlgNotAllowed: 'ERR_JOSE_ALG_NOT_ALLOWED',
  JOSENotSupported: 'ERR_JOSE_NOT_SUPPORTED',
  JWEDecryptionFailed: 'ERR_JWE_DECRYPTION_FAILED',
  JWEInvalid: 'ERR_JWE_INVALID',
  JWSInvalid: 'ERR_JWS_INVALID',
  JWSSignatureVerificationFailed: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  JWTClaimValidationFailed: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
  JWTExpired: 'ERR_JWT_EXPIRED',
  JWTInvalid: 'ERR_JWT_INVALID',
} as const;

/** An error of one of jose's own classes. */
export function joseError(className: keyof typeof codes, message: string): BackendRefusal {
  return refused(className, message, { code: codes[className] });
}

/** An error about a claim. */
export function claimError(
  className: 'JWTClaimValidationFailed' | 'JWTExpired',
  message: string,
  claim: string,
  reason: 'missing' | 'invalid' | 'check_failed' | 'mismatch',
): BackendRefusal {
  return refused(className, message, { code: codes[className], claim, reason });
}

/** What the runtime or jose throws for arguments of the wrong kind. */
export function typeError(message: string): BackendRefusal {
  return refused('TypeError', message);
}
