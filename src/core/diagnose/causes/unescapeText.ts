const simple: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
};

const escape =
  /\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|([0-7]{1,3})|([abefnrtv])|([^A-Za-z0-9\r\n]))/g;

/** Resolves the escapes that JSON, C and their heirs write, once; others stay. Linear. */
export function unescapeText(text: string): string {
  return text.replace(
    escape,
    (
      whole,
      braced?: string,
      four?: string,
      eight?: string,
      two?: string,
      octal?: string,
      name?: string,
      other?: string,
    ) => {
      const hex = braced ?? four ?? eight ?? two;
      if (hex !== undefined) return character(Number.parseInt(hex, 16)) ?? whole;
      if (octal !== undefined) return character(Number.parseInt(octal, 8)) ?? whole;
      if (name !== undefined) return simple[name] ?? whole;
      return other ?? whole;
    },
  );
}

function character(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
