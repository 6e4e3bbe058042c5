/** How a language reads an environment variable. */
interface Reference {
  /** The expression, with `NAME` for the name. */
  readonly expression: string;
  /** How texts are joined; undefined where that is not done with an operator between literals. */
  readonly join?: string;
  /** How an expression stands inside a literal with these quotes, with `EXPRESSION` for it: only where texts are joined elsewhere. */
  readonly inside?: Readonly<Record<string, string>>;
}

const script: Reference = {
  expression: 'process.env.NAME',
  join: ' + ',
  inside: { '`': '${EXPRESSION}' },
};
const java: Reference = { expression: 'System.getenv("NAME")', join: ' + ' };

const references: ReadonlyMap<string, Reference> = new Map<string, Reference>([
  ['javascript', script],
  ['javascriptreact', script],
  ['typescript', script],
  ['typescriptreact', script],
  ['python', { expression: 'os.environ["NAME"]', join: ' + ' }],
  ['ruby', { expression: 'ENV.fetch("NAME")', join: ' + ', inside: { '"': '#{EXPRESSION}' } }],
  ['go', { expression: 'os.Getenv("NAME")', join: ' + ' }],
  ['java', java],
  ['kotlin', java],
  ['groovy', java],
  ['php', { expression: "getenv('NAME')", join: ' . ' }],
  ['csharp', { expression: 'Environment.GetEnvironmentVariable("NAME")', join: ' + ' }],
  ['http', { expression: '{{$dotenv NAME}}' }],
  ['rest', { expression: '{{$dotenv NAME}}' }],
  ['powershell', { expression: '$env:NAME' }],
]);

/** What a token is replaced by, and how many characters before and behind it go with it: its quotes. */
export interface VariableUse {
  readonly text: string;
  readonly before: number;
  readonly after: number;
}

/**
 * How a language reads an environment variable where a token stood, between the rest of its line: `"Bearer eyJ…"` becomes
 * `"Bearer " + process.env.NAME`. Where the language is not known, `${NAME}`, as shells and many configurations have it.
 */
export function variableUse(languageId: string, name: string, before: string, after: string): VariableUse {
  const reference = references.get(languageId);
  if (!reference) return { text: `\${${name}}`, before: 0, after: 0 };
  const expression = reference.expression.replace('NAME', name);
  const plain = { text: expression, before: 0, after: 0 };
  const quote = openQuote(before);
  if (quote === undefined || reference.join === undefined) return plain;
  const starts = before.endsWith(quote);
  const ends = after.startsWith(quote);
  if (starts && ends) return { text: expression, before: 1, after: 1 };
  const inside = reference.inside?.[quote];
  if (inside !== undefined) return { text: inside.replace('EXPRESSION', expression), before: 0, after: 0 };
  const text = `${starts ? '' : quote + reference.join}${expression}${ends ? '' : reference.join + quote}`;
  return { text, before: starts ? 1 : 0, after: ends ? 1 : 0 };
}

/** Characters before a token that are looked at. */
const lookedAt = 2000;

/** The quote that is open at the end of a piece of a line; a heuristic that knows escapes, and no language. */
function openQuote(before: string): string | undefined {
  let open: string | undefined;
  const text = before.slice(-lookedAt);
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (open === undefined ? /["'`]/.test(character) : character === open)
      open = open === undefined ? character : undefined;
  }
  return open;
}

/** A name for the variable, from what the text before the token assigns to: `const apiToken = "` gives `API_TOKEN`. */
export function variableName(before: string): string {
  const [, name = ''] =
    /([A-Za-z_][\w.-]{0,63})["']?\s*(?:=>|:=|[:=])\s*["'`]?[\w ]{0,20}["'`]?\s*$/.exec(before.slice(-200)) ??
    [];
  const last = name.slice(name.lastIndexOf('.') + 1);
  const words = last.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll('-', '_');
  return /[A-Za-z]/.test(words) ? words.toUpperCase() : 'TOKEN';
}

/** A line of an environment file. */
export function environmentLine(name: string, value: string): string {
  // In single quotes nothing has a meaning of its own; a token has none in it.
  return `${name}=${/^[\w.~-]*$/.test(value) ? value : `'${value}'`}`;
}
