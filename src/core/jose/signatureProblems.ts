import { headerText } from './headers';
import type { Problem } from './problem';
import type { JoseHeader, Segment } from './token';

/** Whether a signature stands where `alg` wants one, and none where it wants none (RFC 7518 §3.6). */
export function checkSignature(
  headers: readonly JoseHeader[],
  signature: Segment,
  problems: Problem[],
): void {
  const alg = headerText(headers, 'alg');
  if (alg === undefined) return;
  if (alg === 'none' && signature.text !== '')
    problems.push({ code: 'signature.unexpected', facts: {}, span: signature.span });
  if (alg !== 'none' && signature.text === '')
    problems.push({ code: 'signature.missing', facts: { alg }, span: signature.span });
}

/** Whether `typ` says that the payload is a claims set: `JWT` (RFC 7519 §5.1), `at+jwt` and its kin (RFC 8725 §3.11). */
export function isJwtType(headers: readonly JoseHeader[]): boolean {
  const typ = headerText(headers, 'typ')?.toLowerCase() ?? '';
  // `cty` says that the payload is something else again, a nested token for instance (RFC 7519 §5.2).
  return (
    (typ === 'jwt' || typ === 'application/jwt' || typ.endsWith('+jwt') || typ.endsWith('+sd-jwt')) &&
    headerText(headers, 'cty') === undefined
  );
}
