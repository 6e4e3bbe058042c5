import { say, type PageContext } from '../context';
import { element } from '../dom';
import { absenceLabels } from '../labels';
import type { ShownAbsence } from '../state';

/** A page without a token: what is so, and what to do. */
export function absenceView(context: PageContext, { reason }: ShownAbsence): HTMLElement {
  const { title, hint } = absenceLabels[reason];
  return element(
    'div',
    { class: 'empty' },
    element('h1', {}, say(context, title)),
    element('p', {}, say(context, hint)),
  );
}
