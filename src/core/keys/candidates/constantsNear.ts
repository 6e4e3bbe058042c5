import { isNamedLikeSecret } from './namedLikeSecret';

/** A text assigned to a name that sounds like a secret. */
export interface NamedConstant {
  readonly name: string;
  readonly value: string;
  /** UTF-16 offset of the name in the text given. */
  readonly offset: number;
}

/**
 * A name, a sign of assignment, a string literal on one line. Each repetition is bounded, so the work is linear; a name is
 * tried from where its word begins only, so that it is little.
 */
const assignedLiteral =
  /(?<![\w$])([A-Za-z_$][\w$.-]{0,63})["']?[ \t]{0,8}(?::=|=>|[:=])[ \t]{0,8}(?:[bru]{1,2}(?=["']))?(?:"((?:\\.|[^"\\\n]){1,512})"|'((?:\\.|[^'\\\n]){1,512})'|`((?:\\.|[^`\\\n]){1,512})`)/g;

/** Candidates taken of one text, at most. */
const maximumConstants = 32;

/** What escapes of common languages stand for; others are left as they are. */
const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  "'": "'",
  '`': '`',
  '\\': '\\',
};

/** The string constants of a text that are named like secrets, in their order. Tokens are no secrets and are left out. */
export function constantsNear(text: string): readonly NamedConstant[] {
  const constants: NamedConstant[] = [];
  for (const match of text.matchAll(assignedLiteral)) {
    const [, name = '', double, single, back = ''] = match;
    const literal = double ?? single ?? back;
    if (!isNamedLikeSecret(name) || /^eyJ[\w-]+\./.test(literal)) continue;
    const value = literal.replace(/\\(.)/g, (escape, character: string) => escapes[character] ?? escape);
    constants.push({ name, value, offset: match.index });
    if (constants.length === maximumConstants) break;
  }
  return constants;
}
