import type { JsonNode, JsonObject } from '../encoding/jsonNode';
import type { Segment } from '../jose/token';
import type { DisclosureFault } from './disclosure';

/** Names and indices on the way from the payload to a value. */
export type PayloadPath = readonly (string | number)[];

/** What the disclosures of an SD-JWT make of its payload. Says nothing about any signature. */
export interface SdJwtReport {
  /** `_sd_alg`, or its default; as written where it is not understood. */
  readonly hashName: string;
  /** One for each disclosure, in the order they stand. */
  readonly disclosures: readonly DisclosureEntry[];
  /** Digests found in the payload and in what was disclosed. */
  readonly digestCount: number;
  /** How many of them no disclosure belongs to: claims kept back, or decoys, which nobody can tell apart. */
  readonly undisclosedCount: number;
  /** The first of these, in the order found. */
  readonly undisclosed: readonly UndisclosedDigest[];
  /**
   * The processed payload (RFC 9901 §7.1). Each value's spans are offsets into the text it came from: the payload or a
   * disclosure. With faults it is good for showing only; undefined where there is no claims set.
   */
  readonly payload: JsonObject | undefined;
  /** Each of them has a verifier reject the SD-JWT. */
  readonly faults: readonly SdJwtFault[];
  /** Against the rules for issuers and holders, but no reason to reject. */
  readonly notes: readonly SdJwtNote[];
}

export interface DisclosureEntry {
  readonly segment: Segment;
  /** base64url digest of the segment's text; undefined where the hash is not understood. */
  readonly digest: string | undefined;
  /** What the disclosure holds, where it is one. */
  readonly content: DisclosureContent | undefined;
  /** Where its value stands in the processed payload; undefined where no digest refers to it. */
  readonly path: PayloadPath | undefined;
}

export interface DisclosureContent {
  readonly text: string;
  readonly salt: string;
  /** The claim's name; undefined for an array element. */
  readonly name: string | undefined;
  readonly value: JsonNode;
}

export interface UndisclosedDigest {
  readonly digest: string;
  /** The object or array that holds it. */
  readonly path: PayloadPath;
}

/** Why a verifier must reject (RFC 9901 §7.1). */
export type SdJwtFault =
  | { readonly code: 'sd.payloadNotObject' }
  /** The hash algorithm is not understood; nothing could be matched. */
  | { readonly code: 'sd.hashUnknown'; readonly found: string }
  | { readonly code: 'sd.disclosureMalformed'; readonly index: number; readonly found: DisclosureFault }
  /** No digest refers to the disclosure. */
  | { readonly code: 'sd.disclosureUnreferenced'; readonly index: number }
  /** An array element where a member should be, or the reverse. */
  | {
      readonly code: 'sd.disclosureKind';
      readonly index: number;
      readonly expected: 'member' | 'element';
    }
  /** The name is already there, at that level. */
  | { readonly code: 'sd.nameTaken'; readonly index: number; readonly name: string }
  | { readonly code: 'sd.digestRepeated'; readonly digest: string; readonly path: PayloadPath }
  /** `_sd` is no array of strings. */
  | { readonly code: 'sd.digestsMalformed'; readonly path: PayloadPath }
  /** `...` elsewhere than as the only member of an array element, or with no string (§4.2.4.2). */
  | { readonly code: 'sd.ellipsisMisplaced'; readonly path: PayloadPath }
  | { readonly code: 'sd.tooManyDisclosures'; readonly limit: number }
  /** Disclosures within disclosures beyond the depth that is read. */
  | { readonly code: 'sd.tooDeep'; readonly limit: number };

export type SdJwtNote =
  /** The same disclosure stands there before (RFC 9901 §4). */
  | { readonly code: 'sd.disclosureRepeated'; readonly index: number }
  /** Two disclosures share their salt (§4.2.1). */
  | { readonly code: 'sd.saltRepeated'; readonly index: number }
  /** `_sd_alg` within the payload counts for nothing (§4.1.1). */
  | { readonly code: 'sd.hashNested'; readonly path: PayloadPath };
