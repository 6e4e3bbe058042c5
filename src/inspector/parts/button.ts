import { element, on } from '../dom';
import { icon, type IconName } from '../icons';

interface ButtonOptions {
  /** Tells this control from all others on the page, so that it keeps the focus when its view is made anew. */
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Shows the icon alone; the label is then read out and shown as a tip. */
  readonly isIconOnly?: boolean;
  /** Given for a button that stays pressed or not. */
  readonly isPressed?: boolean;
  /** More than the label says. */
  readonly hint?: string;
  readonly kind?: 'primary' | 'secondary' | 'link';
  readonly onPress: (button: HTMLButtonElement) => void;
}

/** A real button: reached by Tab, pressed by Enter and Space. */
export function button(options: ButtonOptions): HTMLButtonElement {
  const { key, label, isIconOnly = false, kind = 'secondary' } = options;
  const made: HTMLButtonElement = element(
    'button',
    {
      type: 'button',
      class: isIconOnly ? 'icon-button' : `button ${kind}`,
      'data-key': key,
      'aria-label': isIconOnly ? label : undefined,
      title: options.hint ?? (isIconOnly ? label : undefined),
      'aria-pressed': options.isPressed === undefined ? undefined : String(options.isPressed),
    },
    options.icon && icon(options.icon),
    isIconOnly ? undefined : element('span', {}, label),
  );
  return on(made, 'click', () => options.onPress(made));
}
