import { createHmac } from 'node:crypto';
import { segment } from '../../../support/aToken';
import type { Hostile, MadeToken, Row } from '../hostile';

/** The secret that signs what can be signed, so that hostile tokens are seen with a valid signature too. */
export const corpusSecret = 'a secret of the hostile corpus, which is long enough';

export const plainHeader = '{"alg":"HS256","typ":"JWT"}';

/** A compact JWS of texts as they are, signed as HS256 whatever its header says. */
export function signed(header: string, payload: string): MadeToken {
  const input = `${segment(header)}.${segment(payload)}`;
  return {
    text: `${input}.${createHmac('sha256', corpusSecret).update(input).digest('base64url')}`,
    payload,
  };
}

/** Tokens of payloads. */
export function ofPayloads(rows: readonly Row<() => string>[]): readonly Hostile<MadeToken>[] {
  return rows.map(([name, about, payload]) => ({ name, about, make: () => signed(plainHeader, payload()) }));
}

/** Tokens of headers. */
export function ofHeaders(rows: readonly Row<() => string>[]): readonly Hostile<MadeToken>[] {
  return rows.map(([name, about, header]) => ({
    name,
    about,
    make: () => signed(header(), '{"sub":"42","exp":1516239022}'),
  }));
}

/** Tokens as texts. */
export function ofTexts(rows: readonly Row<() => string>[]): readonly Hostile<MadeToken>[] {
  return rows.map(([name, about, text]) => ({ name, about, make: () => ({ text: text() }) }));
}
