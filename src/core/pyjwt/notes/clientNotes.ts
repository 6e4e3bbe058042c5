import { isRaised } from '../exceptions';
import type { JwksClientArguments } from '../jwksClientConfig';
import { urlScheme } from '../python/pythonUrl';
import { isTruthy } from '../python/pythonValue';
import { note, type PyjwtNote } from './note';

/** What the arguments of a `PyJWKClient` leave open. */
export function clientNotes({ uri, cacheKeys = false }: JwksClientArguments): readonly PyjwtNote[] {
  const scheme = urlScheme(uri);
  return [
    ...(!isRaised(scheme) && scheme === 'http' ? [note('jwksOverHttp')] : []),
    ...(isTruthy(cacheKeys) ? [note('jwksKeysKept')] : []),
  ];
}
