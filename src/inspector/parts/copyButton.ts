import type { CopyParams } from '../../protocol/messages';
import { say, type PageContext } from '../context';
import { icon } from '../icons';
import { labels } from '../labels';
import { button } from './button';

interface CopyOptions {
  readonly what: CopyParams['what'];
  readonly index?: number;
  readonly label: string;
}

/** How long a button says that it copied, in milliseconds. */
const rest = 1600;

/** Asks the host to copy a part, and says so when it is done: by a tick, and in words to those who listen. */
export function copyButton(context: PageContext, { what, index, label }: CopyOptions): HTMLButtonElement {
  return button({
    key: `copy ${what} ${index ?? ''}`,
    label,
    icon: 'copy',
    isIconOnly: true,
    onPress: (pressed) => void copy(pressed),
  });

  async function copy(pressed: HTMLButtonElement): Promise<void> {
    if (!(await context.actions.copy(what, index))) return;
    pressed.replaceChildren(icon('copied'));
    context.announce(say(context, labels.copied));
    setTimeout(() => pressed.replaceChildren(icon('copy')), rest);
  }
}
