import { fitsKeyManagement, keyManagementAlgorithms } from '../jose/encryptionAlgorithms';
import { headerText, recipientHeaders } from '../jose/headers';
import type { JweToken } from '../jose/token';
import type { KnownKey } from './key';
import { rankKeys, type RankedKey } from './rankKeys';

/** Recipients whose header is looked at. */
const mostRecipients = 50;

/**
 * The keys that may open a token, best first: those that one of its recipients names, then those that fit a recipient's
 * algorithm. A key of another type or curve, or without its private half, is left out.
 */
export async function rankDecryptionKeys(
  token: JweToken,
  keys: readonly KnownKey[],
  picked?: ReadonlySet<string>,
): Promise<readonly RankedKey[]> {
  const ranked = await Promise.all(
    token.recipients.slice(0, mostRecipients).map((_, index) => rankForRecipient(token, index, keys, picked)),
  );
  const best = new Map<string, RankedKey & { readonly rank: number }>();
  for (const list of ranked)
    for (const [rank, one] of list.entries()) {
      const before = best.get(one.known.id);
      const isNamed = one.chosenBy !== 'tried' && one.chosenBy !== 'onlyFit';
      const place = isNamed ? rank - keys.length : rank;
      if (!before || place < before.rank) best.set(one.known.id, { ...one, rank: place });
    }
  return [...best.values()]
    .sort((one, other) => one.rank - other.rank)
    .map(({ known, chosenBy, kidDiffers }) => ({ known, chosenBy, kidDiffers }));
}

async function rankForRecipient(
  token: JweToken,
  index: number,
  keys: readonly KnownKey[],
  picked: ReadonlySet<string> | undefined,
): Promise<readonly RankedKey[]> {
  const headers = recipientHeaders(token, index);
  const algorithm = keyManagementAlgorithms.get(headerText(headers, 'alg') ?? '');
  if (!algorithm) return [];
  const wish = {
    alg: algorithm.alg,
    fit: {
      ...algorithm,
      accepts: (material: KnownKey['key']['material']) => fitsKeyManagement(algorithm, material),
    },
    purpose: 'decrypt',
    kid: headerText(headers, 'kid'),
    x5t: headerText(headers, 'x5t'),
    'x5t#S256': headerText(headers, 'x5t#S256'),
    ...(picked ? { picked } : {}),
  } as const;
  return rankKeys(wish, keys);
}
