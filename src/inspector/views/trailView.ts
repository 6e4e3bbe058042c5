import { visible } from '../../core/present/escape';
import { shorten } from '../../core/present/shorten';
import { say, type PageContext } from '../context';
import { element } from '../dom';
import { formLabels, labels } from '../labels';
import { button } from '../parts/button';
import type { ShownInspection } from '../state';

/** Longest name of a claim in the way inward, in UTF-16 units. */
const longestName = 40;

/** The way from the outermost token to the one shown; each step leads back. Absent for a token that is in no other. */
export function trailView(
  context: PageContext,
  { trail, inspection }: ShownInspection,
): HTMLElement | undefined {
  if (trail.length === 0) return undefined;
  const steps = trail.map(({ form, step }, index) =>
    element(
      'li',
      {},
      button({
        key: `trail ${index}`,
        kind: 'link',
        label: say(context, formLabels[form]),
        onPress: () => void context.actions.goBack(index),
      }),
      step === '' ? undefined : element('span', { class: 'quiet' }, visible(shorten(step, longestName))),
    ),
  );
  return element(
    'nav',
    { class: 'trail', 'aria-label': say(context, labels.trail) },
    element(
      'ol',
      {},
      steps,
      element('li', { 'aria-current': 'page' }, say(context, formLabels[inspection.form])),
    ),
  );
}
