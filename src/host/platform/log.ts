import type { Token } from '../../core/jose/token';
import { headerText, joseHeaders } from '../../core/jose/headers';

/** The least a logger must do; VS Code's log channel is one. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
  show(): void;
}

/** What the log may say of a token: its form, algorithm and size, never a character of its segments. */
export function describeToken(token: Token): string {
  const alg = headerText(joseHeaders(token), 'alg');
  const named = alg === undefined ? 'no alg' : /^[\w+-]{1,24}$/.test(alg) ? alg : 'odd alg';
  return `${token.kind}, ${named}, ${token.text.length} characters`;
}
