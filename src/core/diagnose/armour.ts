import { readBase64url } from '../encoding/base64url';
import { readPem } from '../encoding/pem';
import { readDerKeys } from '../keys/der/readDerKeys';
import type { Key, KeyFormat } from '../keys/key';
import { ReadingContext } from '../keys/readingContext';

/** What stands inside a block of each label (RFC 7468, RFC 5915, PKCS#1). Other labels say nothing that could be wrong. */
const expected: Readonly<Record<string, KeyFormat>> = {
  'PUBLIC KEY': 'spki',
  'RSA PUBLIC KEY': 'pkcs1-public',
  'PRIVATE KEY': 'pkcs8',
  'ENCRYPTED PRIVATE KEY': 'pkcs8-encrypted',
  'RSA PRIVATE KEY': 'pkcs1-private',
  'EC PRIVATE KEY': 'sec1',
  CERTIFICATE: 'x509',
  'X509 CERTIFICATE': 'x509',
  'TRUSTED CERTIFICATE': 'x509',
};

/** Formats that programs know by their label: for them it must fit. */
const labelled: ReadonlySet<KeyFormat> = new Set(Object.values(expected));

/**
 * Whether strict programs read this key of the text: its PEM label says what stands inside. A text without any armour has
 * no label to be wrong.
 */
export function isAsLabelled(text: string, { span, format }: Key): boolean {
  if (!span || !labelled.has(format)) return true;
  const label = readPem(text.slice(span.start, span.end)).blocks[0]?.label;
  if (label === undefined) return true;
  // A label that nobody knows is as wrong as one of something else.
  return Object.hasOwn(expected, label) ? expected[label] === format : false;
}

/** Texts longer than this hold more than one key with a damaged line. */
const longestText = 65_536;
/** Shorter runs of base64 hold no key. */
const shortestBody = 40;

/** The key in a text whose armour is damaged or wrong, told by the structure of its octets alone; undefined where there is none. */
export async function readDespiteArmour(text: string, passphrase?: string): Promise<Key | undefined> {
  if (text.length > longestText) return undefined;
  for (const body of bodiesOf(text)) {
    const { bytes, deviations } = readBase64url(body);
    if (deviations.foreignAt !== undefined || bytes[0] !== 0x30) continue;
    try {
      const { keys } = await readDerKeys(bytes, { context: new ReadingContext(passphrase) });
      const [key] = keys;
      if (key && labelled.has(key.format)) return key;
    } catch {
      // No key at this place: what it is instead was told when the file was read.
    }
  }
  return undefined;
}

/** The parts of a text that may be the base64 of DER, without line breaks. */
function bodiesOf(text: string): readonly string[] {
  const unescaped = text.replace(/\\r\\n|\\[rn]/g, '\n');
  const withoutMarks = unescaped.replace(
    /[-–—\s]{0,10}\b(?:BEGIN|END)\b[A-Z0-9 ]{0,40}[-–—]{0,10}/gi,
    '\n|\n',
  );
  const lines = unescaped.split(/\r\n|\r|\n/).map((line) => line.trim());
  const wholeLines = lines.filter((line) => /^[A-Za-z0-9+/]{2,}={0,2}$/.test(line)).join('');
  const pieces = withoutMarks
    .split('|')
    .map((piece) => piece.replace(/[\s"'`-]+/g, ''))
    .map(lastBase64);
  return [...new Set([...pieces, wholeLines])].filter((body) => body.length >= shortestBody);
}

/** The base64 of DER that a text ends in: it begins with the octets of a SEQUENCE. */
function lastBase64(text: string): string {
  let start = text.length;
  while (start > 0 && /[A-Za-z0-9+/=]/.test(text.charAt(start - 1))) start--;
  const begin = text.indexOf('M', start);
  return begin < 0 ? '' : text.slice(begin);
}
