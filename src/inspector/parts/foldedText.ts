import { say, type PageContext } from '../context';
import { append, element } from '../dom';
import { labels } from '../labels';
import { button } from './button';
import { visibleText } from './visibleText';

/** UTF-16 units shown of a long text at first, and at most: the layout of more makes the page stutter. */
const atFirst = 240;
const layoutAtFirst = 10_000;
const atMost = 200_000;
const growth = 20;

/** Token-borne text as text, wrapped; a long one begins folded and grows on request. In a layout of ours, line feeds stay. */
export function foldedText(context: PageContext, key: string, text: string, isLayout = false): HTMLElement {
  const holder = element('span', { class: 'value-text', dir: isLayout ? 'ltr' : 'auto' });
  const show = (amount: number): void => {
    const end = wholeCharacters(text, amount);
    holder.replaceChildren();
    append(holder, [
      visibleText(text.slice(0, end), isLayout),
      end < text.length ? ['… ', rest(amount, end)] : undefined,
    ]);
  };
  const rest = (amount: number, end: number): HTMLElement | string => {
    const count = text.length - end;
    if (amount >= atMost) return say(context, labels.tooLongToShow, { count });
    return button({
      key: `more ${key}`,
      kind: 'link',
      label: say(context, labels.showMoreCharacters, { count }),
      onPress: () => {
        const next = Math.min(amount * growth, atMost);
        context.folds.set(key, next);
        show(next);
      },
    });
  };
  show(context.folds.amount(key, isLayout ? layoutAtFirst : atFirst));
  return holder;
}

/** The end nearest to `end` that cuts no character in two. */
export function wholeCharacters(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}
