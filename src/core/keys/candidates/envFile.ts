/** One assignment of an environment file. */
export interface EnvVariable {
  readonly name: string;
  /** The right-hand side exactly as in the file, quotes and comments included. */
  readonly raw: string;
  /** 1-based. */
  readonly line: number;
}

/** `NAME=`, perhaps behind `export`, with blanks around the sign. */
const assignment = /^[ \t]*(?:export[ \t]+)?([\w.-]{1,128})[ \t]*=/;

/** Lines looked at, at most; an environment file has dozens. */
const maximumLines = 10_000;

/** The assignments of an environment file (`.env`), in their order. A quoted value may span lines. Linear; never throws. */
export function readEnvFile(text: string): readonly EnvVariable[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/, maximumLines);
  const variables: EnvVariable[] = [];
  let index = 0;
  for (let line = lines[index]; line !== undefined; line = lines[++index]) {
    const match = assignment.exec(line);
    if (!match) continue;
    const [whole, name = ''] = match;
    const start = index;
    const first = line.slice(whole.length);
    const quote = openQuote(first);
    if (quote !== undefined) index = closingLine(lines, index, quote);
    const raw = [first, ...lines.slice(start + 1, index + 1)].join('\n');
    variables.push({ name, raw, line: start + 1 });
  }
  return variables;
}

/** The quote a value opens with and does not close on its own line. */
function openQuote(raw: string): string | undefined {
  const value = raw.trimStart();
  const quote = value.charAt(0);
  return /["'`]/.test(quote) && !value.slice(1).includes(quote) ? quote : undefined;
}

/** A value in quotes spans at most as many lines as a chain of certificates has. */
const longestValue = 400;

function closingLine(lines: readonly string[], from: number, quote: string): number {
  const last = Math.min(lines.length - 1, from + longestValue);
  for (let index = from + 1; index <= last; index++) if (lines[index]?.includes(quote)) return index;
  return from;
}

/**
 * The value a program gets for a right-hand side, as Node's dotenv reads it: trimmed; what matching quotes enclose, with a
 * written `\n` or `\r` made a character inside `"`; unquoted, up to the first `#`.
 */
export function envValue(raw: string): string {
  const trimmed = raw.trim();
  const quote = trimmed.charAt(0);
  if (/["'`]/.test(quote)) {
    const end = trimmed.lastIndexOf(quote);
    const rest = trimmed.slice(end + 1).trimStart();
    // Behind the closing quote only a comment may stand; otherwise the quotes are part of a bare value.
    if (end > 0 && (rest === '' || rest.startsWith('#'))) {
      const inside = trimmed.slice(1, end);
      return quote === '"' ? inside.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : inside;
    }
  }
  const comment = trimmed.indexOf('#');
  return (comment < 0 ? trimmed : trimmed.slice(0, comment)).trim();
}
