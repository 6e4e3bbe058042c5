const simple: ReadonlyMap<string, string> = new Map(
  Object.entries({
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f',
    v: '\v',
    a: '\x07',
    e: '\x1b',
  }),
);

const escape =
  /\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|([0-7]{1,3})|[abefnrtv]|[^A-Za-z0-9\r\n])/g;

/** Resolves the escapes that JSON, C and their heirs write, once; others stay. Linear. */
export function unescapeText(text: string): string {
  return text.replace(
    escape,
    (whole, braced?: string, four?: string, eight?: string, two?: string, octal?: string) => {
      const hex = braced ?? four ?? eight ?? two;
      if (hex !== undefined) {
        const code = Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      }
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      const single = whole.slice(1);
      return simple.get(single) ?? single;
    },
  );
}
