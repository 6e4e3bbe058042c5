import type { KeyFormat, KeyOrigin, KeySummary, KeyWeakness } from '../keys/key';
import { word, type Template, type Translate } from './wording';

/** What is weak about a key: said beside the true answer, never instead of it. */
export const keyWeaknessWording: Readonly<Record<KeyWeakness['code'], Template>> = {
  'key.rsaTooSmall':
    'The RSA key has {bits} bits; at least {minimum} are asked for. Make a larger one before you rely on it.',
  'key.secretTooShort':
    'The secret has {bits} bits; at least {minimum} are asked for. A short secret can be guessed from one token.',
  'key.secretEmpty': 'The secret is empty: anyone can sign with it.',
  'key.secretLooksLikePublicKey':
    'The secret is the text of a public key. Whoever knows the public key can sign with it.',
  'key.smallExponent': 'The RSA key has the public exponent {exponent}; 65537 is usual.',
  'key.certificateExpired': 'The certificate of this key ended on {notAfter}.',
};

/** Names of key formats, as a person knows them. */
export const keyFormatWording: Readonly<Record<KeyFormat, string>> = {
  secret: 'secret',
  jwk: 'JWK',
  spki: 'public key (SPKI)',
  'pkcs1-public': 'RSA public key (PKCS#1)',
  'pkcs1-private': 'RSA private key (PKCS#1)',
  pkcs8: 'private key (PKCS#8)',
  'pkcs8-encrypted': 'encrypted private key (PKCS#8)',
  sec1: 'EC private key (SEC1)',
  'pem-encrypted': 'encrypted PEM key',
  x509: 'certificate (X.509)',
  'openssh-public': 'OpenSSH public key',
  'openssh-private': 'OpenSSH private key',
  rfc4716: 'SSH2 public key',
  pkcs12: 'PKCS#12 store',
  pkcs7: 'PKCS#7 certificates',
  putty: 'PuTTY key',
};

/** Where a key comes from. */
export const keyOriginWording: Readonly<Record<KeyOrigin['from'], string>> = {
  file: '{path}',
  secretStorage: 'secret storage',
  variable: '{name} in {path}',
  token: 'the token’s own header',
  remote: '{url}',
};

/** Names for a key that has no name of its own. */
export const keyKindWording: Readonly<Record<KeySummary['kind'], string>> = {
  secret: 'secret of {bits} bits',
  public: '{kty} public key',
  private: '{kty} private key',
};

/** Where the key is from: `keys/id_rsa.pub:3`, `SECRET in .env:2`, `secret storage`. */
export function keyOriginText(origin: KeyOrigin, translate: Translate): string {
  const template = keyOriginWording[origin.from];
  switch (origin.from) {
    case 'file':
      return word(translate, template, { path: withLine(origin.path, origin.line) });
    case 'variable':
      return word(translate, template, { name: origin.name, path: withLine(origin.path, origin.line) });
    case 'remote':
      return word(translate, template, { url: origin.url });
    case 'secretStorage':
    case 'token':
      return word(translate, template);
  }
}

/** What to call the key: the name it was stored under, its `kid`, its comment, or what it is. Never material. */
export function keyName(key: KeySummary, translate: Translate): string {
  if (key.origin.from === 'secretStorage') return key.origin.name;
  return (
    key.kid ??
    key.comment ??
    word(translate, keyKindWording[key.kind], { bits: key.bits, kty: key.crv ?? key.kty })
  );
}

function withLine(path: string, line: number | undefined): string {
  return line === undefined ? path : `${path}:${line}`;
}
