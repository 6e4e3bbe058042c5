import { scanTokens } from '../detect/scan';
import { readJson } from '../encoding/json';
import { writePretty } from '../encoding/writeJson';
import { joseHeaders } from '../jose/headers';
import { parseToken } from '../jose/parseToken';
import { redactToken } from './redactToken';

/** Characters of a clipboard that are looked at; a token more is left as it stands. */
const longestText = 2_000_000;

/** A text with every token in it redacted; undefined where there is none, or it is too long to be sure. */
export function redactedText(text: string): string | undefined {
  const spans = text.length > longestText ? [] : scanTokens(text);
  if (spans.length === 0) return undefined;
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    const token = text.slice(start, end);
    result += text.slice(at, start) + (redactToken(parseToken(token)) ?? 'REDACTED');
    at = end;
  }
  return result + text.slice(at);
}

/** The first token in a text as JSON, header and payload, as they were written; undefined where there is none. */
export function decodedText(text: string): string | undefined {
  const [span] = text.length > longestText ? [] : scanTokens(text);
  if (!span) return undefined;
  const token = parseToken(text.slice(span.start, span.end));
  const [header] = joseHeaders(token);
  const payload = token.kind === 'jws' && !token.payload.isDetached ? token.payload.text : undefined;
  const members = [
    ...(header ? [`"header":${asJson(header.text)}`] : []),
    ...(payload === undefined ? [] : [`"payload":${asJson(payload)}`]),
  ];
  const { node } = readJson(`{${members.join()}}`);
  return node && writePretty(node);
}

/** JSON as it is, anything else as a JSON string. */
function asJson(text: string): string {
  return readJson(text).node ? text : JSON.stringify(text);
}
