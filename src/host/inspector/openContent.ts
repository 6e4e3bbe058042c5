import { decryptionAnswer, decryptionWording } from '../../core/present/decryptionWording';
import { parseToken } from '../../core/jose/parseToken';
import type { KnownKey } from '../../core/keys/key';
import type { ShownContent } from '../../protocol/messages';
import type { Decryptor } from '../decrypt/decryptor';
import type { FoundToken, TokenPlace } from '../documents/foundToken';
import { readSettings } from '../platform/settings';
import { words } from '../platform/words';

/** What an encrypted token holds, for the page; and the token inside, which stays here until it is asked for. */
export interface OpenedContent {
  readonly content: ShownContent['content'];
  readonly inside: string | undefined;
}

export const nothingInside: OpenedContent = { content: { status: 'none' }, inside: undefined };

/** Decrypts a token with the keys known, or with the one picked. A token that is not encrypted holds nothing. */
export async function openContent(
  decryptor: Pick<Decryptor, 'decrypt'>,
  { text }: FoundToken,
  picked: KnownKey | undefined,
  place: TokenPlace | undefined,
): Promise<OpenedContent> {
  const token = parseToken(text);
  if (token.kind !== 'jwe') return nothingInside;
  const speech = words(readSettings(place?.uri));
  const { answer, content } = await decryptor.decrypt(token, { place, ...(picked ? { picked } : {}) });
  const said = decryptionAnswer(answer, speech).text;
  if (answer.status === 'failed' || !content)
    return {
      content: {
        status: 'closed',
        answer: said,
        reason: answer.status === 'failed' ? answer.reason.code : 'malformed',
      },
      inside: undefined,
    };
  const isToken = content.kind === 'token';
  return {
    content: {
      status: 'open',
      answer: said,
      note: speech.translate(decryptionWording.unsigned),
      kind: content.kind,
      // The token inside is shown by its own, when it is asked for.
      text: isToken || content.kind === 'binary' ? '' : content.text,
      bytes: content.kind === 'binary' ? content.bytes.length : 0,
    },
    inside: isToken ? content.text : undefined,
  };
}
