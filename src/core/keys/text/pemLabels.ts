import type { KeyFormat } from '../key';
import { keyProblem, type KeyProblem } from '../keyProblem';

/** What to do with a block: read it as keys of about this format, or tell why it is none. */
export type LabelRule =
  { readonly format: KeyFormat } | { readonly format?: undefined; readonly problem: KeyProblem };

/** Labels of RFC 7468, OpenSSL and OpenSSH. The format only serves to name what is damaged: the octets tell what they are. */
const formats: Readonly<Record<string, KeyFormat>> = {
  'PUBLIC KEY': 'spki',
  'RSA PUBLIC KEY': 'pkcs1-public',
  'PRIVATE KEY': 'pkcs8',
  'ANY PRIVATE KEY': 'pkcs8',
  'ENCRYPTED PRIVATE KEY': 'pkcs8-encrypted',
  'RSA PRIVATE KEY': 'pkcs1-private',
  'EC PRIVATE KEY': 'sec1',
  'OPENSSH PRIVATE KEY': 'openssh-private',
  'SSH2 PUBLIC KEY': 'rfc4716',
  CERTIFICATE: 'x509',
  'X509 CERTIFICATE': 'x509',
  'TRUSTED CERTIFICATE': 'x509',
  PKCS7: 'pkcs7',
  'PKCS #7 SIGNED DATA': 'pkcs7',
  CMS: 'pkcs7',
  PKCS12: 'pkcs12',
};

const problems: readonly (readonly [pattern: RegExp, problem: (label: string) => KeyProblem])[] = [
  [/^(?:NEW )?CERTIFICATE REQUEST$/, () => keyProblem('certificateRequest', {})],
  [/^X509 CRL$/, () => keyProblem('certificateRevocationList', {})],
  [
    /^(?:X9\.42 )?(DH|DSA|EC) PARAMETERS$/,
    (label) => keyProblem('parametersOnly', { algorithm: label.replace(/^X9\.42 | PARAMETERS$/g, '') }),
  ],
  [/^PGP /, () => keyProblem('pgpKey', {})],
  [/^SSH2 ENCRYPTED /, (label) => keyProblem('unsupportedLabel', { label })],
];

/** How to treat a block of this label. Labels nobody registered that end as those of keys do are tried as keys. */
export function labelRule(label: string): LabelRule {
  const format = Object.hasOwn(formats, label) ? formats[label] : undefined;
  if (format) return { format };
  const known = problems.find(([pattern]) => pattern.test(label));
  if (known) return { problem: known[1](label) };
  if (label.endsWith('PRIVATE KEY')) return { format: 'pkcs8' };
  if (label.endsWith('PUBLIC KEY')) return { format: 'spki' };
  if (label.endsWith('CERTIFICATE')) return { format: 'x509' };
  return { problem: keyProblem('unsupportedLabel', { label }) };
}

type Kind = 'public' | 'private' | 'certificate' | 'any';

/** What each format holds, as far as labels can contradict it. */
const kinds: Readonly<Record<KeyFormat, Kind>> = {
  secret: 'any',
  jwk: 'any',
  spki: 'public',
  'pkcs1-public': 'public',
  'openssh-public': 'public',
  rfc4716: 'public',
  'pkcs1-private': 'private',
  pkcs8: 'private',
  'pkcs8-encrypted': 'private',
  sec1: 'private',
  'pem-encrypted': 'private',
  'openssh-private': 'private',
  putty: 'private',
  x509: 'certificate',
  pkcs7: 'certificate',
  pkcs12: 'any',
};

/**
 * Whether a block labelled for one format may hold the other. A PKCS#8 key called `RSA PRIVATE KEY` is read; a public key
 * called private, or a private key that is called public and may be given away, is told.
 */
export function isLabelledFor(label: KeyFormat, found: KeyFormat): boolean {
  return kinds[label] === kinds[found] || kinds[label] === 'any' || kinds[found] === 'any';
}

/** What stands beside keys in many files and is no fault of theirs. */
export function isMereCompany({ code }: KeyProblem): boolean {
  return ['parametersOnly', 'certificateRequest', 'certificateRevocationList', 'unsupportedLabel'].includes(
    code,
  );
}
