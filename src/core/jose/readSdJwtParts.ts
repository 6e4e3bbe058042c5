import { disclosureFault } from '../sdJwt/disclosure';
import { tokenLimits } from './limits';
import type { Problem } from './problem';
import { partOf, readSegment, type Part } from './readSegment';
import type { Span } from './span';
import type { SdJwtParts, Segment, Token } from './token';

/** Reads a key binding JWT; handed in, for it is a token again. */
export type ReadKeyBinding = (text: string) => Token;

/** Reads what follows the JWS of a compact SD-JWT; `start` is the offset of the first `~` (RFC 9901 §4). */
export function readSdJwtTail(
  text: string,
  start: number,
  readKeyBinding: ReadKeyBinding,
  problems: Problem[],
): SdJwtParts {
  const parts: Part[] = [];
  const lastTilde = text.lastIndexOf('~');
  let count = 0;
  for (let from = start + 1; from <= lastTilde; count++) {
    const end = text.indexOf('~', from);
    if (count < tokenLimits.disclosures) parts.push(partOf(text, from, end));
    from = end + 1;
  }
  const keyBinding = partOf(text, lastTilde + 1, text.length);
  return readSdJwtParts(parts, count, keyBinding.text ? keyBinding : undefined, readKeyBinding, problems);
}

/** Reads disclosures and key binding, wherever they stood. `count` is how many disclosures there were in all. */
export function readSdJwtParts(
  parts: readonly Part[],
  count: number,
  keyBinding: Part | undefined,
  readKeyBinding: ReadKeyBinding,
  problems: Problem[],
): SdJwtParts {
  if (count > parts.length)
    problems.push({
      code: 'token.tooMany',
      facts: { name: 'disclosures', count, limit: tokenLimits.disclosures },
    });
  const disclosures = readDisclosureSegments(parts, problems);
  if (!keyBinding) return { disclosures, keyBinding: undefined };
  const token = readKeyBinding(keyBinding.text);
  if (token.kind !== 'jws') problems.push(keyBindingProblem(keyBinding));
  return { disclosures, keyBinding: token, keyBindingSpan: keyBinding.span };
}

function readDisclosureSegments(parts: readonly Part[], problems: Problem[]): Segment[] {
  const seen = new Set<string>();
  return parts.map((part, index) => {
    const segment = readSegment('disclosure', part, problems);
    const found = seen.has(part.text) ? 'repeated' : disclosureFault(segment);
    seen.add(part.text);
    if (found) problems.push({ code: 'disclosure.malformed', facts: { index, found }, span: part.span });
    return segment;
  });
}

/** Behind the last `~` stands something that is no JWS: a disclosure whose `~` is missing, or a broken JWT. */
function keyBindingProblem({ text, span }: { text: string; span: Span }): Problem {
  if (!text.includes('.')) return { code: 'disclosure.unterminated', facts: {}, span };
  return { code: 'keyBinding.malformed', facts: {}, span };
}
