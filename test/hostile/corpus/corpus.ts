import type { Hostile, MadeToken } from './hostile';
import { encryptedTokens } from './tokens/encrypted';
import { headerTokens } from './tokens/headers';
import { payloadTokens } from './tokens/payloads';
import { sdJwtTokens } from './tokens/sdJwts';
import { shapeTokens } from './tokens/shapes';
import { textTokens } from './tokens/ofTexts';

/** The tokens of the hostile corpus, by what of them is hostile. */
export const hostileTokens: Readonly<Record<string, readonly Hostile<MadeToken>[]>> = {
  'a hostile text': textTokens,
  'a hostile payload': payloadTokens,
  'a hostile header': headerTokens,
  'a hostile shape': shapeTokens,
  'a hostile SD-JWT': sdJwtTokens,
  'a hostile JWE': encryptedTokens,
};
