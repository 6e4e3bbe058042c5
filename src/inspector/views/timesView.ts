import type { InspectedTime, Inspection } from '../../core/inspect/inspection';
import { localTime } from '../../core/present/localTime';
import { timeText } from '../../core/present/timeText';
import { say, type PageContext } from '../context';
import { element } from '../dom';
import { labels, timeLabels } from '../labels';
import { section } from '../parts/section';
import { relativePhrase } from '../parts/timePhrase';
import { timelineView } from './timelineView';

/** The times that limit a token: local, from now, and in UTC. */
export function timesView(
  context: PageContext,
  { times, moment }: Inspection,
  leeway: number,
): HTMLElement | undefined {
  if (times.length === 0) return undefined;
  return section(
    { id: 'times', title: say(context, labels.times) },
    [],
    timelineView(context, { times, leeway, moment }),
    element(
      'table',
      { class: 'times-table', role: 'table', 'aria-labelledby': 'times-title' },
      element(
        'thead',
        { role: 'rowgroup' },
        element(
          'tr',
          { role: 'row' },
          (['event', 'time', 'fromNow'] as const).map((name) =>
            element(
              'th',
              { scope: 'col', role: 'columnheader', class: `column-${name}` },
              say(context, labels[name]),
            ),
          ),
        ),
      ),
      element(
        'tbody',
        { role: 'rowgroup' },
        times.map((time) => timeRow(context, time, moment)),
      ),
    ),
  );
}

function timeRow(context: PageContext, { claim, at }: InspectedTime, moment: number): HTMLElement {
  const utc = localTime(at, context.words.locale, 'UTC')?.utc ?? '';
  const isPast = at <= moment;
  return element(
    'tr',
    { role: 'row' },
    element(
      'th',
      { scope: 'row', role: 'rowheader' },
      element('span', { class: 'value-human' }, say(context, timeLabels[claim][isPast ? 'past' : 'future'])),
      ' ',
      element('span', { class: 'quiet' }, claim),
    ),
    element(
      'td',
      { role: 'cell' },
      element('div', {}, timeText(at, { ...context.words, moment }).date),
      element('div', { class: 'quiet' }, utc),
    ),
    element('td', { role: 'cell' }, relativePhrase(context, at, moment)),
  );
}
