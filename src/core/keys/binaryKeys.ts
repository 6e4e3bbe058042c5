import { isKeyProblem, keyProblem } from './keyProblem';
import { guessFormat } from './der/guessFormat';
import { readDerKeys } from './der/readDerKeys';
import type { Key, KeyFormat } from './key';
import type { KeyReading } from './keyReading';
import type { ReadingContext } from './readingContext';
import { attempt } from './refusal';
import { isOpensshPrivate } from './ssh/opensshMagic';
import { readOpensshPrivate } from './ssh/opensshPrivate';
import { readPublicBlob } from './ssh/publicBlob';

/** Key stores of other programs, by how they begin. */
const containers: readonly (readonly [beginning: readonly number[], name: string])[] = [
  [[0xfe, 0xed, 0xfe, 0xed], 'Java KeyStore (JKS)'],
  [[0xce, 0xce, 0xce, 0xce], 'Java KeyStore (JCEKS)'],
  [[0x6b, 0x79, 0x63, 0x68], 'macOS keychain'],
];

/** What DER of a file of that name is called where it cannot be read and does not say by its beginning what it was. */
const formatsByName: readonly (readonly [ending: RegExp, format: KeyFormat])[] = [
  [/\.(?:p12|pfx)$/i, 'pkcs12'],
  [/\.(?:cer|crt)$/i, 'x509'],
  [/\.(?:p7b|p7c|p7s)$/i, 'pkcs7'],
  [/\.pub$/i, 'spki'],
];

/** The keys of octets that are no text: DER of any format, or what stands inside of SSH files. Undefined for all else. */
export async function readBinaryKeys(
  octets: Uint8Array,
  context: ReadingContext,
  name = '',
): Promise<KeyReading | undefined> {
  const container = containers.find(([beginning]) => beginning.every((octet, at) => octets[at] === octet));
  if (container) return { keys: [], problems: [keyProblem('unsupportedContainer', { name: container[1] })] };
  if (isOpensshPrivate(octets))
    return reading('openssh-private', async () => many(await readOpensshPrivate(octets, context)));
  if (isSshBlob(octets))
    return reading('openssh-public', async () => {
      const material = await readPublicBlob('openssh-public', octets);
      return many([{ material, labels: {}, format: 'openssh-public' }]);
    });
  if (octets[0] !== 0x30) return undefined;
  const [, named = 'pkcs8'] = formatsByName.find(([ending]) => ending.test(name)) ?? [];
  return reading(guessFormat(octets) ?? named, () => readDerKeys(octets, { context }));
}

function many(keys: readonly Key[]): KeyReading {
  return { keys, problems: [] };
}

async function reading(format: KeyFormat, read: () => Promise<KeyReading>): Promise<KeyReading> {
  const result = await attempt(format, read);
  return isKeyProblem(result) ? { keys: [], problems: [result] } : result;
}

/** A short string that names a type of key comes first (RFC 4253 §6.6). */
function isSshBlob(octets: Uint8Array): boolean {
  const [a, b, c, length = 0] = octets;
  if (a !== 0 || b !== 0 || c !== 0 || length < 7 || length > 60) return false;
  return /^(?:ssh-|ecdsa-sha2-|sk-)/.test(String.fromCharCode(...octets.subarray(4, 15)));
}
