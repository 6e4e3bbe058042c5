import { DerReader, derTag, type DerElement } from '../../encoding/der';
import { FormatFault } from '../../encoding/formatFault';
import type { Key } from '../key';
import { isKeyProblem, keyProblem, type KeyProblem } from '../keyProblem';
import type { KeyReading } from '../keyReading';
import { decryptWithPassword } from '../password/passwordEncryption';
import type { ReadingContext } from '../readingContext';
import { attempt, refuse } from '../refusal';
import { readDecryptedInfo } from './encryptedInfo';
import { readPrivateInfo, type KeyInfo } from './keyInfo';
import { asn1Text } from './names';
import { readMac } from './pkcs12Mac';
import { readCertificate } from './x509';

const dataOid = '1.2.840.113549.1.7.1';
const encryptedDataOid = '1.2.840.113549.1.7.6';
/** Bags of one file that are looked into. */
const bagLimit = 200;
/** Bags inside bags. */
const nestingLimit = 5;

/** What is gathered while the bags are opened. */
interface Gathering {
  readonly context: ReadingContext;
  readonly passphrase: string;
  readonly keys: Key[];
  readonly problems: KeyProblem[];
  bags: number;
}

/** The keys and certificates of a PKCS#12 file, of which the reader gives the members of the PFX behind its version (RFC 7292 §4). */
export async function readPkcs12(pfx: DerReader, context: ReadingContext): Promise<KeyReading> {
  const authSafe = pfx.enter();
  // Signed with a certificate instead of a password: nobody writes these.
  if (authSafe.oid() !== dataOid) refuse('unsupportedCipher', { name: 'PKCS#12 public-key integrity' });
  const content = authSafe.enter(0xa0).octets();
  const passphrase = await openingPassphrase(pfx, content, context);
  const gathering: Gathering = { context, passphrase, keys: [], problems: [], bags: 0 };
  const contents = new DerReader(content).enter();
  while (!contents.isAtEnd) await openContent(contents.enter(), gathering);
  const { keys, problems } = gathering;
  if (keys.length + problems.length === 0) refuse('noKeyInside', { format: 'pkcs12' });
  // The private key is what such a file is for; its certificates come after it.
  const isPrivate = (key: Key): boolean => key.labels.x5t === undefined;
  return { keys: [...keys.filter(isPrivate), ...keys.filter((key) => !isPrivate(key))], problems };
}

/** The passphrase given, else the empty one where that is it; refused where the file says it is not. */
async function openingPassphrase(
  pfx: DerReader,
  content: Uint8Array,
  context: ReadingContext,
): Promise<string> {
  const passphrase = context.passphrase ?? '';
  if (pfx.isAtEnd) return context.needPassphrase('pkcs12');
  if (await readMac(pfx.enter(), content, context)(passphrase)) return passphrase;
  return refuse(context.passphrase === undefined ? 'passphraseNeeded' : 'passphraseWrong', {
    format: 'pkcs12',
  });
}

/** One ContentInfo: bags in the open, or enciphered (RFC 7292 §4.1). */
async function openContent(info: DerReader, gathering: Gathering): Promise<void> {
  const oid = info.oid();
  const content = info.enter(0xa0);
  if (oid === dataOid) return openBags(new DerReader(content.octets()).enter(), gathering, 0);
  if (oid !== encryptedDataOid) refuse('unsupportedCipher', { name: oid });
  const encryptedData = content.enter();
  encryptedData.count();
  const encryptedInfo = encryptedData.enter();
  encryptedInfo.oid();
  const identifier = encryptedInfo.enter();
  const encrypted = implicitOctets(encryptedInfo);
  const { context, passphrase } = gathering;
  const octets = await decryptWithPassword('pkcs12', identifier, encrypted, passphrase, context);
  return openBags(new DerReader(octets).enter(), gathering, 0);
}

/** [0] IMPLICIT OCTET STRING, in one piece or several. */
function implicitOctets(reader: DerReader): Uint8Array {
  if (reader.nextTag === 0xa0) return reader.pieces(reader.next());
  return reader.take(0x80).content;
}

async function openBags(bags: DerReader, gathering: Gathering, depth: number): Promise<void> {
  if (depth > nestingLimit) throw new FormatFault('malformed');
  while (!bags.isAtEnd) {
    const bag = bags.enter();
    if (++gathering.bags > bagLimit) {
      const facts = { count: gathering.bags, limit: bagLimit };
      gathering.problems.push(keyProblem('tooMany', facts));
      return;
    }
    const type = bag.oid();
    const value = bag.enter(0xa0);
    if (type === safeContentsBag) await openBags(value.enter(), gathering, depth + 1);
    const read = Object.hasOwn(bagReaders, type) ? bagReaders[type] : undefined;
    if (!read) continue;
    const attributes = bag.optional(derTag.set);
    const name = attributes && friendlyName(bag.inside(attributes));
    const key = await attempt('pkcs12', () => read(value, gathering));
    if (isKeyProblem(key)) gathering.problems.push(key);
    else if (key) gathering.keys.push(named(key, name));
  }
}

const safeContentsBag = '1.2.840.113549.1.12.10.1.6';

type BagReader = (value: DerReader, gathering: Gathering) => Promise<Key | undefined>;

/** The bags that hold keys (RFC 7292 §4.2); lists of revocations and secrets are passed over. */
const bagReaders: Readonly<Record<string, BagReader>> = {
  '1.2.840.113549.1.12.10.1.1': async (value) => bagKey(await readPrivateInfo('pkcs12', value.enter())),
  '1.2.840.113549.1.12.10.1.2': async (value, { context, passphrase }) => {
    const info = value.enter();
    const octets = await decryptWithPassword('pkcs12', info.enter(), info.octets(), passphrase, context);
    return bagKey(await readDecryptedInfo('pkcs12', octets));
  },
  '1.2.840.113549.1.12.10.1.3': async (value) => {
    const bag = value.enter();
    if (bag.oid() !== '1.2.840.113549.1.9.22.1') return undefined;
    const wrapped = new DerReader(bag.enter(0xa0).octets());
    return readCertificate(wrapped, wrapped.take(derTag.sequence), 'pkcs12');
  },
};

function bagKey(info: KeyInfo): Key {
  return { ...info, format: 'pkcs12' };
}

function named(key: Key, name: string | undefined): Key {
  return name ? { ...key, labels: { ...key.labels, comment: name } } : key;
}

/** friendlyName (RFC 2985 §5.5.1). */
function friendlyName(attributes: DerReader): string | undefined {
  while (!attributes.isAtEnd) {
    const attribute = attributes.enter();
    const isName = attribute.oid() === '1.2.840.113549.1.9.20';
    const values: DerElement = attribute.take(derTag.set);
    if (isName) return asn1Text(attribute.inside(values).next());
  }
  return undefined;
}
