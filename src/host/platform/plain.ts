import { visible } from '../../core/present/escape';

/**
 * A text for menus, quick picks and the status bar. They draw `$(icon)`, which file names, key ids and claims may hold: the
 * dollar is parted from the bracket. What turns the line around or cannot be seen is named.
 */
export function plain(text: string): string {
  return visible(text).replaceAll('$(', '$\u200b(');
}
