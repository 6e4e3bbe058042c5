import { isRefused, type BackendRefusal } from '../backendVerdict';
import { joseError } from './joseErrors';

type Header = Readonly<Record<string, unknown>>;

/** Extensions the header marks as critical, once each is known and there; else what jose throws for `crit`. */
export function criticalNames(
  header: Header,
  invalid: 'JWSInvalid' | 'JWEInvalid',
  known: Readonly<Record<string, boolean>> = {},
): readonly string[] | BackendRefusal {
  const { crit } = header;
  if (crit === undefined) return [];
  if (!isNames(crit))
    return joseError(
      invalid,
      '"crit" (Critical) Header Parameter MUST be an array of non-empty strings when present',
    );
  for (const name of crit) {
    const isKnown = (invalid === 'JWSInvalid' && name === 'b64') || Object.hasOwn(known, name);
    if (!isKnown)
      return joseError('JOSENotSupported', `Extension Header Parameter "${name}" is not recognized`);
    if (!Object.hasOwn(header, name))
      return joseError(invalid, `Extension Header Parameter "${name}" is missing`);
  }
  return crit;
}

/** Whether the payload is encoded (RFC 7797): `b64` counts only where `crit` names it. */
export function isPayloadEncoded(
  header: Header,
  known: Readonly<Record<string, boolean>> | undefined,
): boolean | BackendRefusal {
  const names = criticalNames(header, 'JWSInvalid', known);
  if (isRefused(names)) return names;
  if (!names.includes('b64')) return true;
  const { b64 } = header;
  if (typeof b64 === 'boolean') return b64;
  return joseError('JWSInvalid', 'The "b64" (base64url-encode payload) Header Parameter must be a boolean');
}

function isNames(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && one !== '')
  );
}
