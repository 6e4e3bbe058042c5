import type { Locator, Page } from 'playwright-core';
import { noteTyped } from '../recorder/noted';
import type { Hover } from './hover';
import { readHover, startHoverClock } from './hover';
import { waitFor } from './waitFor';

/** A place in a document, counted from 1 as the editor shows it. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The active text editor. */
export class Editor {
  private readonly page: Page;
  private readonly goTo: (place: Place) => Promise<void>;

  /** @param goTo brings a place into view and puts the cursor there */
  constructor(page: Page, goTo: (place: Place) => Promise<void>) {
    this.page = page;
    this.goTo = goTo;
  }

  private get root(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').last();
  }

  /**
   * The lines in view, joined; the workbench does not wrap lines under test, so a short document comes whole.
   * Nothing is selected or copied for it.
   */
  async text(): Promise<string> {
    return (await this.lines()).map((line) => line.text).join('\n');
  }

  /** Where the first occurrence of a text begins (or `offset` characters further), among the lines in view. */
  async placeOf(text: string, offset = 0): Promise<Place> {
    return waitFor(`"${text.slice(0, 40)}" in the editor`, async () => {
      const line = (await this.lines()).find((one) => one.text.includes(text));
      return line && { line: line.number, column: line.text.indexOf(text) + 1 + offset };
    });
  }

  /** What is on screen: line numbers and texts stand in two layers, at the same heights. */
  private lines(): Promise<readonly { readonly number: number; readonly text: string }[]> {
    return this.root.evaluate((root) => {
      const top = (element: Element): number => parseInt((element as HTMLElement).style.top, 10);
      const numbers = new Map(
        [...root.querySelectorAll('.margin-view-overlays > div')].map((element) => [
          top(element),
          Number(element.querySelector('.line-numbers')?.textContent),
        ]),
      );
      return [...root.querySelectorAll('.view-lines .view-line')]
        .map((element) => ({
          number: numbers.get(top(element)) ?? 0,
          text: element.textContent.replaceAll('\u00a0', ' '),
        }))
        .sort((a, b) => a.number - b.number);
    });
  }

  /** Puts the cursor somewhere, and the place into view. */
  async putCursor(at: string | Place, offset = 0): Promise<void> {
    await this.goTo(typeof at === 'string' ? await this.placeOf(at, offset) : at);
  }

  /** Selects a text, by keyboard. */
  async select(text: string): Promise<void> {
    const place = await this.placeOf(text);
    await this.goTo({ line: place.line, column: place.column + text.length });
    await this.goTo(place);
    await this.page.keyboard.down('Shift');
    for (let n = 0; n < text.length; n++) await this.page.keyboard.press('ArrowRight');
    await this.page.keyboard.up('Shift');
  }

  /** Types at the cursor, all at once, as pasted text arrives. */
  async type(text: string): Promise<void> {
    noteTyped(text);
    await this.page.keyboard.insertText(text);
  }

  /** Undoes the last step. */
  async undo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+z');
  }

  /**
   * Moves the mouse onto a place, waits for the hover, and reads it. Where none comes in three seconds it moves away and
   * tries again, as a person does while extensions are still starting.
   * @returns the hover, with the milliseconds from the mouse's last arrival until it was readable
   */
  async hoverAt(at: string | Place, offset = 1): Promise<Hover> {
    await this.closeHover();
    await this.putCursor(at, offset);
    return waitFor('a hover', async () => {
      await this.closeHover();
      const box = await this.root.locator('.cursors-layer .cursor').first().boundingBox();
      if (!box) return undefined;
      const clock = await startHoverClock(this.page);
      await this.page.mouse.move(box.x + 3, box.y + box.height / 2);
      return readHover(this.page, clock);
    });
  }

  /** Takes the mouse away and waits until no hover is left. */
  async closeHover(): Promise<void> {
    await this.page.mouse.move(1, 1);
    await this.page.locator('.monaco-editor .monaco-hover:visible').waitFor({ state: 'hidden' });
  }
}
