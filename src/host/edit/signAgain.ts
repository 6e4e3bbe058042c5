import * as vscode from 'vscode';
import { readJson } from '../../core/encoding/json';
import { signatureAlgorithm, type SignatureAlgorithm } from '../../core/jose/algorithms';
import type { KnownKey } from '../../core/keys/key';
import { signToken } from '../../core/sign/signToken';
import type { FoundToken } from '../documents/foundToken';
import { draftHeader } from '../encode/draftHeader';
import { UserError } from '../platform/userError';
import type { EditedToken } from './editedToken';
import { signingKeyOf, type SigningPorts } from './signingKey';

/** A token that was signed again. */
export interface SignedAgain {
  readonly token: string;
  /** Undefined for one that is not signed (`alg: none`). */
  readonly key: KnownKey | undefined;
}

/** A token to be signed again, its payload perhaps another. */
export interface AgainRequest extends Pick<
  EditedToken,
  'headerText' | 'payloadText' | 'alg' | 'serialization'
> {
  readonly found: FoundToken;
  /** Where no key at hand signed the token: another one; undefined where the user turned away. */
  readonly another: (algorithm: SignatureAlgorithm) => Promise<KnownKey | undefined>;
}

/**
 * Signs a token again with its own key, under the very same header; else with another, whose name the header takes then.
 * Undefined where the user turned away.
 * @throws UserError for an algorithm that is not known here
 */
export async function signAgain(
  { found, headerText, payloadText, alg, serialization, another }: AgainRequest,
  ports: SigningPorts,
): Promise<SignedAgain | undefined> {
  const algorithm = signatureAlgorithm(alg);
  if (!algorithm)
    throw new UserError(
      vscode.l10n.t('The token’s algorithm is not known here, so it cannot be signed again.'),
    );
  const isSigned = algorithm.kty !== undefined;
  const own = isSigned ? await signingKeyOf(found, ports) : undefined;
  const key = own ?? (isSigned ? await another(algorithm) : undefined);
  if (isSigned && !key) return undefined;
  const { node } = readJson(headerText);
  const original = node?.type === 'object' ? node : undefined;
  const kid = key?.key.labels.kid;
  // Another key must not be called by the old one's name.
  const header = own || !key ? headerText : draftHeader({ alg: algorithm.alg, kid, original, sorted: false });
  const token = await signToken({ headerText: header, payloadText }, key?.key, { serialization });
  return { token, key };
}
