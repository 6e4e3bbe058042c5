/** The named character references that can stand for what tokens and their surroundings are made of. */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    shy: '\u00ad',
    period: '.',
    lowbar: '_',
    UnderBar: '_',
    hyphen: '-',
    dash: '-',
    plus: '+',
    sol: '/',
    equals: '=',
    colon: ':',
    comma: ',',
    lbrace: '{',
    lcub: '{',
    rbrace: '}',
    rcub: '}',
    lbrack: '[',
    lsqb: '[',
    rbrack: ']',
    rsqb: ']',
    grave: '`',
    NewLine: '\n',
    Tab: '\t',
    ZeroWidthSpace: '\u200b',
    zwj: '\u200d',
    zwnj: '\u200c',
  }),
);

/** Resolves HTML character references once; unknown names stay. Linear. */
export function htmlCharacters(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,16}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return names.get(name) ?? whole;
      const code = Number(decimal ?? `0x${hex}`);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
