import type { Locator, Page } from 'playwright-core';
import { noteSecret, noteTyped } from '../recorder/noted';
import { waitFor } from './waitFor';

/** The box at the top of the window: command palette, quick picks, questions. */
export class QuickInput {
  readonly root: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('.quick-input-widget:visible');
  }

  private get field(): Locator {
    return this.root.locator('.quick-input-box input');
  }

  /** Waits until it is open, and where a text is given until it shows that text (title, prompt or placeholder). */
  async waitUntilOpen(text?: string): Promise<void> {
    await this.root.waitFor();
    if (text !== undefined)
      await waitFor(`a box saying "${text}"`, async () => (await this.text()).includes(text));
  }

  /** Title, prompt, placeholder and message, as one text. */
  async text(): Promise<string> {
    const placeholder = (await this.field.getAttribute('placeholder')) ?? '';
    const message = await this.root.locator('.quick-input-message').allInnerTexts();
    const title = await this.root.locator('.quick-input-title').allInnerTexts();
    return [...title, placeholder, ...message].join('\n');
  }

  /** What stands in the field. */
  value(): Promise<string> {
    return this.field.inputValue();
  }

  /** Whether the field hides what is typed. */
  async isPassword(): Promise<boolean> {
    return (await this.field.getAttribute('type')) === 'password';
  }

  /** Puts text in the field, in place of what was there. */
  async type(text: string): Promise<void> {
    await this.field.fill(text, { timeout: 3000 });
    noteTyped(text);
    if (await this.isPassword()) noteSecret(text);
  }

  /** Answers a question: types, then presses Enter. */
  async answer(text: string): Promise<void> {
    await this.type(text);
    await this.field.press('Enter');
  }

  /** The rows shown: label, description, detail and separator as a person would read them, each on one line. */
  async items(): Promise<string[]> {
    const rows = await this.root.locator('.quick-input-list .monaco-list-row').all();
    const labels = await Promise.all(rows.map((row) => row.getAttribute('aria-label')));
    return labels.map((label) => label ?? '');
  }

  /** The names of the groups of rows, in their order. */
  async separators(): Promise<string[]> {
    const shown = await this.root.locator('.quick-input-list-separator:visible').allInnerTexts();
    return shown.map((text) => text.trim()).filter((text) => text !== '');
  }

  /** Waits for a row whose words hold this text, and clicks it. */
  async choose(text: string): Promise<void> {
    const row = this.root.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();
    // Of a long list only the rows in sight are there: a few letters bring up the others, as they do for a user.
    await row.waitFor({ timeout: 3000 }).catch(() => this.type(text));
    await row.click();
    await this.page.mouse.move(1, 1); // what lies below must not answer with a hover of its own
  }

  /** Clicks the small button of a row, named by its tooltip. */
  async pressButton(rowText: string, label: string): Promise<void> {
    const row = this.root.locator('.quick-input-list .monaco-list-row').filter({ hasText: rowText }).first();
    await row.hover();
    await row.getByRole('button', { name: label }).click();
  }

  /** Goes away without an answer. */
  async dismiss(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.root.waitFor({ state: 'hidden' });
  }
}
