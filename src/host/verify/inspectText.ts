import { leewayFor } from '../profiles/expectations';
import type { Inspection } from '../../core/inspect/inspection';
import { inspectToken } from '../../core/inspect/inspectToken';
import { parseToken } from '../../core/jose/parseToken';
import type { Token } from '../../core/jose/token';
import type { Settings } from '../platform/settings';

/** What can be said of a token without a key: no file is touched, nothing awaited. `moment` in seconds since the epoch. */
export function inspectText(
  text: string,
  settings: Settings,
  moment: number,
): { readonly token: Token; readonly inspection: Inspection } {
  const token = parseToken(text);
  return { token, inspection: inspectToken(token, moment, leewayFor(token, settings)) };
}
