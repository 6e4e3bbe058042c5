import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { noteTyped } from '../recorder/noted';
import { Editor } from './editor';
import { QuickInput } from './quickInput';
import type { Session } from './session';
import { waitFor } from './waitFor';
import { webviewFrame } from './webview';

/** A colour theme's name in settings, and the class the workbench wears under it. */
const themes = {
  light: ['Light Modern', 'vs'],
  dark: ['Dark Modern', 'vs-dark'],
  hcLight: ['Default High Contrast Light', 'hc-light'],
  hcDark: ['Default High Contrast', 'hc-black'],
} as const;

/** One of the four kinds of theme a user can have. */
export type ThemeKind = keyof typeof themes;

/** VS Code's window, as a person uses it: by mouse and keyboard, through what is on screen. */
export class Workbench {
  readonly page: Page;
  readonly session: Session;
  readonly quickInput: QuickInput;
  readonly editor: Editor;
  #settingsWritten = 1;

  constructor(page: Page, session: Session) {
    this.page = page;
    this.session = session;
    this.quickInput = new QuickInput(page);
    this.editor = new Editor(page, (place) => this.goTo(`:${place.line}:${place.column}`));
  }

  /** Waits until the window can be worked with. */
  async waitUntilReady(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Trusts the workspace's authors; a window begins in Restricted Mode. */
  async trustWorkspace(): Promise<void> {
    const restricted = this.page.locator('.statusbar-item', { hasText: 'Restricted Mode' });
    const editor = this.page.locator('.workspace-trust-editor');
    // By the status bar: the palette now and then does not offer the command in a window that has just begun.
    await waitFor('the way to trust the workspace', async () => {
      // On a busy machine a press is sometimes taken for one that failed.
      if (await editor.getByText('You trust this').isVisible()) return true;
      if (!(await editor.isVisible())) await restricted.click({ timeout: 3000 });
      // On a busy machine a click may have been answered and yet taken too long.
      if (!(await editor.getByText(/^You trust this/).isVisible()))
        await editor.getByRole('button', { name: 'Trust', exact: true }).click({ timeout: 3000 });
      return true;
    });
    await restricted.waitFor({ state: 'hidden' });
  }

  /** Opens a file of the workspace by its relative path, through the file picker. */
  async openFile(path: string): Promise<void> {
    await this.goTo(join(this.session.workspace, path));
    const name = path.split('/').at(-1)!;
    await this.page.locator(`.tabs-container .tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
  }

  /** What lies on disk in the workspace. */
  readWorkspaceFile(path: string): Promise<string> {
    return readFile(join(this.session.workspace, path), 'utf8');
  }

  /** Runs a command by its full title, through the palette; fails where the palette does not come to offer it. */
  async runCommand(title: string): Promise<void> {
    await waitFor(`the command "${title}"`, async () => {
      await this.openQuickInput(`>${title}`);
      const label = this.page.locator('.label-name', { hasText: exactly(title) });
      const row = this.quickInput.root.locator('.quick-input-list .monaco-list-row').filter({ has: label });
      // While VS Code starts, a command may come later than the palette, or the palette go away again.
      await row.first().click({ timeout: 3000 });
      return true;
    });
    await this.page.mouse.move(1, 1); // what lies below must not answer with a hover of its own
  }

  /** The titles the palette offers for a search text. */
  async commandsLike(text: string): Promise<string[]> {
    await this.openQuickInput(`>${text}`);
    const labels = this.quickInput.root.locator('.quick-input-list .monaco-list-row .label-name');
    await labels.filter({ hasText: text }).first().waitFor();
    const titles = await labels.allInnerTexts();
    await this.quickInput.dismiss();
    return titles.map((title) => title.replaceAll('\u00a0', ' ').trim());
  }

  /** The messages in the corner. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
  }

  /** Waits for a message in the corner that holds this text. */
  async waitForNotification(text: string): Promise<Locator> {
    const toast = this.page.locator('.notification-toast').filter({ hasText: text }).first();
    await toast.waitFor();
    return toast;
  }

  /** Presses a button of a message. */
  async pressNotificationButton(text: string, button: string): Promise<void> {
    const toast = await this.waitForNotification(text);
    await toast.getByRole('button', { name: button, exact: true }).click();
  }

  /** The inner page of a webview, once something in it can be seen. */
  webviewFrame(selector?: string): Promise<Frame> {
    return webviewFrame(this.page, selector);
  }

  /** What is on the clipboard. */
  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Puts text on the clipboard, as copying elsewhere would. */
  setClipboard(text: string): Promise<void> {
    noteTyped(text);
    return this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
  }

  /**
   * Changes settings of the workspace; `undefined` takes one away. Resolves when VS Code goes by them: a colour that
   * nothing here shows is changed along, and looked for. (A served VS Code does not watch the user's settings.)
   */
  async setSettings(changes: Record<string, unknown>): Promise<void> {
    const file = this.#settingsFile;
    const before = this.#settings();
    const mark = `#${(this.#settingsWritten++).toString(16).padStart(6, '0')}`;
    const marked = { 'workbench.colorCustomizations': { 'welcomePage.tileBackground': mark } };
    const text = JSON.stringify({ ...before, ...changes, ...marked }, undefined, 2);
    mkdirSync(dirname(file), { recursive: true });
    let asked = 0;
    await waitFor('the effect of new settings', async () => {
      // Written again now and then: a folder that has just been made is not watched at once.
      if (asked++ % 80 === 0) writeFileSync(file, text);
      const workbench = this.page.locator('.monaco-workbench');
      const name = '--vscode-welcomePage-tileBackground';
      const colour = await workbench.evaluate(
        (at, variable) => getComputedStyle(at).getPropertyValue(variable),
        name,
      );
      return colour.trim() === mark;
    });
  }

  /** Changes the colour theme and waits until it is worn. */
  async setTheme(kind: ThemeKind): Promise<void> {
    const [name, className] = themes[kind];
    if (this.#settings()['workbench.colorTheme'] !== name)
      await this.setSettings({ 'workbench.colorTheme': name });
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
  }

  /** Takes a picture of the window, into `out/screenshots/NAME.png`. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(this.session.screenshots, { recursive: true });
    await this.page.screenshot({
      path: join(this.session.screenshots, `${name}.png`),
      animations: 'disabled',
    });
  }

  get #settingsFile(): string {
    return join(this.session.workspace, '.vscode', 'settings.json');
  }

  #settings(): Record<string, unknown> {
    if (!existsSync(this.#settingsFile)) return {};
    return JSON.parse(readFileSync(this.#settingsFile, 'utf8')) as Record<string, unknown>;
  }

  /** Back to an empty window for the next test: nothing open, nothing asked, nothing said. */
  async reset(): Promise<void> {
    await this.page.mouse.move(1, 1);
    for (let n = 0; n < 2; n++) await this.page.keyboard.press('Escape');
    await this.#closeEditors();
    if ((await this.notifications()).length === 0) return;
    await this.runCommand('Notifications: Clear All Notifications');
    await waitFor('a quiet corner', async () => (await this.notifications()).length === 0);
  }

  async #closeEditors(): Promise<void> {
    const tabs = this.page.locator('.tabs-container .tab');
    if ((await tabs.count()) === 0) return;
    await this.runCommand('View: Close All Editors');
    const discard = this.page.locator('.monaco-dialog-box').getByRole('button', { name: "Don't Save" });
    await waitFor('an empty window', async () => {
      if (await discard.isVisible()) await discard.click();
      return (await tabs.count()) === 0;
    });
  }

  private async goTo(text: string): Promise<void> {
    await waitFor(`the way to ${text}`, async () => {
      await this.openQuickInput(text);
      await this.quickInput.root
        .locator('.quick-input-list .monaco-list-row')
        .first()
        .waitFor({ timeout: 3000 });
      await this.page.keyboard.press('Enter');
      await this.quickInput.root.waitFor({ state: 'hidden', timeout: 3000 });
      return true;
    });
  }

  private async openQuickInput(text: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInput.root.waitFor({ timeout: 3000 });
    await this.quickInput.type(text);
  }
}

/** Matches a row's label as a whole; VS Code writes some blanks as no-break spaces. */
function exactly(text: string): RegExp {
  const escaped = text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \u00a0]');
  return new RegExp(`^\\s*${escaped}\\s*$`);
}
