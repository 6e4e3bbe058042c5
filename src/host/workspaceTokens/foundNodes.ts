import * as vscode from 'vscode';
import type { AuditEntry, AuditGroup } from '../../core/audit/auditEntry';
import type { AuditFile, AuditGrouping, AuditIssuer } from '../../core/audit/groupEntries';
import { visible } from '../../core/present/escape';
import { auditGroupWording, auditWording } from '../../core/present/auditWording';
import { shorten } from '../../core/present/shorten';
import { word } from '../../core/present/wording';
import { readSettings } from '../platform/settings';
import { words } from '../platform/words';

/** A row of the view of found tokens. */
export type FoundNode =
  | { readonly kind: 'group'; readonly grouping: AuditGrouping }
  | { readonly kind: 'issuer'; readonly issuer: AuditIssuer }
  | { readonly kind: 'file'; readonly file: AuditFile }
  | { readonly kind: 'token'; readonly entry: AuditEntry };

export function childrenOf(node: FoundNode): readonly FoundNode[] {
  switch (node.kind) {
    case 'group':
      return node.grouping.issuers.map((issuer) => ({ kind: 'issuer', issuer }));
    case 'issuer':
      return node.issuer.files.map((file) => ({ kind: 'file', file }));
    case 'file':
      return node.file.entries.map((entry) => ({ kind: 'token', entry }));
    case 'token':
      return [];
  }
}

const icons: Readonly<Record<AuditGroup, string>> = {
  live: 'warning',
  unsecured: 'unlock',
  unknown: 'question',
  expired: 'history',
  test: 'beaker',
};

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** How a row looks. Labels are plain text: VS Code makes nothing of what a token says in them. */
export function foundTreeItem(node: FoundNode): vscode.TreeItem {
  switch (node.kind) {
    case 'group': {
      const { group, count } = node.grouping;
      const item = new vscode.TreeItem(
        translated(auditGroupWording[group]),
        group === 'live' || group === 'unsecured' ? Expanded : Collapsed,
      );
      item.iconPath = new vscode.ThemeIcon(icons[group]);
      item.description = String(count);
      return item;
    }
    case 'issuer': {
      const { issuer, count } = node.issuer;
      const item = new vscode.TreeItem(oneLine(issuer ?? translated(auditWording.noIssuer)), Expanded);
      item.description = String(count);
      return item;
    }
    case 'file': {
      const item = new vscode.TreeItem(vscode.Uri.parse(node.file.uri), Expanded);
      item.label = oneLine(node.file.path);
      item.iconPath = vscode.ThemeIcon.File;
      item.description = String(node.file.entries.length);
      return item;
    }
    case 'token':
      return tokenItem(node.entry);
  }
}

function tokenItem(entry: AuditEntry): vscode.TreeItem {
  const { line, character, endLine, endCharacter, masked, alg, rules } = entry;
  const item = new vscode.TreeItem(vscode.l10n.t('Line {line}', { line: line + 1 }), None);
  item.description = oneLine([alg, masked].filter((part) => part !== undefined).join(' · '));
  item.tooltip = oneLine(rules.join(', ')) || item.description;
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Go to Token'),
    arguments: [
      vscode.Uri.parse(entry.uri),
      { selection: new vscode.Range(line, character, endLine, endCharacter) },
    ],
  };
  return item;
}

function translated(template: string): string {
  return word(words(readSettings()).translate, template);
}

/** What tokens and files are called must not look like more, or run the wrong way. */
function oneLine(text: string): string {
  return visible(shorten(text, 200));
}
