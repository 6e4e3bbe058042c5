import type { Inspection } from '../../core/inspect/inspection';
import { parseToken } from '../../core/jose/parseToken';
import type { KnownKey } from '../../core/keys/key';
import type { Disclosures } from '../../protocol/disclosuresShape';
import type { ShownContent, ShownReport } from '../../protocol/messages';
import type { FoundToken } from '../documents/foundToken';
import type { ChosenExpectations } from '../profiles/expectations';

/** A token that holds the one shown, and the way from it inward. */
export interface OuterToken {
  readonly found: FoundToken;
  readonly form: Inspection['form'];
  /** The claim the inner token stands in; empty where the whole payload or content is the token. */
  readonly step: string;
}

/** What is shown: all that a page which comes late must be told. Lives in memory only. */
export interface Shown {
  readonly found: FoundToken;
  /** The tokens around it, the outermost first. */
  readonly outer: readonly OuterToken[];
  /** The key the user picked; undefined where the fitting ones are tried. */
  readonly picked: KnownKey | undefined;
  /** What the user expects of it in place of what the settings say. */
  readonly chosen: ChosenExpectations | undefined;
  readonly verification: ShownReport['verification'];
  /** What the disclosures of an SD-JWT say, once they were looked at. */
  readonly disclosures: Disclosures | undefined;
  readonly content: ShownContent['content'];
  /** The text of the token an encrypted one holds, once it is decrypted. */
  readonly inside: string | undefined;
}

/** Tokens in tokens, at most. */
export const mostLayers = 20;

/** The token of a document that is shown, or that holds what is shown. */
export function outermost({ found, outer }: Shown): FoundToken {
  return outer[0]?.found ?? found;
}

/** Where to look for a token within the one shown. */
export interface InnerPlace {
  readonly from: 'payload' | 'content' | 'claim';
  /** The row of the claim. */
  readonly index?: number;
}

/** The token at a place within the one shown, and the step to it; undefined where there is none. */
export function innerToken(
  { inside }: Shown,
  inspection: Inspection,
  { from, index }: InnerPlace,
): { readonly text: string; readonly step: string } | undefined {
  const row = from === 'claim' ? inspection.claims[index ?? -1] : undefined;
  const text =
    from === 'content'
      ? inside
      : from === 'payload'
        ? inspection.payloadText?.trim()
        : row?.value.type === 'string'
          ? row.value.value
          : undefined;
  if (text === undefined || parseToken(text).kind === 'malformed') return undefined;
  return { text, step: row?.name ?? '' };
}
