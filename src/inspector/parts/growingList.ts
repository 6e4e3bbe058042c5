import { button } from './button';
import { say, type PageContext } from '../context';
import { element } from '../dom';
import { labels } from '../labels';

/** Rows made at first, and with each request for more. */
const atFirst = 100;

/**
 * Fills a container with items, a hundred at first and more on request, so that five thousand claims cost no more than
 * a hundred until they are asked for. Gives what stands behind the container: the button for more, while there are more.
 */
export function growingList<T>(
  context: PageContext,
  key: string,
  container: HTMLElement,
  items: readonly T[],
  view: (item: T, index: number) => HTMLElement,
): HTMLElement {
  const behind = element('div', { class: 'more' });
  let shown = 0;
  const grow = (amount: number): void => {
    const end = Math.min(amount, items.length);
    const added = items.slice(shown, end).map((item, index) => view(item, shown + index));
    for (const one of added) container.append(one);
    shown = end;
    behind.replaceChildren(
      ...(shown === items.length
        ? []
        : [
            button({
              key: `more ${key}`,
              label: say(context, labels.showMoreRows, { count: items.length - shown }),
              onPress: () => {
                const next = shown + 5 * atFirst;
                context.folds.set(key, next);
                grow(next);
                added.at(-1)?.scrollIntoView({ block: 'nearest' });
              },
            }),
          ]),
    );
  };
  grow(context.folds.amount(key, atFirst));
  return behind;
}
