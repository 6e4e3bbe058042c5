import { element } from '../dom';
import { icon, type IconName } from '../icons';
import { visibleText } from './visibleText';

/** A sentence beside an icon; what a token may have written in it stays text. */
export function statusLine(name: IconName, text: string): HTMLElement {
  return element('div', { class: 'list-row status-line' }, icon(name), element('p', {}, visibleText(text)));
}
