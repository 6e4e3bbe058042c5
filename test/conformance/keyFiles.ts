import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decryptToken } from '../../src/core/decrypt/decryptToken';
import { parseToken } from '../../src/core/jose/parseToken';
import { hasPrivate, publicPart } from '../../src/core/keys/jwk';
import type { Key, SecretEncoding } from '../../src/core/keys/key';
import type { KeyProblem } from '../../src/core/keys/keyProblem';
import type { KeyReading } from '../../src/core/keys/keyReading';
import { readKeys } from '../../src/core/keys/readKeys';
import { keyBits } from '../../src/core/keys/summarizeKey';
import { thumbprint } from '../../src/core/keys/thumbprint';
import { keyProblemText } from '../../src/core/present/keyWording';
import { english } from '../../src/core/present/wording';
import { verifySignature } from '../../src/core/verify/verifySignature';
import type { CaseResult } from './runner';

/** One entry of `key-files/1`, as far as the runner reads it. */
interface KeyFileEntry {
  readonly file: string;
  readonly format: string;
  readonly expected: 'ok' | 'error' | 'either' | 'must-not-verify';
  readonly type: string | null;
  readonly curve?: string | null;
  readonly bits?: number;
  readonly pair?: string | null;
  readonly private: boolean | null;
  readonly passphrase: string | null;
  readonly alg: string | null;
  readonly token: string | null;
}

interface Place {
  readonly folder: string;
  readonly entries: readonly KeyFileEntry[];
}

type Encoding = SecretEncoding | 'binary';

/** Runs a `key-files/1` file; `test/vectors/keys/README.md` says what passes. */
export async function* runKeyFiles(
  file: unknown,
  { folder }: { readonly folder: string },
): AsyncGenerator<CaseResult> {
  const { entries } = file as { readonly entries: readonly KeyFileEntry[] };
  for (const [index, entry] of entries.entries())
    yield { id: `${index}:${entry.file}`, ...(await judges[entry.expected](entry, { folder, entries })) };
}

type Judge = (entry: KeyFileEntry, place: Place) => Promise<Omit<CaseResult, 'id'>>;

const judges: Readonly<Record<KeyFileEntry['expected'], Judge>> = {
  ok: judgeOk,
  error: judgeError,
  async either(entry, place) {
    const got = describe(await read(entry, place, encodingOf(entry)));
    return { passed: true, got, leftOut: 'either: reading it is a convenience' };
  },
  'must-not-verify': judgeNeverVerified,
};

async function judgeOk(entry: KeyFileEntry, place: Place): Promise<Omit<CaseResult, 'id'>> {
  const reading = await read(entry, place, encodingOf(entry));
  const fitting = reading.keys.filter((key) => isOfKind(key, entry));
  let works = false;
  for (const key of fitting) works ||= await serves(key, entry, place);
  const got = `${describe(reading)}; ${works ? 'serves the token' : 'does not serve the token'}`;
  const kind = [entry.private === true ? 'private' : '', entry.type, entry.curve ?? entry.bits].join(' ');
  return { passed: works, expected: `${kind} that serves the token`, got };
}

async function judgeError(entry: KeyFileEntry, place: Place): Promise<Omit<CaseResult, 'id'>> {
  const { keys, problems } = await read(entry, place, encodingOf(entry));
  const sentences = problems.map((problem) => keyProblemText(problem, english));
  const passed = keys.length === 0 && sentences.length > 0 && sentences.every(isFitForPeople);
  const got = keys.length > 0 ? `${keys.length} keys` : sentences.join(' ');
  return { passed, expected: 'refused with a sentence that names what is wrong', got };
}

/** Tried as a key file and as a secret in every encoding: the token is never verified. */
async function judgeNeverVerified(entry: KeyFileEntry, place: Place): Promise<Omit<CaseResult, 'id'>> {
  const encodings = [undefined, 'utf8', 'base64', 'base64url', 'hex', 'binary'] as const;
  const verified: string[] = [];
  for (const encoding of encodings) {
    const { keys } = await read(entry, place, encoding);
    for (const key of keys) if (await verifies(key, entry.token ?? '')) verified.push(encoding ?? 'as a key');
  }
  const got = verified.join(', ') || 'never verified';
  return { passed: verified.length === 0, expected: 'never verified', got };
}

async function read(
  { file, passphrase }: KeyFileEntry,
  { folder }: Place,
  secretEncoding: Encoding | undefined,
): Promise<KeyReading> {
  const bytes = new Uint8Array(await readFile(join(folder, file)));
  return readKeys(
    { bytes, name: file.slice(file.lastIndexOf('/') + 1) },
    { ...(passphrase === null ? {} : { passphrase }), ...(secretEncoding ? { secretEncoding } : {}) },
  );
}

/** How the file is said to hold a secret: what a user says in the settings. */
function encodingOf({ format }: KeyFileEntry): Encoding | undefined {
  return /^secret-(utf8|base64|base64url|hex|binary)$/.exec(format)?.[1] as Encoding | undefined;
}

/** The `kty` of each `type` of the index; a set may hold any. */
const typeNames: Readonly<Record<string, string>> = { 'RSA-PSS': 'RSA' };

function isOfKind({ material }: Key, entry: KeyFileEntry): boolean {
  const { type, curve, bits } = entry;
  if (type !== 'set' && type !== null && material.kty !== (typeNames[type] ?? type)) return false;
  const name = 'crv' in material ? material.crv : material.kty === 'AKP' ? material.alg : undefined;
  if (curve != null && name !== curve) return false;
  if (bits !== undefined && keyBits(material) !== bits) return false;
  return entry.private === null || material.kty === 'oct' || hasPrivate(material) === entry.private;
}

/** Verifies or decrypts the token; a public key of key agreement can do neither, and must be its private key's own half. */
async function serves(key: Key, entry: KeyFileEntry, place: Place): Promise<boolean> {
  const token = parseToken(entry.token ?? '');
  if (token.kind === 'jws') return verifies(key, token.text);
  if (token.kind !== 'jwe') return false;
  if (hasPrivate(key.material)) return (await decryptToken(token, key)).status === 'decrypted';
  return (await halfOf(entry, place)).includes(await thumbprint(key.material));
}

/** Thumbprints of the public halves of the pair's private keys elsewhere in the index. */
async function halfOf({ pair }: KeyFileEntry, place: Place): Promise<string[]> {
  const other = place.entries.find(
    (entry) => entry.pair === pair && entry.private === true && entry.expected === 'ok',
  );
  const keys = other ? (await read(other, place, undefined)).keys : [];
  const halves = keys.map(({ material }) => publicPart(material)).filter((half) => half !== undefined);
  return Promise.all(halves.map(thumbprint));
}

async function verifies(key: Key, text: string): Promise<boolean> {
  const token = parseToken(text);
  if (token.kind !== 'jws') return false;
  return (await verifySignature(token, 0, key)).status === 'valid';
}

/** One or more whole sentences without placeholders left, stack lines, or the ways libraries speak. */
function isFitForPeople(sentence: string): boolean {
  return (
    /^[A-Z“][^{}\r\n]{10,}[.?]$/u.test(sentence) &&
    !/undefined|NaN|Error\b|exception|OpenSSL|asn1|\bat .*:\d+|0x[0-9a-f]{4}/i.test(sentence)
  );
}

function describe({ keys, problems }: KeyReading): string {
  const named = keys.map(({ material, format }) => `${material.kty} (${format})`);
  return [...named, ...problems.map((problem: KeyProblem) => problem.code)].join(', ') || 'nothing';
}
