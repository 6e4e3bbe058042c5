import { readBase64url } from '../../encoding/base64url';
import type { KeyReading } from '../keyReading';
import { isKeyProblem, keyProblem, type KeyProblemFacts } from '../keyProblem';
import type { ReadingContext } from '../readingContext';
import { attempt } from '../refusal';
import { decodeText } from './decodeText';
import { readPemKeys } from './pemKeys';

/** Base64 around base64 around a key: nobody goes deeper. */
const wrappingLimit = 2;

/** The keys of a text: each format is asked in turn whether the text is its own. Never throws. */
export async function readTextKeys(
  text: string,
  context: ReadingContext,
  wrappings = 0,
): Promise<KeyReading> {
  const trimmed = text.trim();
  if (trimmed === '') return { keys: [], problems: [keyProblem('emptyFile', {})] };
  for (const read of readers) {
    const reading = await read(text, context, wrappings);
    if (reading) return reading;
  }
  const begin = /BEGIN ([A-Z0-9 ]{0,30}(?:KEY|CERTIFICATE))\b/.exec(text)?.[1];
  if (begin) return { keys: [], problems: [keyProblem('missingBegin', { label: begin })] };
  return { keys: [], problems: [keyProblem('notAKey', { looksLike: likeness(trimmed) })] };
}

type TextReader = (
  text: string,
  context: ReadingContext,
  wrappings: number,
) => Promise<KeyReading | undefined>;

/** What all but the commonest need is loaded when a text comes to be asked for it. */
const readers: readonly TextReader[] = [
  readJson,
  readPemKeys,
  readPuttyKey,
  readSshLines,
  readValue,
  readBase64,
];

async function readJson(text: string, context: ReadingContext): Promise<KeyReading | undefined> {
  // Comments may stand first in JSON that people keep.
  if (!/^\s*(?:[[{]|\/[/*])/.test(text)) return undefined;
  const { readJsonKeys } = await import('./jsonKeys');
  const reading = await readJsonKeys(text, context);
  // A text in brackets with a key in armour inside may be no JSON at all.
  const isSyntax = reading.problems[0]?.code === 'jsonSyntax';
  const isJson = /^\s*[[{]/.test(text);
  return (
    (isSyntax ? await readPemKeys(text, context) : undefined) ?? (isSyntax && !isJson ? undefined : reading)
  );
}

async function readPuttyKey(text: string, context: ReadingContext): Promise<KeyReading | undefined> {
  const trimmed = text.trim();
  if (!trimmed.startsWith('PuTTY')) return undefined;
  const { rareTexts } = await import('./rareTexts');
  if (!rareTexts.isPutty(trimmed)) return undefined;
  const key = await attempt('putty', () => rareTexts.putty(trimmed, context));
  return isKeyProblem(key) ? { keys: [], problems: [key] } : { keys: [key], problems: [] };
}

async function readSshLines(text: string): Promise<KeyReading | undefined> {
  const { rareTexts } = await import('./rareTexts');
  return await rareTexts.publicLines(text);
}

const assignment = /^(?:export\s{1,8})?[A-Za-z_][\w.-]{0,63}\s{0,8}[=:]\s{0,8}([^]+)$/;

/** `NAME=value` and a value in quotes: what stands inside, where that is a key. */
async function readValue(
  text: string,
  context: ReadingContext,
  wrappings: number,
): Promise<KeyReading | undefined> {
  const trimmed = text.trim();
  if (wrappings >= wrappingLimit || /[\r\n]/.test(trimmed)) return undefined;
  const value = (assignment.exec(trimmed)?.[1] ?? trimmed).replace(/^(["'`])([^]*)\1;?$/, '$2');
  if (value === trimmed) return undefined;
  const reading = await readTextKeys(value, context, wrappings + 1);
  return reading.problems[0]?.code === 'notAKey' ? undefined : reading;
}

/** Base64 without any armour: of DER, of an SSH blob, or of the text of a key. */
async function readBase64(
  text: string,
  context: ReadingContext,
  wrappings: number,
): Promise<KeyReading | undefined> {
  const { bytes, deviations } = readBase64url(text);
  const isBase64 = deviations.foreignAt === undefined && deviations.impossibleLength === undefined;
  // The smallest key, an Ed25519 public one, has 44 octets in DER.
  if (!isBase64 || bytes.length < 40) return undefined;
  const inner = decodeText(bytes);
  if (inner === undefined) return readBinaryBase64(bytes, context);
  if (wrappings >= wrappingLimit) return undefined;
  const reading = await readTextKeys(inner, context, wrappings + 1);
  return reading.problems[0]?.code === 'notAKey' ? undefined : withoutPlaces(reading);
}

/** Random octets begin as DER does once in some hundred times: then only a key counts, unless the lengths are long ones. */
async function readBinaryBase64(bytes: Uint8Array, context: ReadingContext): Promise<KeyReading | undefined> {
  const { rareTexts } = await import('./rareTexts');
  const reading = await rareTexts.binary(bytes, context);
  const isLikelyKey = bytes[0] !== 0x30 || bytes[1] === 0x82 || bytes[1] === 0x81;
  return reading && (reading.keys.length > 0 || isLikelyKey) ? reading : undefined;
}

/** Places in a text that was inside base64 are no places of the file. */
function withoutPlaces({ keys, problems }: KeyReading): KeyReading {
  return {
    keys: keys.map(({ material, labels, format }) => ({ material, labels, format })),
    problems: problems.map((problem) => ({ ...problem, line: 1 })),
  };
}

type Likeness = KeyProblemFacts['notAKey']['looksLike'];

function likeness(trimmed: string): Likeness {
  if (/^<(?:!doctype|html|\?xml|[a-z])/i.test(trimmed)) return 'html';
  if (/^eyJ[\w-]{4,}\.[\w-]*\.[\w-]*/.test(trimmed)) return 'token';
  return 'text';
}
