import type { PyjwtDecodeRequest } from '../decodeRequest';
import type { Raised } from '../exceptions';
import type { LoadedToken } from '../loadToken';
import type { DecodeOptions } from '../options';
import type { PythonDict } from '../python/pythonValue';
import type { PyjwtWarning } from '../verdict';

/** A call and what came of it, as far as it came. */
export interface NoteContext {
  readonly request: PyjwtDecodeRequest;
  readonly options: DecodeOptions | undefined;
  /** The token taken apart; undefined where PyJWT could not. */
  readonly token: LoadedToken | undefined;
  readonly header: PythonDict;
  readonly payload: PythonDict;
  readonly raised: Raised | undefined;
  readonly warnings: readonly PyjwtWarning[];
}
