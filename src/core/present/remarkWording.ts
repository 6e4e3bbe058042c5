import type { Remark } from '../editor/remark';
import { findingText } from './findingWording';
import { problemText } from './problemWording';
import { timeText } from './timeText';
import { word, type Words } from './wording';

/** What the editor remarks on besides findings and problems. */
export const remarkWording: Readonly<Record<'expired' | 'liveToken', string>> = {
  expired: 'It expired {relative} ({date}).',
  liveToken:
    'It is still in force, and expires {relative} ({date}): who gets this file can use it. Take it out, or redact it.',
};

/** The sentence for a remark: plain text with token-borne parts in it. */
export function remarkText({ code, about }: Remark, words: Words & { readonly moment: number }): string {
  switch (about.type) {
    case 'finding':
      return findingText(about.finding, words);
    case 'problem':
      return problemText(about.problem, words.translate);
    case 'time':
      return word(words.translate, remarkWording[code === 'expired' ? 'expired' : 'liveToken'], {
        ...timeText(about.at, words),
      });
  }
}
