import { parseToken } from '../../core/jose/parseToken';
import type { OpenInnerParams } from '../../protocol/messages';
import { say, type PageContext } from '../context';
import { labels } from '../labels';
import { button } from './button';

/** Longest text looked at for being a token, in UTF-16 units. */
const longest = 100_000;

/** Whether a text is a token by itself. */
export function isTokenText(text: string): boolean {
  const trimmed = text.slice(0, longest).trim();
  return /^eyJ|^\{/.test(trimmed) && parseToken(trimmed).kind !== 'malformed';
}

/** Leads to a token inside the one shown; `index` is the row of a claim. */
export function innerButton(
  context: PageContext,
  from: OpenInnerParams['from'],
  index?: number,
): HTMLElement {
  return button({
    key: `inner ${from} ${index ?? ''}`,
    kind: from === 'claim' ? 'link' : 'primary',
    icon: 'next',
    label: say(context, labels.openInner),
    onPress: () => void context.actions.openInner(from, index),
  });
}
