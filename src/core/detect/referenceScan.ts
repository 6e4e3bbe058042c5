import { codes, isTokenCharacter, runEnd } from './characters';
import { compactAt } from './compact';
import { readHeaderFacts } from './headerFacts';
import { objectStart } from './jsonText';
import { isTellingMember, serializationAt } from './serialization';
import type { TokenSpan } from './tokenSpan';

/**
 * The grammar of `grammar.ts`, taken at its word: from left to right, every brace is tried as a JSON serialization and
 * every run of token characters as a header. Slow; the oracle `scanTokens` is held to.
 */
export function referenceScan(text: string): readonly TokenSpan[] {
  const found: TokenSpan[] = [];
  for (let at = 0; at < text.length;) {
    const step = stepAt(text, at);
    if (step.token) found.push(step.token);
    at = step.resume;
  }
  return found;
}

function stepAt(
  text: string,
  at: number,
): { readonly token: TokenSpan | undefined; readonly resume: number } {
  if (isTokenCharacter(text, at)) return compactAt(text, at, runEnd(text, at), readHeaderFacts);
  const token = text.charCodeAt(at) === codes.openBrace ? serializationAt(text, at) : undefined;
  return token && isPlainlyNamed(text, token)
    ? { token, resume: token.end }
    : { token: undefined, resume: at + 1 };
}

/** Whether a telling member of the object itself, not of one inside it, is written without escapes. */
function isPlainlyNamed(text: string, object: TokenSpan): boolean {
  for (let at = object.start; at < object.end; at++)
    if (isTellingMember(text, at) && objectStart(text, at) === object.start) return true;
  return false;
}
