import type { JsonNode } from '../encoding/jsonNode';
import type { Problem } from '../jose/problem';
import type { Span } from '../jose/span';
import type { TimeStanding } from '../verify/report';
import type { Finding } from './finding';

/** All that can be said of a token without a key: plain data, ready to be sent and worded. */
export interface Inspection {
  /** Seconds since the epoch; everything about time is said for this moment. */
  readonly moment: number;
  readonly kind: 'jws' | 'jwe' | 'malformed';
  readonly serialization: 'compact' | 'flattened' | 'general' | 'unknown';
  /** `sd-jwt` where disclosures follow (RFC 9901); `unsecured` for `alg: none`. */
  readonly form: 'signed' | 'unsecured' | 'encrypted' | 'sd-jwt' | 'malformed';
  readonly text: string;
  /** The coloured parts, in the order of the text. */
  readonly segments: readonly InspectedSegment[];
  readonly alg: string | undefined;
  readonly enc: string | undefined;
  readonly kid: string | undefined;
  readonly typ: string | undefined;
  /** Decoded texts, as they were written; undefined where nothing could be decoded. */
  readonly headerText: string | undefined;
  readonly payloadText: string | undefined;
  readonly header: readonly InspectedRow[];
  readonly claims: readonly InspectedRow[];
  readonly times: readonly InspectedTime[];
  readonly standing: TimeStanding;
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

export interface InspectedSegment {
  readonly name: string;
  readonly span: Span;
}

/** One header parameter or claim with what the registries say of it. */
export interface InspectedRow {
  readonly name: string;
  readonly value: JsonNode;
  /** The value as compact JSON text, numbers exact. */
  readonly text: string;
  /** The meaning as an English sentence, which is the catalogue's key; undefined for private names. */
  readonly meaning: string | undefined;
  readonly reference: string | undefined;
  /** Where the reference can be read. */
  readonly url: string | undefined;
  /** Seconds since the epoch, where the row is a NumericDate. */
  readonly numericDate: number | undefined;
}

export interface InspectedTime {
  readonly claim: 'iat' | 'nbf' | 'exp';
  /** Seconds since the epoch. */
  readonly at: number;
}
