/** A program for one library, as lines that may depend on the token. */
export interface SnippetTemplate {
  readonly library: string;
  readonly task: 'verify' | 'sign';
  /** VS Code's id of its language. */
  readonly languageId: string;
  /** Algorithms the library can do so. */
  readonly algorithms: RegExp;
  /**
   * Lines. In front may stand conditions: `[secret]`, `[rsa]`, `[ec]`, `[ed]` for the kind of key, `[aud]`, `[iss]`, `[exp]`
   * for claims the token has, each with `!` for the opposite. Placeholders: `{alg}`, `{hash}`, `{aud}`, `{iss}`,
   * `{required}` (names in double quotes), `{requiredSingle}`.
   */
  readonly text: string;
}

/** What a snippet is made for. */
export interface SnippetFacts {
  readonly alg: string;
  readonly iss?: string | undefined;
  readonly aud?: string | undefined;
  readonly hasExpiry: boolean;
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^HS/, 'secret'],
  [/^[RP]S/, 'rsa'],
  [/^ES/, 'ec'],
  [/^Ed/, 'ed'],
];

/** Characters that mean nothing in a literal of any language: token-borne text becomes code here. */
const tame = /^[\w:/.@+~=&%,-][\w:/.@+~=&% ,-]{0,199}$/;

/** What stands for a claim that cannot be written down safely. */
const placeholders = { iss: 'https://issuer.example', aud: 'your-audience' } as const;

/** Whether a library can do it with the algorithm. */
export function fitsSnippet({ algorithms }: SnippetTemplate, { alg }: SnippetFacts): boolean {
  return algorithms.test(alg) && kinds.some(([pattern]) => pattern.test(alg));
}

/** The program: explicit algorithm, audience and issuer, key and token from environment or file, nothing of the token but these claims. */
export function fillSnippet({ text }: SnippetTemplate, facts: SnippetFacts): string {
  const { alg, hasExpiry } = facts;
  const holds = new Set(kinds.filter(([pattern]) => pattern.test(alg)).map(([, kind]) => kind));
  if (facts.aud !== undefined) holds.add('aud');
  if (facts.iss !== undefined) holds.add('iss');
  if (hasExpiry) holds.add('exp');
  const required = ['exp', 'aud', 'iss'].filter((name) => holds.has(name));
  const values = {
    alg,
    hash: /\d{3}/.exec(alg)?.[0] ?? '',
    aud: safe('aud', facts.aud),
    iss: safe('iss', facts.iss),
    required: required.map((name) => `"${name}"`).join(', '),
    requiredSingle: required.map((name) => `'${name}'`).join(', '),
  };
  const lines = text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const match = /^\[([!a-z ]+)\] ?/.exec(line);
      const conditions = match?.[1]?.split(' ') ?? [];
      const isWanted = conditions.every((one) =>
        one.startsWith('!') ? !holds.has(one.slice(1)) : holds.has(one),
      );
      return isWanted ? [line.slice(match?.[0].length ?? 0)] : [];
    });
  return `${lines
    .join('\n')
    .replace(
      /\{(alg|hash|aud|iss|required|requiredSingle)\}/g,
      (_, name: keyof typeof values) => values[name],
    )}\n`;
}

function safe(name: 'iss' | 'aud', value: string | undefined): string {
  return value !== undefined && tame.test(value) ? value : placeholders[name];
}
