import * as vscode from 'vscode';
import { hostRandom } from '../../core/crypto/engine';
import { encodeBase64url } from '../../core/encoding/base64url';
import { draftTemplates, templateText, type DraftTemplateId } from '../../core/sign/draftTemplates';

/** A beginning that was chosen: the text of a template, or that the claims are typed in one line. */
export type Beginning = { readonly name: string; readonly text: string } | 'oneLine';

/** Asks what a new token begins with; undefined where the user turned away. */
export async function pickTemplate(): Promise<Beginning | undefined> {
  const oneLine = {
    label: `$(edit) ${vscode.l10n.t('Claims in one line…')}`,
    detail: vscode.l10n.t('Type the claims set as JSON, then choose algorithm and key'),
    beginning: 'oneLine' as const,
  };
  const templates = draftTemplates(() => encodeBase64url(hostRandom(16))).map((template) => {
    const { label, detail } = names[template.id]();
    const alg = (template.header ?? template.encryption)?.['alg'];
    return {
      label,
      detail,
      description: typeof alg === 'string' ? alg : '',
      beginning: { name: label, text: templateText(template) },
    };
  });
  const choice = await vscode.window.showQuickPick([...templates, oneLine], {
    title: vscode.l10n.t('Encode Token'),
    placeHolder: vscode.l10n.t('What kind of token?'),
    matchOnDetail: true,
  });
  return choice?.beginning;
}

/** What each template is called; functions, so that each text is a literal to translate. */
const names: Readonly<Record<DraftTemplateId, () => { readonly label: string; readonly detail: string }>> = {
  accessToken: () => ({
    label: vscode.l10n.t('Access token'),
    detail: vscode.l10n.t('What an API accepts: audience, client, scope (RFC 9068)'),
  }),
  idToken: () => ({
    label: vscode.l10n.t('ID token'),
    detail: vscode.l10n.t('Who signed in: name, email, nonce (OpenID Connect)'),
  }),
  serviceToken: () => ({
    label: vscode.l10n.t('Service-to-service token'),
    detail: vscode.l10n.t('A service that proves who it is, for five minutes (RFC 7523)'),
  }),
  refreshToken: () => ({
    label: vscode.l10n.t('Refresh token'),
    detail: vscode.l10n.t('Lasts thirty days, for the issuer alone'),
  }),
  tutorial: () => ({
    label: vscode.l10n.t('First token'),
    detail: vscode.l10n.t('The claims of the tutorial “How to Handle JWTs in Python”'),
  }),
  encrypted: () => ({
    label: vscode.l10n.t('Encrypted token'),
    detail: vscode.l10n.t('A JWE: only the recipient can read it'),
  }),
  nested: () => ({
    label: vscode.l10n.t('Signed and encrypted token'),
    detail: vscode.l10n.t('Signed first, then encrypted: one token inside another'),
  }),
};
