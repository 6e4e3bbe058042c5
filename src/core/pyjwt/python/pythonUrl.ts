import { Raised } from '../exceptions';
import { decodeUtf8 } from './pythonDecode';
import { pythonRepr } from './pythonText';
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
  const [, netloc = ''] = /^\/\/([^/?#]*)/.exec(scheme ? clean.slice(scheme.length + 1) : clean) ?? [];
  const fault = bracketFault(netloc) ?? normalizationFault(netloc);
  return fault === undefined ? scheme.toLowerCase() : new Raised('ValueError', fault);
}

/** What `urlsplit` says of square brackets around anything but an address of IPv6 or later. */
function bracketFault(netloc: string): string | undefined {
  if (netloc.includes('[') !== netloc.includes(']')) return 'Invalid IPv6 URL';
  if (!netloc.includes('[')) return undefined;
  const host = netloc.slice(netloc.lastIndexOf('@') + 1);
  const inner = host.includes('[') ? /^\[([^\]]*)(?:\](?::.*)?)?$/.exec(host)?.[1] : host.split(':')[0];
  if (inner === undefined) return 'Invalid IPv6 URL';
  if (inner.startsWith('v'))
    return /^v[a-fA-F0-9]+\..+$/.test(inner) ? undefined : 'IPvFuture address is invalid';
  return isIpv6(inner) ? undefined : `${pythonRepr(inner)} does not appear to be an IPv4 or IPv6 address`;
}

const ipv4 = /:(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** Whether `ipaddress` reads it: eight groups, or fewer around one `::`; a zone may follow. */
function isIpv6(text: string): boolean {
  const [address = '', ...zones] = text.split('%');
  if (zones.length > 1 || zones[0] === '') return false;
  const halves = address.replace(ipv4, ':0:0').split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const isWhole = halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length <= 7;
  return isWhole && groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group));
}

/** What `urlsplit` says of characters that become delimiters once they are normalized. */
function normalizationFault(netloc: string): string | undefined {
  const plain = netloc.replace(/[@:#?]/g, '');
  const normal = plain.normalize('NFKC');
  if (normal === plain || !/[/?#@:]/.test(normal)) return undefined;
  return `netloc '${netloc}' contains invalid characters under NFKC normalization`;
}
