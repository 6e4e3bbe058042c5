import { octetAt } from '../../encoding/bytes';
import { derTag } from '../../encoding/der';
import type { KeyFormat } from '../key';

const { integer, octetString, bitString, oid, sequence } = derTag;
const tag0 = 0xa0;

/** Format -> how the outermost SEQUENCE of each begins: the tags of two members, and the length and value of a first that is a number. */
const beginnings: readonly {
  readonly tags: readonly [first: number, second: number];
  readonly version?: number;
  readonly format: KeyFormat;
}[] = [
  { tags: [sequence, bitString], format: 'spki' },
  { tags: [sequence, octetString], format: 'pkcs8-encrypted' },
  { tags: [sequence, sequence], format: 'x509' },
  { tags: [integer, octetString], format: 'sec1' },
  { tags: [integer, integer], version: 0, format: 'pkcs1-private' },
  { tags: [integer, integer], format: 'pkcs1-public' },
  { tags: [integer, sequence], version: 3, format: 'pkcs12' },
  { tags: [integer, sequence], format: 'pkcs8' },
  { tags: [oid, tag0], format: 'pkcs7' },
];

/**
 * What DER was meant to be that cannot be read, by how it begins: what is cut off or changed lies mostly behind. Undefined
 * where the beginning tells nothing.
 */
export function guessFormat(octets: Uint8Array): KeyFormat | undefined {
  const [first] = headerAt(octets, 0);
  const [content, length] = headerAt(octets, first);
  const tags = [octets[first], octets[content + length]];
  const version = length === 1 ? octetAt(octets, content) : undefined;
  return beginnings.find(
    (row) =>
      row.tags.every((tag, index) => tag === tags[index]) &&
      (row.version === undefined || row.version === version),
  )?.format;
}

/** Where the content of an element begins, and how many octets it says it has (X.690 §8.1.3); none where that is left open. */
function headerAt(octets: Uint8Array, at: number): [content: number, length: number] {
  const first = octetAt(octets, at + 1);
  if (first < 0x80) return [at + 2, first];
  const content = at + 2 + (first & 0x7f);
  return [content, octets.subarray(at + 2, content).reduce((length, octet) => length * 256 + octet, 0)];
}
