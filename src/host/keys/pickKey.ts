import * as vscode from 'vscode';
import type { KeySpec } from '../../core/keys/generateKey';
import type { KeySummary, KnownKey } from '../../core/keys/key';
import { commandIds } from '../platform/ids';
import { troubleText } from './troubleText';
import { addKeyInteractively } from './addKey';
import { keyDescription, keyLabel } from './keyLabel';
import { plain } from '../platform/plain';
import type { KeyTrouble } from './keyStore';
import { unlock } from './unlock';
import type { WorkspaceKeys } from './workspaceKeys';

interface KeyItem extends vscode.QuickPickItem {
  readonly choose?: () => Promise<KnownKey | undefined | 'again'>;
}

/** What the pick is for: which algorithm, and whether the key must have its private half. */
export interface KeyPurpose {
  readonly title: string;
  readonly placeHolder: string;
  readonly algorithm: { readonly alg: string } | undefined;
  readonly signing: boolean;
  /** Ids of the keys that fit, best first. */
  readonly fitting: readonly string[];
  /** Which kinds of key could be made for it; offered where there is such a rule. */
  readonly generates?: (spec: KeySpec) => boolean;
  /** Takes back an earlier choice; offered where there is one. */
  readonly forget?: () => Promise<void>;
}

/** Lets the user choose among the workspace's keys, fitting ones first; adding and unlocking lead back to the choice. */
export async function pickKey(keys: WorkspaceKeys, purpose: KeyPurpose): Promise<KnownKey | undefined> {
  for (;;) {
    const items = await keyItems(keys, purpose);
    const picked = await vscode.window.showQuickPick(items, {
      title: purpose.title,
      placeHolder: purpose.placeHolder,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    const chosen = await picked?.choose?.();
    if (chosen !== 'again') return chosen;
  }
}

async function keyItems(keys: WorkspaceKeys, purpose: KeyPurpose): Promise<readonly KeyItem[]> {
  const [{ keys: known, troubles }, summaries] = await Promise.all([keys.inventory(), keys.summaries()]);
  const summaryOf = new Map(summaries.map((summary) => [summary.id, summary]));
  const items = known.flatMap((key) => {
    const summary = summaryOf.get(key.id);
    return summary ? [keyItem(key, summary)] : [];
  });
  const order = new Map(purpose.fitting.map((id, index) => [id, index]));
  const rank = (item: { id: string }): number => order.get(item.id) ?? Number.MAX_SAFE_INTEGER;
  const usable = items.filter((item) => !purpose.signing || item.summary.kind !== 'public');
  const [fitting, others] = [
    usable.filter((item) => order.has(item.id)).sort((a, b) => rank(a) - rank(b)),
    usable.filter((item) => !order.has(item.id)),
  ];
  const alg = purpose.algorithm?.alg ?? '';
  return [
    ...group(alg ? vscode.l10n.t('matches {alg}', { alg }) : vscode.l10n.t('matches'), fitting),
    ...Object.entries(groupNames).flatMap(([name, label]) =>
      group(
        label(),
        others.filter(({ summary }) => groupOf(keys, summary) === name),
      ),
    ),
    ...group(
      vscode.l10n.t('not readable yet'),
      troubles.map((trouble) => troubleItem(keys, trouble)),
    ),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...forgetItems(purpose),
    ...generateItems(keys, purpose),
    {
      label: `$(add) ${vscode.l10n.t('Add key…')}`,
      detail: vscode.l10n.t('A file, or a secret kept in VS Code’s secret storage'),
      alwaysShow: true,
      choose: async () => ((await addKeyInteractively(keys)) ? 'again' : undefined),
    },
  ];
}

/** Where keys that do not match are from, in the order they are offered in. */
const groupNames = {
  workspace: () => vscode.l10n.t('workspace'),
  settings: () => vscode.l10n.t('settings'),
  secrets: () => vscode.l10n.t('secrets'),
  network: () => vscode.l10n.t('network'),
} as const;

function groupOf(keys: WorkspaceKeys, { id, origin }: KeySummary): keyof typeof groupNames {
  if (origin.from === 'secretStorage') return 'secrets';
  if (origin.from === 'remote') return 'network';
  return keys.isNamed(id) ? 'settings' : 'workspace';
}

function keyItem(known: KnownKey, summary: KeySummary): KeyItem & { id: string; summary: KeySummary } {
  return {
    id: known.id,
    summary,
    label: keyLabel(summary),
    description: plain(keyDescription(summary)),
    ...(summary.comment === undefined ? {} : { detail: plain(summary.comment) }),
    choose: () => Promise.resolve(known),
  };
}

function troubleItem(keys: WorkspaceKeys, trouble: KeyTrouble): KeyItem {
  const locked = trouble.problem.code.startsWith('passphrase');
  return {
    label: `${locked ? '$(lock)' : '$(warning)'} ${plain(trouble.place)}`,
    detail: plain(troubleText(trouble)),
    choose: async () => {
      const isRemote = trouble.problem.code.startsWith('remote.');
      if (locked && trouble.uri) await unlock(keys, trouble.uri);
      else if (isRemote)
        await vscode.commands.executeCommand(commandIds.fetchIssuerKeys, { jwks: trouble.place });
      else if (trouble.uri) await vscode.window.showTextDocument(trouble.uri);
      return locked || isRemote ? 'again' : undefined;
    },
  };
}

function forgetItems({ forget }: KeyPurpose): readonly KeyItem[] {
  if (!forget) return [];
  return [
    {
      label: `$(discard) ${vscode.l10n.t('Forget the key picked before')}`,
      detail: vscode.l10n.t('Tokens of this issuer and key id are verified with whatever fits again'),
      alwaysShow: true,
      choose: async () => {
        await forget();
        return undefined;
      },
    },
  ];
}

function generateItems(keys: WorkspaceKeys, { generates }: KeyPurpose): readonly KeyItem[] {
  if (!generates) return [];
  return [
    {
      label: `$(sparkle) ${vscode.l10n.t('Generate key…')}`,
      detail: vscode.l10n.t('A new key that fits, kept in secret storage or in files'),
      alwaysShow: true,
      choose: async () => {
        const { generateKeyInteractively } = await import('../generateKey/generateKeyInteractively');
        return (await generateKeyInteractively(keys, generates)) ? 'again' : undefined;
      },
    },
  ];
}

function group(label: string, items: readonly KeyItem[]): readonly KeyItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}
