import * as vscode from 'vscode';
import { memberOf } from '../../core/encoding/jsonNode';
import { signatureAlgorithm, signatureAlgorithms, type SignatureAlgorithm } from '../../core/jose/algorithms';
import type { KnownKey } from '../../core/keys/key';
import { keyWish } from '../../core/keys/keyWish';
import { pickKey } from '../keys/pickKey';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { Log } from '../platform/log';
import { readSettings } from '../platform/settings';
import { askForClaims } from './askForClaims';
import { deliver } from './deliver';
import { draftHeader } from './draftHeader';
import { encodeSource, type EncodeSource } from './encodeSource';

/** Asks for claims, algorithm, key and destination, in this order; turning away at any of them ends it without a trace. `now` in seconds. */
export async function encodeToken(
  argument: unknown,
  keys: WorkspaceKeys,
  now: number,
  log: Log,
): Promise<void> {
  const source = encodeSource(argument);
  const payloadText = await askForClaims(source, now);
  if (payloadText === undefined) return;
  const algorithm = await pickAlgorithm(source);
  if (!algorithm) return;
  const key = algorithm.kty === undefined ? undefined : await pickSigningKey(keys, algorithm);
  if (algorithm.kty !== undefined && !key) return;
  const token = await sign(source, payloadText, algorithm, key);
  log.info(`encoded: ${algorithm.alg}, ${token.length} characters`);
  await deliver(token, source);
}

async function sign(
  source: EncodeSource,
  payloadText: string,
  algorithm: SignatureAlgorithm,
  known: KnownKey | undefined,
): Promise<string> {
  const { signToken } = await import('../../core/sign/signToken');
  const { sortHeader } = readSettings(source.place?.uri);
  const headerText = draftHeader({
    alg: algorithm.alg,
    kid: known?.key.labels.kid,
    original: source.header,
    sorted: sortHeader,
  });
  return await signToken({ headerText, payloadText }, known?.key);
}

/** The token's own algorithm first, then all others in the order of the table. */
async function pickAlgorithm(source: EncodeSource): Promise<SignatureAlgorithm | undefined> {
  const alg = memberOf(source.header, 'alg');
  const own = signatureAlgorithm(alg?.type === 'string' ? alg.value : 'HS256');
  const rows = [...signatureAlgorithms.values()].filter((row) => row !== own);
  const choice = await vscode.window.showQuickPick(
    [...(own ? [own] : []), ...rows].map((row) => ({
      label: row.alg,
      description: familyName(row),
      ...(row === own && source.header ? { detail: vscode.l10n.t('as the token has it') } : {}),
      row,
    })),
    { title: vscode.l10n.t('Encode Token'), placeHolder: vscode.l10n.t('Which algorithm?') },
  );
  return choice?.row;
}

function familyName(row: SignatureAlgorithm): string {
  const names: Readonly<Record<SignatureAlgorithm['family'], string>> = {
    hmac: vscode.l10n.t('shared secret'),
    'rsassa-pkcs1': vscode.l10n.t('RSA key'),
    'rsassa-pss': vscode.l10n.t('RSA key, PSS padding'),
    ecdsa: vscode.l10n.t('elliptic curve key, {curve}', { curve: row.curves?.join() ?? '' }),
    eddsa: vscode.l10n.t('Edwards curve key, {curve}', { curve: row.curves?.join(' / ') ?? '' }),
    'ml-dsa': vscode.l10n.t('post-quantum key'),
    none: vscode.l10n.t('unsecured: nothing protects such a token'),
  };
  return names[row.family];
}

async function pickSigningKey(
  keys: WorkspaceKeys,
  algorithm: SignatureAlgorithm,
): Promise<KnownKey | undefined> {
  const { rankKeys } = await import('../../core/keys/rankKeys');
  const ranked = await rankKeys(keyWish([], algorithm, 'sign'), (await keys.inventory()).keys);
  return await pickKey(keys, {
    title: vscode.l10n.t('Encode Token'),
    placeHolder: vscode.l10n.t('Which key signs it?'),
    algorithm,
    signing: true,
    fitting: ranked.map((one) => one.known.id),
  });
}
