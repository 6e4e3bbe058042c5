import type { JsonObject } from '../../encoding/jsonNode';
import type { Span } from '../../jose/span';
import type { JoseHeader, Token } from '../../jose/token';
import type { Finding, FindingCode, Severity } from '../finding';

/** What a rule may look at. */
export interface RuleInput {
  readonly token: Token;
  /** The headers of the first signature or recipient, protected first. */
  readonly headers: readonly JoseHeader[];
  readonly alg: string | undefined;
  readonly kid: string | undefined;
  /** `typ` in lower case, without `application/`. */
  readonly type: string | undefined;
  readonly claims: JsonObject | undefined;
  /** Seconds since the epoch. */
  readonly moment: number;
  /** Seconds by which clocks may differ. */
  readonly leeway: number;
  readonly headerSpan: Span | undefined;
  readonly payloadSpan: Span | undefined;
}

/** One piece of advice, or several of its kind. Pure, and linear in the token. */
export type Rule = (input: RuleInput) => readonly Finding[];

/** What a finding tells besides its code and severity. */
export interface FindingDetails {
  readonly span?: Span | undefined;
  readonly subject?: string;
  readonly facts?: Finding['facts'];
  readonly reference?: string;
}

export function finding(
  code: FindingCode,
  severity: Severity,
  { span, subject, facts = {}, reference }: FindingDetails = {},
): Finding {
  return {
    code,
    severity,
    facts,
    ...(span ? { span } : {}),
    ...(subject === undefined ? {} : { subject }),
    ...(reference === undefined ? {} : { reference }),
  };
}

/** A finding, or none where the condition does not hold. */
export function findingIf(
  condition: boolean,
  code: FindingCode,
  severity: Severity,
  details?: FindingDetails,
): readonly Finding[] {
  return condition ? [finding(code, severity, details)] : [];
}

/** Token-borne text in facts: enough to recognize, never a megabyte. */
const longestFact = 200;

export function cut(text: string): string {
  return text.length > longestFact ? `${text.slice(0, longestFact)}…` : text;
}
