import { hostileTexts } from '../../../core/present/hostileTexts';
import type { Hostile, MadeToken } from '../hostile';
import { signed } from './made';

/** A text at every place of a token where one can stand. */
export function tokenOfText(text: string): MadeToken {
  const header = { alg: 'HS256', kid: text, typ: text, jku: text, [text]: text };
  const claims = { [text]: text, sub: text, iss: [text], nested: { [text]: { [text]: [text] } }, exp: 1 };
  return signed(JSON.stringify(header), JSON.stringify(claims));
}

/** The same where readers are stopped: as algorithm, and as a name one must understand. */
function stoppingTokenOfText(text: string): MadeToken {
  return signed(JSON.stringify({ alg: text, enc: text, crit: [text], cty: text }), JSON.stringify([text]));
}

/** Every text that means harm, as header parameters and claims. */
export const textTokens: readonly Hostile<MadeToken>[] = hostileTexts.flatMap(([attempt, text]) => [
  {
    name: attempt,
    about: 'as kid, typ, jku, and as name and value of parameters and claims',
    make: () => tokenOfText(text),
  },
  {
    name: `${attempt}, where readers stop`,
    about: 'as alg, enc, crit and cty',
    make: () => stoppingTokenOfText(text),
  },
]);
