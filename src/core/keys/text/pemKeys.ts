import { readBase64url } from '../../encoding/base64url';
import type { Bytes } from '../../encoding/bytes';
import { FormatFault } from '../../encoding/formatFault';
import { readPem, type PemBlock, type PemFault } from '../../encoding/pem';
import type { CurveRow } from '../curve/curves';
import { readDerKeys } from '../der/readDerKeys';
import type { Key, KeyFormat } from '../key';
import { isKeyProblem, keyProblem, type KeyProblem } from '../keyProblem';
import type { KeyReading } from '../keyReading';
import type { ReadingContext } from '../readingContext';
import { attempt, refuse } from '../refusal';
import { isOpensshPrivate } from '../ssh/opensshMagic';
import { isLabelledFor, isMereCompany, labelRule } from './pemLabels';

/** The keys of all blocks of a text, in their order; undefined where the text has no BEGIN and no END line. */
export async function readPemKeys(text: string, context: ReadingContext): Promise<KeyReading | undefined> {
  const { blocks, faults, isCut } = readPem(text);
  if (blocks.length + faults.length === 0) return undefined;
  const keys: Key[] = [];
  const problems: KeyProblem[] = faults.map(faultProblem);
  let curve: CurveRow | undefined;
  for (const block of blocks) {
    const reading = await readBlock(block, context, curve);
    // Only in front of a key without parameters of its own do these say anything.
    curve = block.label === 'EC PARAMETERS' ? await curveOf(block) : undefined;
    for (const key of reading.keys) keys.push({ ...key, span: block.span, line: block.line });
    for (const problem of reading.problems) problems.push({ ...problem, line: block.line });
  }
  if (isCut) problems.push(keyProblem('tooMany', { count: blocks.length + 1, limit: blocks.length }));
  return { keys, problems: keys.length === 0 ? problems : problems.filter((each) => !isMereCompany(each)) };
}

function faultProblem({ code, label, end = '', line }: PemFault): KeyProblem {
  return code === 'labelMismatch'
    ? keyProblem(code, { begin: label, end }, line)
    : keyProblem(code, { label }, line);
}

async function readBlock(
  block: PemBlock,
  context: ReadingContext,
  curve: CurveRow | undefined,
): Promise<KeyReading> {
  const rule = labelRule(block.label);
  if (!rule.format) return { keys: [], problems: [rule.problem] };
  const format = isLegacyEncrypted(block) ? 'pem-encrypted' : rule.format;
  const reading = await attempt(format, () => readBody(format, block, context, curve));
  return isKeyProblem(reading) ? { keys: [], problems: [reading] } : reading;
}

async function readBody(
  format: KeyFormat,
  block: PemBlock,
  context: ReadingContext,
  curve: CurveRow | undefined,
): Promise<KeyReading> {
  const octets = bodyOctets(block);
  // What is rare is loaded when it comes.
  if (isOpensshPrivate(octets) || format === 'openssh-private') {
    const { rareTexts } = await import('./rareTexts');
    return { keys: await rareTexts.opensshPrivate(octets, context), problems: [] };
  }
  if (format === 'rfc4716') {
    const { rareTexts } = await import('./rareTexts');
    const comment = block.headers.get('comment') ?? block.headers.get('subject');
    const material = await rareTexts.publicBlob(octets);
    return { keys: [{ material, labels: comment ? { comment } : {}, format }], problems: [] };
  }
  if (format !== 'pem-encrypted') {
    const mayGoOn = block.label === 'TRUSTED CERTIFICATE';
    return rightlyLabelled(block, format, await readDerKeys(octets, { context, curve, mayGoOn }));
  }
  const { rareTexts } = await import('./rareTexts');
  const opened = await rareTexts.legacyPem(block, octets, context);
  return readOpened(opened, context, curve);
}

/** Whether the block is enciphered the way of RFC 1421, as OpenSSL wrote private keys before PKCS#8. */
function isLegacyEncrypted({ headers }: PemBlock): boolean {
  return headers.has('dek-info') || /ENCRYPTED/.test(headers.get('proc-type') ?? '');
}

function rightlyLabelled({ label }: PemBlock, format: KeyFormat, reading: KeyReading): KeyReading {
  const other = reading.keys.find((key) => !isLabelledFor(format, key.format));
  return other ? refuse('labelContradicts', { label, format: other.format }) : reading;
}

/** What came out of the cipher: octets that are no key mean a wrong passphrase whose padding was right by chance. */
async function readOpened(
  octets: Bytes,
  context: ReadingContext,
  curve: CurveRow | undefined,
): Promise<KeyReading> {
  try {
    const { keys, problems } = await readDerKeys(octets, { context, curve });
    return { keys: keys.map((key) => ({ ...key, format: 'pem-encrypted' })), problems };
  } catch (error) {
    if (error instanceof FormatFault) refuse('passphraseWrong', { format: 'pem-encrypted' });
    throw error;
  }
}

function bodyOctets({ label, body }: PemBlock): Bytes {
  if (body === '') refuse('emptyBlock', { label });
  const { bytes, deviations } = readBase64url(body);
  const { foreignAt, impossibleLength } = deviations;
  if (foreignAt !== undefined) refuse('notBase64', { label, character: body.charAt(foreignAt) });
  if (impossibleLength !== undefined) throw new FormatFault('truncated');
  return bytes;
}

async function curveOf(block: PemBlock): Promise<CurveRow | undefined> {
  const { rareTexts } = await import('./rareTexts');
  const curve = await attempt('sec1', () => rareTexts.ecParameters(bodyOctets(block)));
  return isKeyProblem(curve) ? undefined : curve;
}
