import * as vscode from 'vscode';
import { escapeMarkdown, visible } from '../../core/present/escape';
import { keyFormatWording, keyWeaknessText } from '../../core/present/keyWording';
import type { KeySummary } from '../../core/keys/key';
import { keyDescription, originName } from '../keys/keyLabel';
import type { KeyTrouble } from '../keys/keyStore';
import { troubleText } from '../keys/troubleText';
import { readSettings } from '../platform/settings';
import { words } from '../platform/words';
import { groupTitle, type KeyNode } from './keyNode';

const icons = { secret: 'lock', private: 'key', public: 'shield' } as const;

/** How a node looks. File names, key ids and comments are set as text or escaped: they come from the workspace. */
export function keyTreeItem(node: KeyNode, moment: number): vscode.TreeItem {
  switch (node.kind) {
    case 'group':
      return new vscode.TreeItem(groupTitle(node.group), vscode.TreeItemCollapsibleState.Expanded);
    case 'key':
      return keyItem(node.summary, moment);
    case 'trouble':
      return troubleItem(node.trouble);
  }
}

function keyItem(summary: KeySummary, moment: number): vscode.TreeItem {
  const name = visible(originName(summary.origin));
  const description = visible(keyDescription(summary));
  const item = new vscode.TreeItem(name);
  const weak = summary.weaknesses.length > 0;
  item.id = summary.id;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(
    weak ? 'warning' : icons[summary.kind],
    weak ? new vscode.ThemeColor('problemsWarningIcon.foreground') : undefined,
  );
  // `key file private`: what the menus ask for.
  item.contextValue = ['key', summary.origin.from, summary.kind].join(' ');
  item.tooltip = tooltip(summary, moment);
  item.accessibilityInformation = { label: `${name}, ${description}` };
  return item;
}

function tooltip(summary: KeySummary, moment: number): vscode.MarkdownString {
  const options = { ...words(readSettings()), moment };
  const rows: readonly (readonly [string, string | undefined])[] = [
    [vscode.l10n.t('Key'), keyDescription(summary)],
    [vscode.l10n.t('Format'), options.translate(keyFormatWording[summary.format])],
    [vscode.l10n.t('Comment'), summary.comment],
    [vscode.l10n.t('Key id'), summary.kid],
    [vscode.l10n.t('Thumbprint'), summary.thumbprint],
    [vscode.l10n.t('From'), originName(summary.origin)],
  ];
  const lines = rows.flatMap(([name, value]) =>
    value === undefined ? [] : [`**${escapeMarkdown(name)}** ${escapeMarkdown(value)}`],
  );
  const weaknesses = summary.weaknesses.map(
    (weakness) => `$(warning) ${escapeMarkdown(keyWeaknessText(weakness, options))}`,
  );
  return new vscode.MarkdownString([...lines, ...weaknesses].join('  \n'), true);
}

function troubleItem(trouble: KeyTrouble): vscode.TreeItem {
  const place = visible(trouble.place);
  const text = visible(troubleText(trouble));
  const item = new vscode.TreeItem(place);
  const locked = trouble.problem.code === 'passphraseNeeded' || trouble.problem.code === 'passphraseWrong';
  item.description = text;
  item.iconPath = new vscode.ThemeIcon(locked ? 'lock' : 'circle-slash');
  const kind = locked ? 'locked' : trouble.uri ? 'file' : '';
  const isRemote = trouble.problem.code.startsWith('remote.');
  item.contextValue = ['trouble', isRemote ? 'remote' : kind].filter(Boolean).join(' ');
  item.tooltip = text;
  item.accessibilityInformation = { label: `${place}: ${text}` };
  return item;
}
