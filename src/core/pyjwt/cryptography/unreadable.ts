import { FormatFault } from '../../encoding/formatFault';
import { Raised } from '../exceptions';

/** What `cryptography` says of octets and texts that are no key it reads; the tail is OpenSSL's own. */
export function unreadableKey(): Raised {
  return new Raised(
    'ValueError',
    'Could not deserialize key data. The data may be in an incorrect format…',
    'prefix',
  );
}

/** Runs a reader of binary structures; undefined where the octets are not what it reads. */
export function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof FormatFault) return undefined;
    throw thrown;
  }
}

/** Ends a reading: not in the form that was expected. */
export function malformed(): never {
  throw new FormatFault('malformed');
}
