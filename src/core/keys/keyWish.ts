import type { SignatureAlgorithm } from '../jose/algorithms';
import { headerText } from '../jose/headers';
import type { JoseHeader } from '../jose/token';
import type { KeyWish } from './rankKeys';

/** Which key a JOSE header asks for, by the parameters that name one (RFC 7515 §4.1.4, §4.1.7-8). */
export function keyWish(
  headers: readonly JoseHeader[],
  algorithm: SignatureAlgorithm,
  purpose: 'verify' | 'sign',
): KeyWish {
  return {
    alg: algorithm.alg,
    fit: algorithm,
    purpose,
    kid: headerText(headers, 'kid'),
    x5t: headerText(headers, 'x5t'),
    'x5t#S256': headerText(headers, 'x5t#S256'),
  };
}
