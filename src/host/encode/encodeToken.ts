import * as vscode from 'vscode';
import { memberOf } from '../../core/encoding/jsonNode';
import { signatureAlgorithm, signatureAlgorithms, type SignatureAlgorithm } from '../../core/jose/algorithms';
import type { KnownKey } from '../../core/keys/key';
import type { DraftDesk } from '../edit/draftDesk';
import { pickSigningKey } from '../edit/signingKey';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { Log } from '../platform/log';
import { readSettings } from '../platform/settings';
import { askForClaims } from './askForClaims';
import { deliver } from './deliver';
import { draftHeader } from './draftHeader';
import { encodeSource, type EncodeSource } from './encodeSource';
import { pickTemplate, type Beginning } from './pickTemplate';

export interface EncodePorts {
  readonly keys: WorkspaceKeys;
  /** Seconds since the epoch. */
  readonly now: () => number;
  readonly log: Log;
  /** Where new tokens are edited. */
  readonly desk: () => Promise<DraftDesk>;
}

/** Asks for claims, algorithm, key and destination, in this order; turning away at any of them ends it without a trace. */
export async function encodeToken(argument: unknown, { keys, now, log, desk }: EncodePorts): Promise<void> {
  const source = encodeSource(argument);
  if (source.from === 'nothing') {
    const beginning = await pickTemplate();
    if (beginning === undefined) return;
    if (beginning !== 'oneLine') {
      await openTemplate(beginning, await desk());
      return;
    }
  }
  const payloadText = await askForClaims(source, now());
  if (payloadText === undefined) return;
  const algorithm = await pickAlgorithm(source);
  if (!algorithm) return;
  const key =
    algorithm.kty === undefined
      ? undefined
      : await pickSigningKey(
          keys,
          algorithm,
          vscode.l10n.t('Encode Token'),
          vscode.l10n.t('Which key signs it?'),
        );
  if (algorithm.kty !== undefined && !key) return;
  const token = await sign(source, payloadText, algorithm, key);
  log.info(`encoded: ${algorithm.alg}, ${token.length} characters`);
  await deliver(token, source);
}

async function openTemplate(beginning: Exclude<Beginning, 'oneLine'>, desk: DraftDesk): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const cursor = editor && {
    uri: editor.document.uri,
    range: new vscode.Range(editor.selection.active, editor.selection.active),
    version: editor.document.version,
  };
  await desk.open({ ...beginning, original: undefined, serialization: 'compact', key: undefined, cursor });
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
