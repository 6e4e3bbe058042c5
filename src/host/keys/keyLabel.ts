import * as vscode from 'vscode';
import type { KeyOrigin, KeySummary } from '../../core/keys/key';
import { plain } from '../platform/plain';

const icons = { secret: '$(lock)', private: '$(key)', public: '$(shield)' } as const;

/** How a key is named in menus: what it is, and what tells it from the others. */
export function keyLabel(summary: KeySummary): string {
  return `${icons[summary.kind]} ${plain(originName(summary.origin))}`;
}

/** Type, size, key id: what stands behind the name, for whoever shows it to make harmless. */
export function keyDescription(summary: KeySummary): string {
  const kinds = {
    secret: vscode.l10n.t('secret'),
    private: vscode.l10n.t('private key'),
    public: vscode.l10n.t('public key'),
  };
  const size = summary.crv ?? vscode.l10n.t('{bits} bits', { bits: summary.bits });
  const kid = summary.kid === undefined ? [] : [`kid ${summary.kid}`];
  const family = { oct: [], RSA: ['RSA'], EC: ['EC'], OKP: [], AKP: [summary.alg ?? 'AKP'] }[summary.kty];
  const parts = [...family, summary.kty === 'AKP' ? '' : size, kinds[summary.kind], ...kid];
  return parts.filter(Boolean).join(' · ');
}

export function originName(origin: KeyOrigin): string {
  switch (origin.from) {
    case 'file':
      return origin.line === undefined ? origin.path : `${origin.path}:${origin.line}`;
    case 'secretStorage':
      return origin.name;
    case 'variable':
      return `${origin.name} (${origin.path}:${origin.line})`;
    case 'token':
      return vscode.l10n.t('the token itself');
    case 'remote':
      return origin.url;
  }
}
