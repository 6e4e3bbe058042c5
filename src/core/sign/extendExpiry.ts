import { readJson } from '../encoding/json';
import { memberOf } from '../encoding/jsonNode';
import { readNumericDate } from '../jose/numericDate';

/** A payload that lasts longer; or why it cannot. */
export type Extension =
  | { readonly payloadText: string; readonly exp: number }
  | { readonly fault: 'noClaims' | 'noExpiry' | 'notNumericDate' };

/**
 * The payload with its `exp` moved on: from where it is, or from now where that is later. Nothing else of the text changes.
 * `now` and `seconds` in seconds.
 */
export function extendExpiry(payloadText: string, now: number, seconds: number): Extension {
  const { node } = readJson(payloadText);
  if (node?.type !== 'object') return { fault: 'noClaims' };
  const member = memberOf(node, 'exp');
  if (!member) return { fault: 'noExpiry' };
  const current = readNumericDate(member);
  if (current === undefined) return { fault: 'notNumericDate' };
  const exp = Math.floor(Math.max(now, current)) + seconds;
  const { start, end } = member.span;
  return { payloadText: `${payloadText.slice(0, start)}${exp}${payloadText.slice(end)}`, exp };
}
