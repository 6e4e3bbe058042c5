import * as vscode from 'vscode';
import type { KeyOrigin, KeySummary } from '../../core/keys/key';
import type { KeyTrouble } from '../keys/keyStore';

/** What stands in the Keys view: a heading, a key, or a place that gave no key. */
export type KeyNode =
  | { readonly kind: 'group'; readonly group: GroupName; readonly children: readonly KeyNode[] }
  | { readonly kind: 'key'; readonly summary: KeySummary }
  | { readonly kind: 'trouble'; readonly trouble: KeyTrouble };

export type GroupName = KeyOrigin['from'] | 'troubles';

/** The headings in their order. A table of functions, so that each text is a literal to translate. */
const groupTitles: Readonly<Record<GroupName, () => string>> = {
  file: () => vscode.l10n.t('Files'),
  secretStorage: () => vscode.l10n.t('Secrets'),
  variable: () => vscode.l10n.t('Environment'),
  remote: () => vscode.l10n.t('Fetched'),
  token: () => vscode.l10n.t('Carried by tokens'),
  troubles: () => vscode.l10n.t('Not readable yet'),
};

export function groupTitle(group: GroupName): string {
  return groupTitles[group]();
}

/** The nodes of the view for what the workspace knows; empty groups are left out. */
export function keyNodes(
  summaries: readonly KeySummary[],
  troubles: readonly KeyTrouble[],
): readonly KeyNode[] {
  const members = (group: GroupName): readonly KeyNode[] =>
    group === 'troubles'
      ? troubles.map((trouble) => ({ kind: 'trouble', trouble }))
      : summaries
          .filter((summary) => summary.origin.from === group)
          .map((summary) => ({ kind: 'key', summary }));
  return (Object.keys(groupTitles) as GroupName[])
    .map((group): KeyNode & { kind: 'group' } => ({ kind: 'group', group, children: members(group) }))
    .filter(({ children }) => children.length > 0);
}
