import * as vscode from 'vscode';
import { parseToken } from '../../core/jose/parseToken';
import { askForToken } from '../documents/askForToken';
import { pickVerificationKey } from './pickVerificationKey';
import { verifyWith, type VerifyPorts } from './verifyWithKey';

/** Asks which key tokens of this issuer and key id are verified with first, remembers it, and shows its answer. */
export async function pickKeyForToken(argument: unknown, ports: VerifyPorts): Promise<void> {
  const { keys, verifier, remote, picks } = ports;
  const found = await askForToken(argument);
  if (!found) return;
  const token = parseToken(found.text);
  const before = await picks.keyId(token);
  const forget = async (): Promise<void> => {
    await picks.forget(token);
    // Whoever shows an answer asks anew.
    keys.refresh();
    vscode.window.setStatusBarMessage(vscode.l10n.t('Pick forgotten'), 3000);
  };
  const picked = await pickVerificationKey(keys, verifier, found, {
    remote,
    purpose: {
      title: vscode.l10n.t('Pick Key for This Token'),
      placeHolder: vscode.l10n.t('Which key signs tokens of this issuer and key id?'),
      ...(before === undefined ? {} : { forget }),
    },
  });
  if (!picked) return;
  await picks.remember(token, picked.id);
  await verifyWith(ports, found, picked);
}
