import type { Inspection } from '../../core/inspect/inspection';
import { lifetimeText } from '../../core/present/standingText';
import { timeText } from '../../core/present/timeText';
import { say, type PageContext } from '../context';
import { drawing, element } from '../dom';
import { labels, timeLabels } from '../labels';
import { layOutTimeline, type Timeline } from '../timeline';

/** What the picture shows, for one moment in seconds since the epoch. `leeway` in seconds. */
interface TimelineFacts {
  readonly times: Inspection['times'];
  readonly leeway: number;
  readonly moment: number;
}

/** The token's times as a picture: when it is in force, and where now is. The words beside say the same. */
export function timelineView(context: PageContext, facts: TimelineFacts): HTMLElement | undefined {
  const { times, leeway, moment } = facts;
  const layout = layOutTimeline(times, moment, leeway);
  if (!layout) return undefined;
  const lifetime = lifetimeText(times, context.words);
  const words = [
    ...(lifetime === undefined ? [] : [lifetime]),
    ...(leeway > 0 ? [say(context, labels.leeway, { count: leeway })] : []),
  ];
  const picture = drawing(
    'svg',
    { class: 'timeline', role: 'img', 'aria-label': spoken(context, facts) },
    ...strokes(context, layout),
  );
  return element(
    'div',
    { class: 'timeline-holder', dir: 'ltr' },
    picture,
    words.length > 0 ? element('p', { class: 'quiet' }, words.join(' · ')) : undefined,
  );
}

/** Moves the picture on to a later moment, in place and without a word; what has not moved that anyone could see is left. */
export function redrawTimeline(page: HTMLElement, context: PageContext, facts: TimelineFacts): void {
  const picture = page.querySelector('.timeline');
  const layout = picture && layOutTimeline(facts.times, facts.moment, facts.leeway);
  if (!layout) return;
  const words = spoken(context, facts);
  if (picture.getAttribute('aria-label') !== words) picture.setAttribute('aria-label', words);
  const drawn = strokes(context, layout);
  const isAsBefore =
    drawn.length === picture.childElementCount &&
    drawn.every((stroke, index) => picture.children[index]?.isEqualNode(stroke));
  if (!isAsBefore) picture.replaceChildren(...drawn);
}

/** Heights in the picture: the words for now, the line, the names of the claims. */
const nowLabel = 12;
const line = 30;
const claimLabel = 54;

function strokes(context: PageContext, layout: Timeline): readonly SVGElement[] {
  const { inForce, leeway, marks, now, isBroken } = layout;
  const percent = (x: number): string => `${Math.round(x * 100) / 100}%`;
  const bar = (name: string, from: number, to: number, half: number): SVGElement =>
    drawing('rect', {
      class: name,
      x: percent(from),
      width: percent(Math.max(0, to - from)),
      y: line - half,
      height: 2 * half,
    });
  const text = (name: string, x: number, y: number, words: string): SVGElement => {
    const anchor = x < 8 ? 'start' : x > 92 ? 'end' : 'middle';
    const made = drawing('text', { class: name, x: percent(x), y, 'text-anchor': anchor });
    made.textContent = words;
    return made;
  };
  return [
    bar('timeline-line', 0, 100, 1),
    ...leeway.map(({ from, to }) => bar('timeline-leeway', from, to, 5)),
    ...(inForce ? [bar('timeline-inForce', inForce.from, inForce.to, 5)] : []),
    ...marks.flatMap(({ claims, x }) => [
      drawing('line', { class: 'timeline-mark', x1: percent(x), x2: percent(x), y1: line - 9, y2: line + 9 }),
      text('timeline-claim', x, claimLabel, claims.join(', ')),
    ]),
    ...(isBroken ? [text('timeline-break', isBroken === 'before' ? 8 : 92, line + 5, '⋯')] : []),
    drawing('line', {
      class: 'timeline-now',
      x1: percent(now),
      x2: percent(now),
      y1: nowLabel + 4,
      y2: line + 11,
    }),
    text('timeline-nowLabel', now, nowLabel, say(context, labels.now)),
  ];
}

/** The picture in words: each time with how far it is. */
function spoken(context: PageContext, { times, moment }: TimelineFacts): string {
  return times
    .map(({ claim, at }) => {
      const name = say(context, timeLabels[claim][at <= moment ? 'past' : 'future']);
      return `${name} ${timeText(at, { ...context.words, moment }).relative}`;
    })
    .join(', ');
}
