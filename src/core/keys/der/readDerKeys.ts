import { DerReader, derTag, type DerElement } from '../../encoding/der';
import { FormatFault } from '../../encoding/formatFault';
import type { CurveRow } from '../curve/curves';
import type { Key } from '../key';
import type { KeyReading } from '../keyReading';
import type { ReadingContext } from '../readingContext';
import { refuse } from '../refusal';
import { readPrivateInfo, readPublicInfo } from './keyInfo';
import { readPkcs1Private, readPkcs1Public } from './pkcs1';
import type { rareFormats } from './rareFormats';

/** What reading DER may need from around it. */
export interface DerSurroundings {
  readonly context: ReadingContext;
  /** The curve that an EC PARAMETERS block before the key named. */
  readonly curve?: CurveRow | undefined;
  /** More may follow the key, as trust settings do in OpenSSL's TRUSTED CERTIFICATE. */
  readonly mayGoOn?: boolean;
}

/** The first members of the outermost SEQUENCE: enough to tell the formats apart. */
interface Outline {
  readonly tags: readonly number[];
  readonly count: number;
}

type DerFormat = (outer: DerReader, whole: DerElement, around: DerSurroundings) => Promise<KeyReading>;

/**
 * Reads the keys of DER by its shape and not by what it is called: `BEGIN PUBLIC KEY` around a PKCS#1 key, or a certificate
 * named `.key`, is no riddle. Throws refusals and format faults.
 */
export async function readDerKeys(octets: Uint8Array, around: DerSurroundings): Promise<KeyReading> {
  const reader = new DerReader(octets);
  const whole = reader.take(derTag.sequence);
  if (!around.mayGoOn && hasMore(octets.subarray(whole.whole.length))) throw new FormatFault('malformed');
  const outline = outlineOf(reader.inside(whole));
  const format = formats.find(({ fits }) => fits(outline, () => reader.inside(whole)));
  if (!format) throw new FormatFault('malformed');
  return format.read(reader, whole, around);
}

/** Whether what follows is more than the line ends and zeros that some tools fill up with. */
function hasMore(rest: Uint8Array): boolean {
  return rest.some((octet) => octet !== 0 && octet !== 0x0a && octet !== 0x0d && octet !== 0x20);
}

function outlineOf(members: DerReader): Outline {
  const tags: number[] = [];
  // An RSA private key has nine members, the most of all.
  while (!members.isAtEnd && tags.length < 10) tags.push(members.next().tag);
  return { tags, count: tags.length };
}

const one = (key: Key): KeyReading => ({ keys: [key], problems: [] });
const { integer, octetString, bitString, oid, sequence } = derTag;
const begins = ({ tags }: Outline, ...expected: readonly number[]): boolean =>
  expected.every((tag, index) => tags[index] === tag);
const allIntegers = ({ tags }: Outline): boolean => tags.every((tag) => tag === integer);

/** What is rare is loaded when it comes. */
const loadRare = async (): Promise<typeof rareFormats> => (await import('./rareFormats')).rareFormats;

/** By the outline of each. */
const formats: readonly {
  readonly fits: (outline: Outline, members: () => DerReader) => boolean;
  readonly read: DerFormat;
}[] = [
  {
    // PFX: version 3 and a ContentInfo.
    fits: (outline, members) => begins(outline, integer, sequence) && members().count() === 3,
    read: async (outer, whole, { context }) => {
      const pfx = outer.inside(whole);
      pfx.count();
      return (await loadRare()).pkcs12(pfx, context);
    },
  },
  {
    fits: (outline) => begins(outline, integer, sequence),
    read: async (outer, whole) =>
      one({ ...(await readPrivateInfo('pkcs8', outer.inside(whole))), format: 'pkcs8' }),
  },
  {
    fits: (outline) => begins(outline, integer, octetString),
    read: async (outer, whole, { curve }) => {
      return one(await (await loadRare()).sec1(outer.inside(whole), curve));
    },
  },
  {
    fits: (outline) => allIntegers(outline) && outline.count >= 9,
    read: (outer, whole) => {
      const material = readPkcs1Private('pkcs1-private', outer.inside(whole));
      return Promise.resolve(one({ material, labels: {}, format: 'pkcs1-private' }));
    },
  },
  {
    fits: (outline) => allIntegers(outline) && outline.count === 6,
    read: () => refuse('unsupportedAlgorithm', { algorithm: 'DSA' }),
  },
  {
    fits: (outline) => allIntegers(outline) && outline.count === 2,
    read: (_outer, whole) => {
      const material = readPkcs1Public('pkcs1-public', whole.whole);
      return Promise.resolve(one({ material, labels: {}, format: 'pkcs1-public' }));
    },
  },
  {
    fits: (outline) => begins(outline, sequence, bitString) && outline.count === 2,
    read: async (outer, whole) =>
      one({ ...(await readPublicInfo('spki', outer.inside(whole))), format: 'spki' }),
  },
  {
    fits: (outline) => begins(outline, sequence, octetString) && outline.count === 2,
    read: async (outer, whole, { context }) => {
      return one(await (await loadRare()).encrypted(outer.inside(whole), context));
    },
  },
  {
    fits: (outline) => begins(outline, sequence, sequence, bitString),
    read: (outer, whole) => readSigned(outer, whole),
  },
  {
    fits: (outline) => begins(outline, oid, 0xa0),
    read: async (outer, whole) => {
      return (await loadRare()).pkcs7(outer.inside(whole));
    },
  },
];

/** Certificates, requests and revocation lists are all signed alike; what is signed tells them apart. */
async function readSigned(outer: DerReader, whole: DerElement): Promise<KeyReading> {
  const { tags } = outlineOf(outer.inside(whole).enter());
  const behindVersion = tags[0] === 0xa0 ? tags.slice(1) : tags;
  const isCertificate = [integer, sequence, sequence, sequence, sequence, sequence].every(
    (tag, index) => behindVersion[index] === tag,
  );
  if (isCertificate) return one(await (await loadRare()).certificate(outer, whole));
  const isRequest = [integer, sequence, sequence].every((tag, index) => tags[index] === tag);
  if (isRequest) return refuse('certificateRequest', {});
  return refuse('certificateRevocationList', {});
}
