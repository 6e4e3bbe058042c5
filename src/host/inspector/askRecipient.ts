import { parseToken } from '../../core/jose/parseToken';
import { decryptionAnswer } from '../../core/present/decryptionWording';
import type { RecipientAnswer } from '../../protocol/disclosuresShape';
import type { Decryptor } from '../decrypt/decryptor';
import type { FoundToken, TokenPlace } from '../documents/foundToken';
import { readSettings } from '../platform/settings';
import { words } from '../platform/words';

/** Whether a key at hand opens an encrypted token for one of its recipients, and which. Undefined where there is no such recipient. */
export async function askRecipient(
  decryptor: Pick<Decryptor, 'decrypt'>,
  { text }: FoundToken,
  index: number,
  place: TokenPlace | undefined,
): Promise<RecipientAnswer | undefined> {
  const token = parseToken(text);
  const recipient = token.kind === 'jwe' ? token.recipients[index] : undefined;
  if (token.kind !== 'jwe' || !recipient) return undefined;
  const { answer } = await decryptor.decrypt({ ...token, recipients: [recipient] }, { place });
  return decryptionAnswer(answer, words(readSettings(place?.uri)));
}
