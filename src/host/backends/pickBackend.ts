import * as vscode from 'vscode';
import type { BackendRow } from '../../core/present/backendText';
import { plain } from '../platform/plain';

interface RowItem extends vscode.QuickPickItem {
  readonly row?: BackendRow;
}

/**
 * Lists the answers, one library a row. Enter copies the row's code and is done; its button copies and stays. Gives
 * `report` where all are to be shown with their code.
 */
export async function pickBackend(title: string, rows: readonly BackendRow[]): Promise<'report' | undefined> {
  const picker = vscode.window.createQuickPick<RowItem>();
  const copyButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('copy'),
    tooltip: vscode.l10n.t('Copy Code That Reproduces This'),
  };
  const report: RowItem = {
    label: `$(go-to-file) ${vscode.l10n.t('Show All with Their Code')}`,
    alwaysShow: true,
  };
  picker.title = title;
  picker.placeholder = vscode.l10n.t('Enter copies code that reproduces the answer');
  picker.matchOnDescription = true;
  picker.ignoreFocusOut = true;
  picker.items = [
    ...rows.map((row) => ({ ...rowItem(row), buttons: [copyButton] })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    report,
  ];
  try {
    return await new Promise<'report' | undefined>((resolve) => {
      picker.onDidTriggerItemButton(({ item }) => void copy(item.row));
      picker.onDidAccept(() => {
        const [item] = picker.selectedItems;
        void copy(item?.row);
        resolve(item === report ? 'report' : undefined);
        picker.hide();
      });
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

function rowItem(row: BackendRow): RowItem {
  return {
    row,
    label: `${row.status === 'pass' ? '$(pass)' : '$(error)'} ${row.library}`,
    description: plain(row.answer),
    ...(row.notes.length === 0 ? {} : { detail: plain(row.notes.join(' ')) }),
  };
}

async function copy(row: BackendRow | undefined): Promise<void> {
  if (!row) return;
  await vscode.env.clipboard.writeText(row.reproduce);
  const message = vscode.l10n.t(
    'Copied. Its first line says what to set in the environment: the token and the key are not in the code.',
  );
  vscode.window.setStatusBarMessage(`$(copy) ${message}`, 8000);
}
