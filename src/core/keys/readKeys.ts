import { ownBytes } from '../encoding/bytes';
import type { Key } from './key';
import { isKeyProblem, keyProblem, type KeyProblem } from './keyProblem';
import type { KeyContent, KeyReading, ReadKeysOptions } from './keyReading';
import { looksLikeKeyText } from './looksLikeKey';
import { ReadingContext } from './readingContext';
import { readSecret } from './secret';
import { decodeText } from './text/decodeText';
import { readTextKeys } from './text/readTextKeys';

/** The most that is read as a key, in bytes: a bundle of all certificate authorities has a quarter of it. */
export const keyFileLimit = 1_048_576;

/** Problems told of one file: nobody reads more. */
const problemLimit = 100;

/**
 * All keys of a file, whatever format it is in: PEM and DER of every kind, PKCS#12, PKCS#7, OpenSSH, PuTTY, JWK and JWK Set;
 * a secret, where the options say that it is one. Never throws; what cannot be read is told as problems. Work is bounded:
 * see `derivationLimits` for passphrases.
 */
export async function readKeys(
  { bytes, name }: KeyContent,
  options: ReadKeysOptions = {},
): Promise<KeyReading> {
  if (bytes.length > keyFileLimit)
    return failed(keyProblem('tooLarge', { bytes: bytes.length, limit: keyFileLimit }));
  if (bytes.length === 0) return failed(keyProblem('emptyFile', {}));
  const context = new ReadingContext(options.passphrase);
  const { secretEncoding } = options;
  const reading = await readAny(bytes, context, name);
  if (secretEncoding === undefined) return reading;
  // What reads as a key is one: its text is never a secret.
  if (reading.keys.length > 0 || looksLikeKeyText(bytes)) return reading;
  const secret = readSecretFile(bytes, secretEncoding);
  return isKeyProblem(secret) ? failed(secret) : { keys: [secret], problems: [] };
}

async function readAny(
  bytes: Uint8Array,
  context: ReadingContext,
  name: string | undefined,
): Promise<KeyReading> {
  const text = decodeText(bytes);
  const reading =
    text === undefined ? await readBinary(bytes, context, name) : await readTextKeys(text, context);
  const { keys, problems } = reading ?? failed(keyProblem('binaryUnknown', {}));
  return { keys, problems: problems.slice(0, problemLimit) };
}

async function readBinary(
  bytes: Uint8Array,
  context: ReadingContext,
  name: string | undefined,
): Promise<KeyReading | undefined> {
  const { rareTexts } = await import('./text/rareTexts');
  return await rareTexts.binary(bytes, context, name);
}

function readSecretFile(
  bytes: Uint8Array,
  encoding: NonNullable<ReadKeysOptions['secretEncoding']>,
): Key | KeyProblem {
  const octets = encoding === 'binary' ? ownBytes(bytes.slice()) : secretOfText(bytes, encoding);
  return isKeyProblem(octets)
    ? octets
    : { material: { kty: 'oct', k: octets }, labels: {}, format: 'secret' };
}

function secretOfText(
  bytes: Uint8Array,
  encoding: Exclude<ReadKeysOptions['secretEncoding'], 'binary' | undefined>,
): ReturnType<typeof readSecret> {
  const text = decodeText(bytes);
  // Editors end the last line; nobody means that line end to be part of the secret.
  return text === undefined
    ? keyProblem('secretEncoding', { encoding })
    : readSecret(text.replace(/\r?\n$/, ''), encoding);
}

function failed(problem: KeyProblem): KeyReading {
  return { keys: [], problems: [problem] };
}
