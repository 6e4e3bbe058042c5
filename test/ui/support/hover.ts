import type { JSHandle, Locator, Page } from 'playwright-core';
import { waitFor } from './waitFor';

/** A hover on screen. */
export interface Hover {
  readonly element: Locator;
  /** What a person reads. */
  readonly text: string;
  /** The rendered Markdown. */
  readonly html: string;
  /** From the mouse's arrival until the hover was readable; VS Code's own delay is in it, see `hoverDelay`. */
  readonly milliseconds: number;
}

/** Milliseconds that VS Code waits before it shows a hover, as scripts/layers/ui.mjs sets `editor.hover.delay`. */
export const hoverDelay = 10;

/** Measures in the page itself, so that the way to the browser and back does not count. */
interface HoverClock {
  readonly shown: Promise<number>;
}

/** Starts with the mouse's next move; stops in the first frame that shows a hover with text, not the word "Loading...". */
export function startHoverClock(page: Page): Promise<JSHandle<HoverClock>> {
  return page.evaluateHandle(() => {
    let since = Number.POSITIVE_INFINITY;
    window.addEventListener('mousemove', () => (since = performance.now()), { capture: true, once: true });
    const shown = new Promise<number>((resolve) => {
      const look = (): void => {
        const hover = document.querySelector('.monaco-editor .monaco-hover:not(.hidden) .hover-contents');
        const text = hover?.textContent.trim() ?? '';
        if (text !== '' && !text.startsWith('Loading')) resolve(performance.now() - since);
        else if (performance.now() < since + 5000) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    return { shown };
  });
}

/** Waits up to three seconds for the hover with its answer in it. */
export async function readHover(page: Page, clock: JSHandle<HoverClock>): Promise<Hover> {
  const element = page.locator('.monaco-editor .monaco-hover:visible').first();
  const isReady = async (): Promise<string | false> => {
    const shown = (await element.innerText({ timeout: 500 })).trim();
    return shown !== '' && !shown.startsWith('Loading') && shown;
  };
  const text = await waitFor('a hover', isReady, 3000);
  const milliseconds = await clock.evaluate(({ shown }) => shown);
  return { element, text, html: await element.evaluate(({ innerHTML }) => innerHTML), milliseconds };
}
