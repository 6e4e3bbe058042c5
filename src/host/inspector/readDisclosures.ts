import { parseToken } from '../../core/jose/parseToken';
import { showSdJwt } from '../../core/present/sdJwtShown';
import type { Disclosures } from '../../protocol/disclosuresShape';
import type { Settings } from '../platform/settings';
import { words } from '../platform/words';

/** What the disclosures of a token and its key binding say; undefined for a token that is no SD-JWT. */
export async function readDisclosures(text: string, settings: Settings): Promise<Disclosures | undefined> {
  const token = parseToken(text);
  if (token.kind !== 'jws' || !token.sdJwt) return undefined;
  const shown = await showSdJwt(token, words(settings).translate);
  if (!shown) return undefined;
  const { disclosed, keyBinding, rows, problems } = shown;
  return {
    disclosed,
    ...(keyBinding ? { keyBinding } : {}),
    // The values are on the page already.
    rows: rows.map(({ place, status }) => ({ place, status })),
    problems,
  };
}
