import type { Bytes } from '../../encoding/bytes';
import { Raised } from '../exceptions';
import {
  asObject,
  equals,
  isBytes,
  isDict,
  isHashable,
  itemsOf,
  typeName,
  type PythonValue,
} from './pythonValue';

/**
 * `item in container`: a part of a text, an equal member, a key. Raises TypeError where Python does: for what is no
 * container, for anything but text in a text, and for what has no hash in a dict or set.
 */
export function contains(container: PythonValue, item: PythonValue): boolean | Raised {
  if (typeof container === 'string')
    return typeof item === 'string'
      ? container.includes(item)
      : new Raised('TypeError', `'in <string>' requires string as left operand, not ${typeName(item)}`);
  const isKeyed = isDict(container) || asObject(container, 'set') !== undefined;
  if (isKeyed && !isHashable(item))
    return new Raised('TypeError', `unhashable type: '${typeName(item)}'`, 'prefix');
  if (isBytes(container)) return containsOctet(container, item);
  const items = itemsOf(container);
  if (!items)
    return new Raised('TypeError', `argument of type '${typeName(container)}' is not iterable`, 'prefix');
  return items.some((each) => equals(each, item));
}

/** An octet is an int or a bool, and within its range. */
function containsOctet(octets: Bytes, item: PythonValue): boolean | Raised {
  if (typeof item !== 'bigint' && typeof item !== 'boolean')
    return new Raised('TypeError', `a bytes-like object is required, not '${typeName(item)}'`);
  const octet = Number(item);
  if (octet < 0 || octet > 255) return new Raised('ValueError', 'byte must be in range(0, 256)');
  return octets.includes(octet);
}
