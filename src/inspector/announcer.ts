import { element, setText } from './dom';

/** Regions that are read out when they change, at the listener's leisure. They stand on the page before anything is said in them. */
export class Announcer {
  readonly #notice = region('visually-hidden');
  readonly #verdict = region('visually-hidden');
  readonly #trouble = region('trouble');

  constructor(parent: HTMLElement) {
    parent.append(this.#notice, this.#verdict, this.#trouble);
  }

  /** What came of a press; the same words twice are said twice. */
  notice(text: string): void {
    setText(this.#trouble, '');
    this.#notice.replaceChildren(element('p', {}, text));
  }

  /** What went wrong: to be seen as well as heard, until something goes right. */
  trouble(text: string): void {
    this.#trouble.replaceChildren(element('p', {}, text));
  }

  /** The answers to the four questions; said once, however often the page is painted with the same ones. */
  verdict(text: string): void {
    setText(this.#verdict, text);
  }
}

function region(className: string): HTMLElement {
  return element('div', { class: className, role: 'status', 'aria-live': 'polite' });
}
