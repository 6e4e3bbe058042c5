import { Raised } from '../exceptions';
import { decodeUtf8 } from './pythonDecode';
import { isBytes, isTruthy, typeName, type PythonValue } from './pythonValue';

/** What a URL parser takes off the front (WHATWG URL §4.4), and out of the middle. */
const leading = /^[\u0000-\u0020]+/u; // eslint-disable-line no-control-regex -- these characters are what is meant
const unsafe = /[\t\r\n]/g;

/** `urlparse(url).scheme.lower()`: of bytes, and of None, Python gives bytes. Raises what Python raises. */
export function urlScheme(url: PythonValue): PythonValue | Raised {
  if (typeof url === 'string') return schemeOf(url);
  if (!isBytes(url) && isTruthy(url))
    return new Raised('AttributeError', `'${typeName(url)}' object has no attribute 'decode'`, 'prefix');
  const text = isBytes(url) ? decodeUtf8(url) : '';
  const scheme = text instanceof Raised ? text : schemeOf(text);
  return scheme instanceof Raised ? scheme : new TextEncoder().encode(scheme);
}

function schemeOf(url: string): string | Raised {
  const clean = url.replace(leading, '').replace(unsafe, '');
  const [, scheme = ''] = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(clean) ?? [];
  const [, host = ''] = /^\/\/([^/?#]*)/.exec(scheme ? clean.slice(scheme.length + 1) : clean) ?? [];
  if (host.includes('[') !== host.includes(']')) return new Raised('ValueError', 'Invalid IPv6 URL');
  return scheme.toLowerCase();
}
