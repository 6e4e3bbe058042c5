import * as vscode from 'vscode';
import { scanTokens } from '../../core/detect/scan';
import { hasPrivate } from '../../core/keys/jwk';
import type { KnownKey } from '../../core/keys/key';
import { keyWish } from '../../core/keys/keyWish';
import { rankKeys } from '../../core/keys/rankKeys';
import { joseHeaders } from '../../core/jose/headers';
import { signatureAlgorithm, type SignatureAlgorithm } from '../../core/jose/algorithms';
import { parseToken } from '../../core/jose/parseToken';
import type { TokenPlace } from '../documents/foundToken';
import { editedToken } from '../edit/editedToken';
import { signAgain } from '../edit/signAgain';
import { pickSigningKey, type SigningPorts } from '../edit/signingKey';
import { nearbyKeys } from '../keys/nearbyKeys';
import { originName } from '../keys/keyLabel';
import { plain } from '../platform/plain';
import { UserError } from '../platform/userError';

/** UTF-16 units of a clipboard that are looked at. */
const longestText = 2_000_000;

/** A text with one token, and where it is pasted. */
export interface PastedToken {
  readonly before: string;
  readonly token: string;
  readonly after: string;
  readonly place: TokenPlace | undefined;
}

/** The text as one with a token that can be signed again; undefined for any other. */
export function pastedToken(text: string, place: TokenPlace | undefined): PastedToken | undefined {
  const [span, another] = text.length > longestText ? [] : scanTokens(text);
  if (!span || another) return undefined;
  const token = text.slice(span.start, span.end);
  return canBeSigned(token)
    ? { before: text.slice(0, span.start), token, after: text.slice(span.end), place }
    : undefined;
}

function canBeSigned(text: string): boolean {
  try {
    return signatureAlgorithm(editedToken({ text }).alg)?.kty !== undefined;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/**
 * The text with its token signed again: with its own key, else with the one that its header names or the only one that
 * fits, else with the one the user picks. Undefined where they turned away.
 */
export async function signedText(
  { before, token, after, place }: PastedToken,
  ports: SigningPorts,
): Promise<string | undefined> {
  const found = { text: token, ...(place ? { place } : {}) };
  const another = async (algorithm: SignatureAlgorithm): Promise<KnownKey | undefined> =>
    (await fittingKey(token, place, algorithm, ports)) ??
    (await pickSigningKey(
      ports.keys,
      algorithm,
      vscode.l10n.t('Paste Token Signed Anew'),
      vscode.l10n.t('No key at hand signed this token. Which key signs it now?'),
    ));
  const signed = await signAgain({ ...editedToken(found), found, another }, ports);
  if (!signed) return undefined;
  if (signed.key)
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('Signed with {key}', { key: plain(originName(signed.key.origin)) }),
      5000,
    );
  return before + signed.token + after;
}

/** The key there is no need to ask about. */
async function fittingKey(
  token: string,
  place: TokenPlace | undefined,
  algorithm: SignatureAlgorithm,
  { keys }: SigningPorts,
): Promise<KnownKey | undefined> {
  const [inventory, nearby] = await Promise.all([keys.inventory(), nearbyKeys(place)]);
  const signing = [...inventory.keys, ...nearby].filter(({ key }) => hasPrivate(key.material));
  const [best] = await rankKeys(keyWish(joseHeaders(parseToken(token)), algorithm, 'sign'), signing);
  return best && best.chosenBy !== 'tried' && !best.kidDiffers ? best.known : undefined;
}
