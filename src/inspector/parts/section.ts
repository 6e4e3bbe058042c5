import { element, type Child } from '../dom';

interface SectionOptions {
  /** Also the id of its heading. */
  readonly id: string;
  readonly title: string;
  /** The segment of the token it speaks of; both light up together. */
  readonly part?: string | undefined;
}

/** A part of the page under a heading, with its buttons beside the heading. */
export function section(
  { id, title, part }: SectionOptions,
  buttons: readonly Child[],
  ...contents: readonly Child[]
): HTMLElement {
  return element(
    'section',
    {
      class: part === undefined ? `section ${id}` : `section ${id} part-${part}`,
      'aria-labelledby': `${id}-title`,
      'data-part': part,
    },
    element(
      'div',
      { class: 'section-head' },
      element('h2', { id: `${id}-title`, tabindex: -1 }, title),
      element('div', { class: 'section-buttons' }, buttons),
    ),
    contents,
  );
}
