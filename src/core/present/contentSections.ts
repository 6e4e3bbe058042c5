import type { DecryptionAnswer } from '../decrypt/decryptionAnswer';
import type { DecryptedContent } from '../decrypt/readContent';
import { encodeHex } from '../encoding/hex';
import { claimRows } from '../inspect/inspectToken';
import { boundedJson } from './boundedJson';
import { decryptionAnswer, decryptionWording } from './decryptionWording';
import { visibleJson } from './escape';
import { keyLines } from './keyLines';
import { shorten } from './shorten';
import { rowLine } from './text';
import { blockSection, longestJson, section } from './textSection';
import { textWording } from './textWording';
import { word, type Words } from './wording';

/** What decrypting gave, with the text of a token found inside. */
export interface ShownContent {
  readonly answer: DecryptionAnswer;
  readonly content: DecryptedContent | undefined;
  /** The token inside, explained in its turn. */
  readonly inner?: string | undefined;
}

/** Octets shown of what is no text. */
const mostOctets = 40;

/** Whether it was decrypted and with what, and the content: claims with their meanings, a token inside, JSON or text. */
export function contentSections(
  { answer, content, inner }: ShownContent,
  words: Words & { readonly moment: number },
): readonly string[] {
  const { translate } = words;
  const { text } = decryptionAnswer(answer, words);
  const opened = answer.status === 'decrypted' ? answer : undefined;
  return [
    ...section(word(translate, textWording.decrypted), [
      text,
      ...(opened?.key ? keyLines(opened.key, opened.chosenBy, words) : []),
      ...(content && content.kind !== 'token' ? [word(translate, decryptionWording.unsigned)] : []),
    ]),
    ...(content ? plaintextSections(content, inner, words) : []),
  ];
}

function plaintextSections(
  content: DecryptedContent,
  inner: string | undefined,
  words: Words & { readonly moment: number },
): readonly string[] {
  const { translate } = words;
  const title = word(translate, textWording.decrypted);
  if (content.kind === 'binary') {
    const { length } = content.bytes;
    const hex = encodeHex(content.bytes.subarray(0, mostOctets));
    return section(title, [word(translate, textWording.binary, { count: length, hex })]);
  }
  if (content.kind === 'token')
    return blockSection(word(translate, textWording.nested), inner ?? content.text);
  if (content.kind === 'text') return blockSection(title, shorten(content.text, longestJson));
  const node = content.kind === 'claims' ? content.claims : content.node;
  return [
    ...(content.kind === 'claims'
      ? section(
          title,
          claimRows(content.claims).map((row) => rowLine(row, words).trim()),
        )
      : []),
    ...blockSection(word(translate, textWording.payloadJson), visibleJson(boundedJson(node, longestJson))),
  ];
}
