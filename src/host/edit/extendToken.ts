import * as vscode from 'vscode';
import { signatureAlgorithm } from '../../core/jose/algorithms';
import { timeText } from '../../core/present/timeText';
import { extendExpiry } from '../../core/sign/extendExpiry';
import { askForToken } from '../documents/askForToken';
import { draftHeader } from '../encode/draftHeader';
import { readSettings } from '../platform/settings';
import { UserError } from '../platform/userError';
import { words } from '../platform/words';
import { readJson } from '../../core/encoding/json';
import { signToken } from '../../core/sign/signToken';
import { deliverDraft } from './deliverDraft';
import { DraftSession } from './draftSession';
import { editedToken } from './editedToken';
import { pickSigningKey, signingKeyOf, type SigningPorts } from './signingKey';

const hour = 3600;

/** Gives the token at the cursor one hour more, from its end or from now, signed again with its own key or one that is picked. */
export async function extendToken(argument: unknown, ports: SigningPorts): Promise<void> {
  const found = await askForToken(argument);
  if (!found) return;
  const { headerText, payloadText, alg, serialization } = editedToken(found);
  const now = ports.verifier.moment();
  const extension = extendExpiry(payloadText, now, hour);
  if ('fault' in extension) throw new UserError(refusal(extension.fault));
  const algorithm = signatureAlgorithm(alg);
  if (!algorithm)
    throw new UserError(
      vscode.l10n.t('The token’s algorithm is not known here, so it cannot be signed again.'),
    );
  const own = algorithm.kty === undefined ? undefined : await signingKeyOf(found, ports);
  const title = vscode.l10n.t('Extend Token by 1 Hour');
  const asked = vscode.l10n.t('No key at hand signed this token. Which key signs it now?');
  const key =
    own ??
    (algorithm.kty === undefined ? undefined : await pickSigningKey(ports.keys, algorithm, title, asked));
  if (!key && algorithm.kty !== undefined) return;
  const { node } = readJson(headerText);
  const original = node?.type === 'object' ? node : undefined;
  const kid = key?.key.labels.kid;
  // Its own key signs under the very same header; another one must not be called by the old one's name.
  const header = own || !key ? headerText : draftHeader({ alg: algorithm.alg, kid, original, sorted: false });
  const draft = { headerText: header, payloadText: extension.payloadText };
  const token = await signToken(draft, key?.key, { serialization });
  const session = new DraftSession(found.place?.uri ?? vscode.Uri.parse('untitled:'), {
    name: '',
    text: '',
    original: { text: found.text, place: found.place },
    serialization,
    key,
    cursor: undefined,
  });
  if (!(await deliverDraft(token, session))) return;
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
