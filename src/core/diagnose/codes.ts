/** The causes a diagnosis can name, in their order of precedence: of equally good explanations the earlier one is given. */
export const causeCodes = [
  'token-escaped',
  'token-url-encoded',
  'token-base64-wrapped',
  'token-surrounded',
  'token-split',
  'token-standard-base64',
  'token-padded',
  'token-truncated',
  'token-character-damaged',
  'signature-encoding',
  'signature-der',
  'signature-byte-layout',
  'signature-prehashed',
  'pss-salt-length',
  'signed-other-base64',
  'signed-other-text',
  'header-nonce-hashed',
  'json-reserialised',
  'secret-is-base64',
  'secret-is-hex',
  'secret-is-text',
  'secret-layers',
  'secret-base64-lenient',
  'secret-line-end',
  'secret-whitespace',
  'secret-quotes',
  'secret-escapes',
  'secret-characters',
  'alg-mislabelled',
  'alg-name-nonstandard',
  'alg-swapped',
  'alg-confusion',
  'signature-spliced',
  'payload-edited',
  'header-edited',
  'downgraded-to-none',
  'not-jose',
  'jwe',
  'unsecured',
  'signature-missing',
  'payload-detached',
  'crit-not-understood',
  'key-pair-mismatch',
  'kid-same-other-material',
  'kid-mismatch',
  'key-armour',
  'embedded-key',
  'key-wrong-type',
  'kid-unknown',
  'nested-token',
] as const;

export type CauseCode = (typeof causeCodes)[number];

const rows = Object.fromEntries(causeCodes.map((code, index) => [code, index + 1])) as Readonly<
  Record<CauseCode, number>
>;

/** The place of a cause in the order of precedence, from 1. */
export function rowOf(code: CauseCode): number {
  return rows[code];
}

/** Causes that speak of an attack or of tampering: nothing is offered that would make such a token pass. */
export const attackCodes: ReadonlySet<CauseCode> = new Set<CauseCode>([
  'alg-swapped',
  'alg-confusion',
  'signature-spliced',
  'payload-edited',
  'header-edited',
  'downgraded-to-none',
  'embedded-key',
]);

const lastTextRow = rowOf('signature-byte-layout');

/** Whether the fix of a cause puts the repaired text in the place of the token's own. */
export function isMendedInPlace(code: CauseCode): boolean {
  return rowOf(code) <= lastTextRow || code === 'json-reserialised';
}

const commonRanges: readonly (readonly [from: CauseCode, to: CauseCode])[] = [
  ['token-escaped', 'token-padded'],
  ['signature-encoding', 'signature-der'],
  ['secret-is-base64', 'secret-escapes'],
  ['key-pair-mismatch', 'kid-mismatch'],
];

/** Whether a cause is common and cheap enough to be looked for while somebody hovers. */
export function isCommon(code: CauseCode): boolean {
  const row = rowOf(code);
  return commonRanges.some(([from, to]) => row >= rowOf(from) && row <= rowOf(to));
}
