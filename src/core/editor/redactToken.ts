import { segmentsOf } from '../inspect/segmentsOf';
import type { Span } from '../jose/span';
import type { Token } from '../jose/token';

/** What stands in place of what was taken out: base64url, so that readers still show the rest. */
export const redaction = 'REDACTED';

/** The parts without which a token is of no use to who finds it. */
const usable: ReadonlySet<string> = new Set(['signature', 'encryptedKey', 'ciphertext', 'authenticationTag']);

/**
 * The token made useless and still readable: signatures, and of an encrypted token key, content and tag, are replaced;
 * header and claims stay. Undefined where nothing of the kind could be told apart.
 */
export function redactToken(token: Token): string | undefined {
  const keyBinding = token.kind === 'jwe' ? undefined : token.sdJwt?.keyBinding;
  const isCompact = token.kind !== 'malformed' && token.serialization === 'compact';
  const parts = segmentsOf(token).flatMap(({ name, span }): readonly (readonly [Span, string])[] => {
    if (name === 'keyBinding') return [[span, (keyBinding && redactToken(keyBinding)) ?? redaction]];
    const isEmpty = span.start === span.end;
    // An empty signature says that there is none; an empty key, that none is sent. Elsewhere an empty part is an absent one.
    const isAbsent = isEmpty && !(name === 'signature' && isCompact);
    return usable.has(name) && !isAbsent && isOneWord(token.text, span) ? [[span, redaction]] : [];
  });
  if (parts.length === 0) return undefined;
  let text = '';
  let at = 0;
  for (const [{ start, end }, replacement] of parts) {
    if (start < at) continue;
    text += token.text.slice(at, start) + replacement;
    at = end;
  }
  return text + token.text.slice(at);
}

/** A part that is absent may have the place of what it is absent from. */
function isOneWord(text: string, { start, end }: Span): boolean {
  return !/["{}\s]/.test(text.slice(start, end));
}
