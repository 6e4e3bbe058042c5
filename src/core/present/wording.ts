import { shorten } from './shorten';

/**
 * Puts an English template into the reader's language and facts into its `{placeholders}`. The host passes
 * `vscode.l10n.t`; the template is the key of the catalogue.
 */
export type Translate = (template: string, args?: Record<string, string | number>) => string;

/** Small token-borne or counted things that a sentence speaks of. */
export type Facts = Readonly<Record<string, string | number>>;

/** One template, or two where the number `count` decides. */
export type Template = string | { readonly one: string; readonly other: string };

/** What wording needs of its surroundings. */
export interface Words {
  readonly translate: Translate;
  /** A BCP 47 tag for dates and relative times; the host's own where undefined. */
  readonly locale?: string | undefined;
  /** An IANA time zone; the host's own where undefined. */
  readonly timeZone?: string | undefined;
}

/** Longest fact in a sentence, in UTF-16 units; what is over is cut and counted. */
export const longestFact = 80;

/** The sentence for a template: plain text. Whoever puts it into Markdown or HTML escapes it whole. */
export function word(translate: Translate, template: Template, facts: Facts = {}): string {
  const chosen =
    typeof template === 'string' ? template : facts['count'] === 1 ? template.one : template.other;
  const entries = Object.entries(facts);
  if (entries.length === 0) return translate(chosen);
  return translate(
    chosen,
    Object.fromEntries(
      entries.map(([name, value]) => [name, typeof value === 'string' ? shorten(value, longestFact) : value]),
    ),
  );
}

/** The translator of those who have none: English as it stands. Facts are filled in once and never read as templates. */
export const english: Translate = (template, args) =>
  args === undefined
    ? template
    : template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
        Object.hasOwn(args, name) ? String(args[name]) : placeholder,
      );
