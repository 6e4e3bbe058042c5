import { timeText } from '../core/present/timeText';
import type { Words } from '../core/present/wording';
import { setText } from './dom';

/** Milliseconds between two looks at the clock, and the least between two changes for those who asked for less motion. */
const often = 1000;
const seldom = 30_000;

interface ClockOptions {
  /** How to speak; undefined until it is known. */
  readonly words: () => Words | undefined;
  /** Seconds since the epoch. */
  readonly now: () => number;
  /** Told of each look: the state may pass an edge. */
  readonly onTick: (moment: number) => void;
}

/**
 * Keeps distances from now up to date, in place and without a word to those who listen: each second while the page can be
 * seen, twice a minute for those who asked for less motion. Gives what stops it.
 */
export function startClock(page: HTMLElement, { now, words, onTick }: ClockOptions): () => void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let last = -seldom;
  const tick = (): void => {
    const speech = words();
    const isCalm = calm.matches || document.body.classList.contains('vscode-reduce-motion');
    if (!speech || document.hidden || (isCalm && performance.now() - last < seldom)) return;
    // Time that only goes on: the clock on the wall may be set back.
    last = performance.now();
    const moment = now();
    onTick(moment);
    for (const one of page.querySelectorAll('[data-relative]')) {
      const { relative } = timeText(Number(one.getAttribute('data-relative')), { ...speech, moment });
      setText(one, relative);
    }
  };
  const timer = setInterval(tick, often);
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}
