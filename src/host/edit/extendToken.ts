import * as vscode from 'vscode';
import type { SignatureAlgorithm } from '../../core/jose/algorithms';
import type { KnownKey } from '../../core/keys/key';
import { timeText } from '../../core/present/timeText';
import { extendExpiry } from '../../core/sign/extendExpiry';
import { askForToken } from '../documents/askForToken';
import { readSettings } from '../platform/settings';
import { UserError } from '../platform/userError';
import { words } from '../platform/words';
import { deliverDraft } from './deliverDraft';
import { DraftSession } from './draftSession';
import { editedToken } from './editedToken';
import { signAgain } from './signAgain';
import { pickSigningKey, type SigningPorts } from './signingKey';

const hour = 3600;

/** Gives the token at the cursor one hour more, from its end or from now, signed again with its own key or one that is picked. */
export async function extendToken(argument: unknown, ports: SigningPorts): Promise<void> {
  const found = await askForToken(argument);
  if (!found) return;
  const edited = editedToken(found);
  const now = ports.verifier.moment();
  const extension = extendExpiry(edited.payloadText, now, hour);
  if ('fault' in extension) throw new UserError(refusal(extension.fault));
  const title = vscode.l10n.t('Extend Token by 1 Hour');
  const asked = vscode.l10n.t('No key at hand signed this token. Which key signs it now?');
  const another = (algorithm: SignatureAlgorithm): Promise<KnownKey | undefined> =>
    pickSigningKey(ports.keys, algorithm, title, asked);
  const { payloadText } = extension;
  const signed = await signAgain({ ...edited, payloadText, found, another }, ports);
  if (!signed) return;
  const session = new DraftSession(found.place?.uri ?? vscode.Uri.parse('untitled:'), {
    name: '',
    text: '',
    original: { text: found.text, place: found.place },
    serialization: edited.serialization,
    key: signed.key,
    cursor: undefined,
  });
  if (!(await deliverDraft(signed.token, session))) return;
  const { date } = timeText(extension.exp, { ...words(readSettings(found.place?.uri)), moment: now });
  vscode.window.setStatusBarMessage(vscode.l10n.t('The token now expires at {date}', { date }), 5000);
}

function refusal(fault: 'noClaims' | 'noExpiry' | 'notNumericDate'): string {
  const sentences = {
    noClaims: vscode.l10n.t('The token holds no claims that could be extended.'),
    noExpiry: vscode.l10n.t('The token has no "exp": it never expires, so there is nothing to extend.'),
    notNumericDate: vscode.l10n.t('The token’s "exp" is no number of seconds. Edit the token instead.'),
  };
  return sentences[fault];
}
