/** The octets of an IPv4 address: four of them, most significant first. */
export type Ipv4 = readonly [number, number, number, number];

/** Whether a host can only be meant as an IPv4 address: its last label is a number (WHATWG URL, "ends in a number"). */
export function looksLikeIpv4(host: string): boolean {
  return /(^|\.)(\d+|0x[\da-f]*)\.?$/i.test(host);
}

/**
 * Reads an IPv4 address in every spelling a resolver takes: four parts or fewer, each decimal, octal (`017`) or
 * hexadecimal (`0x11`), the last one filling what is left (WHATWG URL §3.5). Undefined for anything else.
 */
export function readIpv4(host: string): Ipv4 | undefined {
  const parts = host.replace(/\.$/, '').split('.');
  if (parts.length > 4) return undefined;
  const numbers = parts.map(readPart);
  const last = numbers.pop();
  if (last === undefined || last >= 256 ** (4 - numbers.length)) return undefined;
  if (numbers.some((number) => number === undefined || number > 255)) return undefined;
  const value = numbers.reduce<number>(
    (sum, number, index) => sum + (number ?? 0) * 256 ** (3 - index),
    last,
  );
  return octets(value);
}

function readPart(part: string): number | undefined {
  if (part.length > 16) return undefined;
  if (/^0x[\da-f]*$/i.test(part)) return part.length === 2 ? 0 : Number.parseInt(part.slice(2), 16);
  if (/^0[0-7]+$/.test(part)) return Number.parseInt(part, 8);
  return /^(0|[1-9]\d*)$/.test(part) ? Number(part) : undefined;
}

function octets(value: number): Ipv4 {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

/** The eight groups of an IPv6 address, without brackets, in every form of RFC 4291 §2.2. Undefined for anything else, zones included. */
export function readIpv6(text: string): readonly number[] | undefined {
  if (text.length > 45) return undefined;
  const halves = text.split('::');
  // Only the end of the whole may be written as IPv4.
  if (halves.length > 2 || (halves.length === 2 && halves[0]?.includes('.'))) return undefined;
  const [head, tail] = halves.map(readGroups);
  if (!head || (halves.length === 2 && !tail)) return undefined;
  if (!tail) return head.length === 8 ? head : undefined;
  const missing = 8 - head.length - tail.length;
  return missing < 1 ? undefined : [...head, ...Array<number>(missing).fill(0), ...tail];
}

/** Four decimal parts: RFC 4291 §2.2 knows no other spelling of IPv4 within IPv6. */
const dottedDecimal = /^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/;

function readGroups(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (/^[\da-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else {
      const isLast = index === parts.length - 1;
      const address = isLast && dottedDecimal.test(part) ? readIpv4(part) : undefined;
      if (!address) return undefined;
      const [a, b, c, d] = address;
      groups.push(a * 256 + b, c * 256 + d);
    }
  }
  return groups;
}
