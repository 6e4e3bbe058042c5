import type { Frame, Page } from 'playwright-core';
import { waitFor } from './waitFor';

/**
 * The page of our panel: VS Code puts it in a frame within a frame.
 * @param selector something that stands in it once it is ready
 */
export function webviewFrame(page: Page, selector = 'body'): Promise<Frame> {
  return waitFor(`a webview with ${selector}`, async () => {
    for (const frame of page.frames()) {
      if (!frame.parentFrame()?.url().includes('webview')) continue;
      if (await frame.locator(selector).first().isVisible()) return frame;
    }
    return undefined;
  });
}
