import { looksLikeIpv4, readIpv4, readIpv6, type Ipv4 } from './ipAddress';

/**
 * What a host is, as far as its spelling tells: only `public` may be asked for keys; `loopback` where the user allows it.
 * A public name can still be resolved to a private address: nothing here sees that.
 */
export type AddressKind = 'public' | 'loopback' | 'private' | 'linkLocal' | 'reserved' | 'unreadable';

/** Names that mean this network rather than the public one (RFC 6761, 6762, 8375, ICANN's `.internal`, and habits). */
const localSuffixes = ['local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'localdomain'];

/** Network, length of its prefix in bits, kind: the special-purpose registry of IPv4 (RFC 6890), multicast and the rest above 240. */
const specialNetworks: readonly (readonly [string, number, AddressKind])[] = [
  ['0.0.0.0', 8, 'reserved'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'private'],
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.0.0', 16, 'linkLocal'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'reserved'],
  ['192.0.2.0', 24, 'reserved'],
  ['192.88.99.0', 24, 'reserved'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'reserved'],
  ['198.51.100.0', 24, 'reserved'],
  ['203.0.113.0', 24, 'reserved'],
  ['224.0.0.0', 3, 'reserved'],
];

/** The kind of a host as `URL.hostname` has it, or as a person may write it: a name, IPv4 in any spelling, `[IPv6]`. */
export function addressKind(host: string): AddressKind {
  if (host.startsWith('[')) {
    const groups = host.endsWith(']') ? readIpv6(host.slice(1, -1)) : undefined;
    return groups ? ipv6Kind(groups) : 'unreadable';
  }
  if (looksLikeIpv4(host)) {
    const address = readIpv4(host);
    return address ? ipv4Kind(address) : 'unreadable';
  }
  return nameKind(host.toLowerCase().replace(/\.$/, ''));
}

function nameKind(name: string): AddressKind {
  // What `URL` writes: other letters come as punycode, and anything else is no name of a host.
  if (!/^[a-z\d_-]+(\.[a-z\d_-]+)*$/.test(name) || name.length > 253) return 'unreadable';
  const labels = name.split('.');
  const last = labels.at(-1) ?? '';
  if (last === 'localhost') return 'loopback';
  const isLocal = labels.length === 1 || localSuffixes.includes(last) || name.endsWith('.home.arpa');
  return isLocal ? 'private' : 'public';
}

function ipv4Kind(address: Ipv4): AddressKind {
  const value = toNumber(address);
  for (const [network, bits, kind] of specialNetworks) {
    const base = readIpv4(network);
    const size = 2 ** (32 - bits);
    if (base && Math.floor(value / size) === Math.floor(toNumber(base) / size)) return kind;
  }
  return 'public';
}

function toNumber([a, b, c, d]: Ipv4): number {
  return ((a * 256 + b) * 256 + c) * 256 + d;
}

/** RFC 4291, RFC 6890: what is not global unicast is not public; what carries an IPv4 address is what that address is. */
function ipv6Kind(groups: readonly number[]): AddressKind {
  const [first = 0, second = 0, third = 0] = groups;
  const isZeroUntil = (end: number): boolean => groups.slice(0, end).every((group) => group === 0);
  if (isZeroUntil(7)) return groups[7] === 1 ? 'loopback' : 'reserved';
  const isMapped = isZeroUntil(5) && (groups[5] === 0xffff || groups[5] === 0);
  const isTranslated =
    first === 0x64 && second === 0xff9b && groups.slice(2, 6).every((group) => group === 0);
  if (isMapped || isTranslated) return ipv4Kind(ipv4From(groups[6], groups[7]));
  if (first === 0x2002) return ipv4Kind(ipv4From(second, third));
  if ((first & 0xfe00) === 0xfc00) return 'private';
  if ((first & 0xffc0) === 0xfe80) return 'linkLocal';
  const isGlobal = (first & 0xe000) === 0x2000;
  const isSpecial = first === 0x2001 && (second < 0x200 || second === 0xdb8);
  return isGlobal && !isSpecial && first !== 0x3fff ? 'public' : 'reserved';
}

function ipv4From(high = 0, low = 0): Ipv4 {
  return [high >>> 8, high & 255, low >>> 8, low & 255];
}
