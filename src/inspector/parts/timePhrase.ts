import { timeText } from '../../core/present/timeText';
import type { PageContext } from '../context';
import { element } from '../dom';

/** A time as local date and distance from now. The distance is kept up to date by the clock, which finds it by its attribute. */
export function timePhrase(context: PageContext, seconds: number, moment: number): HTMLElement {
  const { date } = timeText(seconds, { ...context.words, moment });
  return element('span', {}, date, ' · ', relativePhrase(context, seconds, moment));
}

/** The distance from now alone. */
export function relativePhrase(context: PageContext, seconds: number, moment: number): HTMLElement {
  const { relative } = timeText(seconds, { ...context.words, moment });
  return element('span', { class: 'relative', 'data-relative': seconds }, relative);
}
