import { visible } from '../../core/present/escape';
import { element, type Child } from '../dom';

const named = /(⟨U\+[0-9A-F]{4,6}⟩)/;

/**
 * Text that a token may have written: each character as itself, those that cannot be seen or turn the line around by
 * name. In a layout of ours, line feeds stay what they are.
 */
export function visibleText(text: string, isLayout = false): readonly Child[] {
  const safe = isLayout ? text.split('\n').map(visible).join('\n') : visible(text);
  return safe.split(named).map((part, index) =>
    // What `split` captured stands at the odd places.
    index % 2 === 1 ? element('span', { class: 'control-character' }, part) : part,
  );
}
