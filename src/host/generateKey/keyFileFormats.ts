import * as vscode from 'vscode';
import type { KeySpec } from '../../core/keys/generateKey';
import type { KeyOutput } from '../../core/keys/write/writeKey';

/** How a pair is written to files: the text of each half and how its file's name ends. */
export interface KeyFileFormat {
  readonly label: string;
  readonly detail: string;
  readonly private: { readonly output: KeyOutput; readonly ending: string };
  /** Secrets have no public half. */
  readonly public?: { readonly output: KeyOutput; readonly ending: string };
}

const sshCurves: ReadonlySet<string> = new Set(['P-256', 'P-384', 'P-521', 'Ed25519']);

/** The formats a kind of key can be written in. */
export function keyFileFormats(spec: KeySpec): readonly KeyFileFormat[] {
  const jwk: KeyFileFormat = {
    label: vscode.l10n.t('JWK file'),
    detail: '.jwk.json',
    private: { output: 'privateJwk', ending: '.jwk.json' },
    ...(spec.kty === 'oct' ? {} : { public: { output: 'publicJwk', ending: '.pub.jwk.json' } }),
  };
  if (spec.kty === 'oct') return [jwk];
  const pem: KeyFileFormat = {
    label: vscode.l10n.t('PEM files'),
    detail: vscode.l10n.t('{private} and {public}', { private: '.pem', public: '.pub.pem' }),
    private: { output: 'pkcs8Pem', ending: '.pem' },
    public: { output: 'spkiPem', ending: '.pub.pem' },
  };
  const hasOpenSsh = spec.kty === 'RSA' || ('crv' in spec && sshCurves.has(spec.crv));
  const openSsh: KeyFileFormat = {
    label: vscode.l10n.t('OpenSSH files'),
    detail: vscode.l10n.t('As ssh-keygen writes them, without a passphrase'),
    private: { output: 'opensshPrivate', ending: '.key' },
    public: { output: 'opensshPublic', ending: '.pub' },
  };
  return hasOpenSsh ? [pem, jwk, openSsh] : [pem, jwk];
}
