import { count, record, text } from '../../protocol/shape';

/** Where a token was, as the page remembers it over a restart: a document and an offset in it, and nothing of the token. */
export interface RememberedPlace {
  readonly uri: string;
  /** UTF-16 units from the document's start. */
  readonly offset: number;
}

const rememberedPlace = record({ uri: text, offset: count });

/** What VS Code kept for the page, if it is a place of ours. */
export function readRememberedPlace(state: unknown): RememberedPlace | undefined {
  return rememberedPlace(state) ? state : undefined;
}
