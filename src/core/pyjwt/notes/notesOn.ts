import type { PyjwtDecodeRequest } from '../decodeRequest';
import { isRaised, type Raised } from '../exceptions';
import { loadToken, readJsonObject } from '../loadToken';
import { decodeOptions } from '../options';
import { isBytes } from '../python/pythonValue';
import type { PyjwtWarning } from '../verdict';
import { callNotes } from './callNotes';
import { claimNotes } from './claimNotes';
import { headerNotes } from './headerNotes';
import { keyNotes } from './keyNotes';
import type { PyjwtNote } from './note';
import type { NoteContext } from './noteContext';
import { textNotes } from './textNotes';

/**
 * Where a stricter reader would have stopped PyJWT, or its caller should look again: of everything in the call, whether
 * PyJWT came to it or not. Given what the call raised, if it did, and its warnings.
 */
export function notesOn(
  request: PyjwtDecodeRequest,
  raised: Raised | undefined,
  warnings: readonly PyjwtWarning[],
): readonly PyjwtNote[] {
  const options = orUndefined(decodeOptions(request.options, request.instanceOptions));
  const token = orUndefined(loadToken(request.token));
  const { detachedPayload = null } = request;
  const octets = token && isBytes(detachedPayload) ? detachedPayload : token?.payload;
  const payload = octets && orUndefined(readJsonObject(octets, 'payload'));
  const context: NoteContext = {
    request,
    options,
    token: token && octets ? { ...token, payload: octets } : undefined,
    header: token?.header ?? new Map(),
    payload: payload ?? new Map(),
    raised,
    warnings,
  };
  return [callNotes, headerNotes, claimNotes, textNotes, keyNotes].flatMap((read) => read(context));
}

function orUndefined<Value>(result: Value | Raised): Value | undefined {
  return isRaised(result) ? undefined : result;
}
