import { signatureAlgorithms } from '../../jose/algorithms';
import { contentEncryptions, keyManagementAlgorithms } from '../../jose/encryptionAlgorithms';
import { headerText } from '../../jose/headers';
import type { Finding } from '../finding';
import { cut, finding, findingIf, type Rule } from './rule';

/** RFC 7518 §3.6, in whatever case it is written: readers that do not mind the case were fooled by `nOnE`. */
export const unsecured: Rule = ({ token, alg, headerSpan }) =>
  findingIf(token.kind !== 'jwe' && isNone(alg), 'unsecured', 'warning', {
    span: headerSpan,
    subject: 'alg',
    facts: { alg: alg ?? '' },
    reference: 'RFC 8725 §3.2',
  });

/** Registered for the Web Cryptography API, and forbidden in tokens: SHA-1 is no longer sound. */
const forbidden: ReadonlySet<string> = new Set(['RS1', 'HS1']);

/** Registered, and better left: padding that leaks, hashes that are no longer sound. */
export const deprecatedAlgorithm: Rule = ({ token, alg = '', headerSpan }) => {
  const isDeprecated =
    forbidden.has(alg) ||
    (token.kind === 'jwe' && keyManagementAlgorithms.get(alg)?.caution === 'deprecated') ||
    (token.kind === 'jws' && signatureAlgorithms.get(alg)?.caution === 'deprecated');
  return findingIf(isDeprecated, 'algorithmDeprecated', 'warning', {
    span: headerSpan,
    subject: 'alg',
    facts: { alg },
    reference: 'RFC 8725 §3.2',
  });
};

/** RFC 9864 §2.2: `EdDSA` does not say which curve. */
export const polymorphicAlgorithm: Rule = ({ token, alg, headerSpan }) =>
  findingIf(token.kind === 'jws' && alg === 'EdDSA', 'algorithmPolymorphic', 'hint', {
    span: headerSpan,
    subject: 'alg',
    facts: { alg: 'EdDSA' },
    reference: 'RFC 9864 §2.2',
  });

/** A name that readers do not know; with the one that was probably meant. */
export const unknownAlgorithm: Rule = ({ token, headers, alg, headerSpan }) => {
  if (token.kind === 'malformed') return [];
  const tell = (subject: string, value: string | undefined, known: Iterable<string>): readonly Finding[] => {
    const names = new Set(known);
    if (value === undefined || names.has(value) || forbidden.has(value) || isNone(value)) return [];
    const details = { span: headerSpan, subject, reference: 'RFC 7518 §7.1' };
    const suggestion = nearest(value, names);
    return suggestion === undefined
      ? [finding('algorithmUnknown', 'warning', { ...details, facts: { name: subject, alg: cut(value) } })]
      : [
          finding('algorithmMisspelt', 'warning', {
            ...details,
            facts: { name: subject, alg: cut(value), suggestion },
          }),
        ];
  };
  return token.kind === 'jws'
    ? tell('alg', alg, signatureAlgorithms.keys())
    : [
        ...tell('alg', alg, keyManagementAlgorithms.keys()),
        ...tell('enc', headerText(headers, 'enc'), contentEncryptions.keys()),
      ];
};

function isNone(alg: string | undefined): boolean {
  return alg?.length === 4 && alg.toLowerCase() === 'none';
}

/** Names other standards and libraries have for the same algorithms, in lower case without separators. */
const aliases: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^(?:hmac|hmacwith)sha(256|384|512)$/, 'HS'],
  [/^(?:rsasha|rsa|rsassapkcs1v15sha|rsassa)(256|384|512)$/, 'RS'],
  [/^sha(256|384|512)withrsa(?:encryption)?$/, 'RS'],
  [/^(?:rsapsssha|rsassapsssha|rsapss)(256|384|512)$/, 'PS'],
  [/^sha(256|384|512)withrsa(?:and)?mgf1$/, 'PS'],
  [/^(?:ecdsasha|ecdsa)(256|384|512)$/, 'ES'],
  [/^sha(256|384|512)withecdsa$/, 'ES'],
];

/** The registered name that a name near to it stands for: another case, an XML signature URI, a Java name. */
function nearest(value: string, names: ReadonlySet<string>): string | undefined {
  if (value.length > 80) return undefined;
  const lower = value.trim().toLowerCase();
  const sameButCase = [...names].find((name) => name.toLowerCase() === lower);
  if (sameButCase !== undefined) return sameButCase;
  const bare = lower.slice(lower.lastIndexOf('#') + 1).replace(/[^a-z0-9]/g, '');
  const similar = [...names].find((name) => name.toLowerCase().replace(/[^a-z0-9]/g, '') === bare);
  if (similar !== undefined) return similar;
  for (const [pattern, prefix] of aliases) {
    const bits = pattern.exec(bare)?.[1];
    if (bits !== undefined && names.has(prefix + bits)) return prefix + bits;
  }
  return undefined;
}
