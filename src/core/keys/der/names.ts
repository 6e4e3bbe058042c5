import { octetAt } from '../../encoding/bytes';
import { derTag, type DerElement, type DerReader } from '../../encoding/der';

/** How the string types of ASN.1 are encoded (X.680 §41); others are shown as Latin-1, as is usual. */
const decoders: Readonly<Record<number, (content: Uint8Array) => string>> = {
  0x0c: (content) => new TextDecoder('utf-8').decode(content),
  0x1e: (content) => decodeUtf16(content),
};

/** Text of an ASN.1 string, at most so many characters; control characters are dropped. */
export function asn1Text({ tag, content }: DerElement, limit = 200): string {
  const decode = decoders[tag] ?? ((octets: Uint8Array) => String.fromCharCode(...octets));
  const text = decode(content.subarray(0, 4 * limit)).slice(0, limit);
  return text.replace(/\p{Cc}/gu, '');
}

/** BMPString: UTF-16, most significant octet first; odd octets at the end are dropped. */
function decodeUtf16(content: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < content.length; at += 2)
    text += String.fromCharCode(octetAt(content, at) * 256 + octetAt(content, at + 1));
  return text;
}

/** Attributes by which a person knows a subject, best first (RFC 5280 §4.1.2.4). */
const telling = ['2.5.4.3', '2.5.4.11', '2.5.4.10', '1.2.840.113549.1.9.1'];

/** The most telling name of a distinguished name: its common name, unit, organisation or address. */
export function readName(name: DerReader): string | undefined {
  const found = new Map<string, string>();
  while (!name.isAtEnd) {
    const relative = name.enter(derTag.set);
    while (!relative.isAtEnd) {
      const attribute = relative.enter();
      const oid = attribute.oid();
      if (telling.includes(oid) && !attribute.isAtEnd) found.set(oid, asn1Text(attribute.next()));
    }
  }
  return telling.map((oid) => found.get(oid)).find((text) => text !== undefined && text !== '');
}

/** Seconds since the epoch of a UTCTime or GeneralizedTime (RFC 5280 §4.1.2.5); undefined where it is neither. */
export function readTime({ tag, content }: DerElement): number | undefined {
  const text = String.fromCharCode(...content.subarray(0, 32));
  const parts = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?Z$/.exec(text);
  if (!parts) return undefined;
  const [, year = '', month, day, hour, minute, second = '0'] = parts;
  if (year.length !== (tag === 0x17 ? 2 : 4)) return undefined;
  // RFC 5280 §4.1.2.5.1: two digits stand for 1950 to 2049.
  const century = year.length === 4 ? 0 : Number(year) < 50 ? 2000 : 1900;
  const milliseconds = Date.UTC(
    century + Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return milliseconds / 1000;
}
