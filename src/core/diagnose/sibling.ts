import { readParts, type TokenParts } from './parts';

/** Another token of the workspace. */
export interface Sibling {
  readonly text: string;
  readonly parts: TokenParts;
}

/** Siblings that are compared. */
const siblingLimit = 200;

/** The siblings that are whole signed tokens, in their order; the token itself is none. */
export function readSiblings(texts: readonly string[], token: string): readonly Sibling[] {
  return texts.slice(0, siblingLimit).flatMap((text) => {
    const [parts] = text === token ? [] : readParts(text);
    return parts && parts.isStrict && parts.s !== '' ? [{ text, parts }] : [];
  });
}
