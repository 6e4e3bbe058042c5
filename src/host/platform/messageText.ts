import { visible } from '../../core/present/escape';

/**
 * A text for messages and progress. VS Code takes `[label](command:…)` in them for a link, which runs any command there is: in
 * what tokens, keys, files and addresses are called, its brackets are parted by nothing that can be seen. What cannot be
 * seen of theirs is named.
 */
export function messageText(text: string): string {
  return visible(text).replaceAll('](', ']\u200b(');
}
