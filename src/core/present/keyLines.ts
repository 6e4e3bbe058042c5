import type { KeySummary } from '../keys/key';
import type { KeyMatch } from '../verify/report';
import { keyFormatWording, keyName, keyOriginText, keyWeaknessText } from './keyWording';
import { keyMatchWording } from './reportWording';
import { textWording } from './textWording';
import { word, type Words } from './wording';

/** A key told in lines: what it is called, what it is, where it is from, why it was chosen. Never material. */
export function keyLines(
  key: KeySummary,
  chosenBy: KeyMatch | undefined,
  words: Words & { readonly moment: number },
): readonly string[] {
  const { translate } = words;
  const size = key.crv === undefined ? word(translate, textWording.bits, { count: key.bits }) : key.crv;
  const kind = [key.kty, size, word(translate, keyFormatWording[key.format])].join(', ');
  return [
    word(translate, textWording.keyName, { text: keyName(key, translate) }),
    word(translate, textWording.keyKind, { text: kind }),
    word(translate, textWording.keyFrom, { text: keyOriginText(key.origin, translate) }),
    ...(chosenBy === undefined
      ? []
      : [word(translate, textWording.keyChosen, { text: word(translate, keyMatchWording[chosenBy]) })]),
    ...(key.kid === undefined ? [] : [word(translate, textWording.keyId, { text: key.kid })]),
    ...(key.thumbprint === undefined
      ? []
      : [word(translate, textWording.keyThumbprint, { text: key.thumbprint })]),
    ...key.weaknesses.map((weakness) => keyWeaknessText(weakness, words)),
  ];
}
