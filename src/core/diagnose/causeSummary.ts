import type { Cause } from './diagnosis';

/** What one click can mend: the token's text in its document or for the clipboard, the encoding a secret is read in, the secret kept, the key chosen. */
export type FixKind = 'repair' | 'copy' | 'encoding' | 'store' | 'useKey';

/** What of a cause may be shown, logged and sent: no octets of a secret, no text of a token. */
export interface CauseSummary extends Pick<Cause, 'code' | 'also' | 'evidence' | 'facts' | 'alg' | 'claims'> {
  /** The key as people know it: a path, the name of a secret or a variable. */
  readonly key?: string;
}

/** A cause without what must stay where it is. `key` is the name of the key it speaks of. */
export function summarizeCause(
  { code, also, evidence, facts, alg, claims }: Cause,
  key: string | undefined,
): CauseSummary {
  return {
    ...{ code, also, evidence, facts },
    ...(alg === undefined ? {} : { alg }),
    ...(claims === undefined ? {} : { claims }),
    ...(key === undefined ? {} : { key }),
  };
}
