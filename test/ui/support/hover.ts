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

/** What tells our hover from a problem’s, which stands above it and comes at once. */
const oursInHover = '[data-href^="command:claimcheck."], [href^="command:claimcheck."]';

/** Measures in the page itself, so that the way to the browser and back does not count. */
interface HoverClock {
  readonly shown: Promise<number>;
}

/** Starts with the mouse's next move; stops in the first frame that shows a hover with text, not the word "Loading...". */
export function startHoverClock(page: Page): Promise<JSHandle<HoverClock>> {
  return page.evaluateHandle((ours) => {
    let since = Number.POSITIVE_INFINITY;
    window.addEventListener('mousemove', () => (since = performance.now()), { capture: true, once: true });
    const shown = new Promise<number>((resolve) => {
      const look = (): void => {
        const hover = document.querySelector('.monaco-editor .monaco-hover:not(.hidden)');
        const text = hover?.textContent.trim() ?? '';
        const isOurs = hover !== null && hover.querySelector(ours) !== null;
        if (isOurs && !text.includes('Loading...')) resolve(performance.now() - since);
        else if (performance.now() < since + 5000) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    return { shown };
  }, oursInHover);
}

/** Waits up to three seconds for the hover with its answer in it. */
export async function readHover(page: Page, clock: JSHandle<HoverClock>): Promise<Hover> {
  const element = page.locator('.monaco-editor .monaco-hover:visible').first();
  // Both in one look: what comes between two would be said of a text that was read before it.
  const isReady = async (): Promise<string | false> => {
    const shown = await element.evaluate(
      (hover, ours) => (hover.querySelector(ours) ? (hover as HTMLElement).innerText.trim() : ''),
      oursInHover,
      { timeout: 500 },
    );
    return shown !== '' && !shown.includes('Loading...') && shown;
  };
  const text = await waitFor('a hover', isReady, 3000);
  const milliseconds = await clock.evaluate(({ shown }) => shown);
  return { element, text, html: await element.evaluate(({ innerHTML }) => innerHTML), milliseconds };
}
