import * as vscode from 'vscode';
import type { KnownKey } from '../../core/keys/key';
import { originName } from '../keys/keyLabel';
import { plain } from '../platform/plain';

/** A key by the name people know, or that one is still to be picked. */
export function keyText(key: KnownKey | undefined): string {
  return key ? plain(originName(key.origin)) : vscode.l10n.t('a key you pick');
}
