import * as vscode from 'vscode';
import { AlgorithmUnavailable, KeyUnusable } from '../../core/crypto/cryptoErrors';
import { fitsAlgorithm } from '../../core/crypto/signatures';
import { utf8Bytes } from '../../core/encoding/bytes';
import { encryptToken } from '../../core/encrypt/encryptToken';
import { signatureAlgorithm } from '../../core/jose/algorithms';
import { fitsKeyManagement, keyManagementAlgorithms } from '../../core/jose/encryptionAlgorithms';
import { hasPrivate } from '../../core/keys/jwk';
import { draftProblemText } from '../../core/present/draftWording';
import { problemText } from '../../core/present/problemWording';
import { keyFaultWording } from '../../core/present/reportWording';
import { DraftUnusable } from '../../core/sign/draftUnusable';
import { signToken } from '../../core/sign/signToken';
import { readTokenDraft, type TokenDraft } from '../../core/sign/tokenDraft';
import { encryptsWith } from '../generateKey/fittingKinds';
import { pickKey } from '../keys/pickKey';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { readSettings } from '../platform/settings';
import { UserError } from '../platform/userError';
import { words } from '../platform/words';
import type { DraftSession } from './draftSession';
import { pickSigningKey } from './signingKey';
import { withContentType, withKeyId } from './headerEdits';

/**
 * The token that an edited text stands for, signed and encrypted as it says; keys are asked for where the session has none
 * that fits. Undefined where the user turned away. `now` in seconds since the epoch.
 */
export async function makeToken(
  text: string,
  session: DraftSession,
  keys: WorkspaceKeys,
  now: number,
): Promise<string | undefined> {
  const draft = readTokenDraft(text, now);
  const obstacle = draft.problems.find(({ blocks }) => blocks);
  const { translate } = words(readSettings());
  if (obstacle) throw new UserError(draftProblemText(obstacle, translate));
  try {
    const signed = draft.draft ? await sign(draft, session, keys) : draft.payloadText;
    if (signed === undefined || draft.encryptionText === undefined) return signed;
    return await encrypt(draft, draft.encryptionText, signed, session, keys);
  } catch (error) {
    throw mended(error);
  }
}

async function sign(
  { draft, alg }: TokenDraft,
  session: DraftSession,
  keys: WorkspaceKeys,
): Promise<string | undefined> {
  const algorithm = signatureAlgorithm(alg);
  if (!draft || !algorithm) return undefined;
  const { serialization } = session;
  if (algorithm.kty === undefined) return await signToken(draft, undefined, { serialization });
  const isFit = session.key && fitsAlgorithm(algorithm, session.key.key.material);
  const key =
    isFit && session.key && hasPrivate(session.key.key.material)
      ? session.key
      : await pickSigningKey(
          keys,
          algorithm,
          vscode.l10n.t('Sign Token'),
          vscode.l10n.t('Which key signs it?'),
        );
  if (!key) return undefined;
  session.key = key;
  const { kid } = key.key.labels;
  const headerText = session.isNew ? withKeyId(draft.headerText, kid) : draft.headerText;
  return await signToken({ ...draft, headerText }, key.key, { serialization });
}

async function encrypt(
  draft: TokenDraft,
  headerText: string,
  content: string,
  session: DraftSession,
  keys: WorkspaceKeys,
): Promise<string | undefined> {
  const algorithm = keyManagementAlgorithms.get(draft.encryptionAlg ?? '');
  // A token in a token says so (RFC 7519 §5.2).
  const header = draft.draft ? withContentType(headerText) : headerText;
  const plaintext = utf8Bytes(content);
  if (algorithm?.family === 'pbes2') {
    const password = await vscode.window.showInputBox({
      title: vscode.l10n.t('Encrypt Token'),
      prompt: vscode.l10n.t('The password to encrypt it with. It is not kept.'),
      password: true,
      ignoreFocusOut: true,
    });
    return password === undefined
      ? undefined
      : await encryptToken({ headerText: header, plaintext }, { password });
  }
  const known = session.encryptionKey;
  const isFit = algorithm && known && fitsKeyManagement(algorithm, known.key.material);
  const key = isFit ? known : await pickRecipient(keys, algorithm);
  if (!key) return undefined;
  session.encryptionKey = key;
  const { kid } = key.key.labels;
  return await encryptToken({ headerText: withKeyId(header, kid), plaintext }, key.key);
}

type KeyManagement = Parameters<typeof fitsKeyManagement>[0];

async function pickRecipient(
  keys: WorkspaceKeys,
  algorithm: KeyManagement | undefined,
): ReturnType<typeof pickKey> {
  const { keys: known } = await keys.inventory();
  const fitting = known.filter(({ key }) => algorithm && fitsKeyManagement(algorithm, key.material));
  return await pickKey(keys, {
    title: vscode.l10n.t('Encrypt Token'),
    placeHolder: vscode.l10n.t('Whose key is it encrypted to?'),
    algorithm,
    signing: false,
    fitting: fitting.map(({ id }) => id),
    ...(algorithm ? { generates: encryptsWith(algorithm) } : {}),
  });
}

/** What a person can mend, as a sentence; anything else as it is. */
function mended(error: unknown): unknown {
  const { translate } = words(readSettings());
  if (error instanceof DraftUnusable) {
    const [first] = error.problems;
    return first ? new UserError(problemText(first, translate)) : error;
  }
  if (error instanceof KeyUnusable) {
    const problem = translate(keyFaultWording[error.fault] ?? error.fault);
    return new UserError(vscode.l10n.t('The key cannot be used: {problem}.', { problem }));
  }
  if (error instanceof AlgorithmUnavailable)
    return new UserError(vscode.l10n.t('This host cannot compute {alg}.', { alg: error.alg }));
  return error;
}
