import { readJson, type JsonProblem } from '../encoding/json';
import type { JsonObject } from '../encoding/jsonNode';
import { looksLikeJwe, readJsonJwe } from './jsonJwe';
import { looksLikeJws, readJsonJws } from './jsonJws';
import { SerializationReader } from './jsonMembers';
import { tokenLimits } from './limits';
import type { Problem } from './problem';
import { jsonProblem, readDecodedJson } from './readDecodedJson';
import { beginsLikeJson } from './readPayload';
import type { MalformedToken, Segment, Token } from './token';

/** Reads a text that begins with `{` as a flattened or general JSON serialization (RFC 7515 §7.2, RFC 7516 §7.2). */
export function readJsonSerialization(text: string): Token {
  const { node, partial, problems: found } = readJson(text);
  const root = node ?? partial;
  const reader = new SerializationReader(text, []);
  const token = node?.type === 'object' ? readObject(reader, node) : undefined;
  const result = token ?? readMalformed(reader, root?.type === 'object' ? root : undefined);
  const placed = found.map((problem) => placedProblem(problem, reader));
  return { ...result, problems: placed.concat(reader.problems).slice(0, tokenLimits.problems) };
}

function readObject(reader: SerializationReader, root: JsonObject): Token | undefined {
  reader.wantSingle(root);
  if (looksLikeJwe(root)) return readJsonJwe(reader, root);
  if (looksLikeJws(root)) return readJsonJws(reader, root);
  reader.fault('signature', 'string', root.span);
  return undefined;
}

/** Whatever can be shown of an object that makes no token. */
function readMalformed(reader: SerializationReader, root: JsonObject | undefined): MalformedToken {
  // Its problems were told when it was read as what it seemed to be; a text cut off has not been read so far.
  const silent = new SerializationReader(reader.text, []);
  const header = root && silent.protectedHeader(root);
  const payload = root && silent.segment(root, 'payload', 'payload');
  const signature = root && silent.segment(root, 'signature', 'signature');
  const segments = [header?.segment, payload, signature].filter(
    (segment): segment is Segment => segment !== undefined && segment.text !== '',
  );
  return {
    kind: 'malformed',
    text: reader.text,
    segments,
    header: header?.object ? header : undefined,
    payload:
      payload?.bytes && beginsLikeJson(payload.bytes)
        ? readDecodedJson('payload', payload.bytes, payload.span, reader.problems)
        : undefined,
    problems: [],
  };
}

/** A fault of the serialization's own JSON has its exact place in the token's text. */
function placedProblem(problem: JsonProblem, reader: SerializationReader): Problem {
  const { offset } = problem;
  const end = problem.code === 'duplicateName' ? problem.end : Math.min(offset + 1, reader.text.length);
  const isInHeader = reader.unprotected.some(({ start, end: last }) => start <= offset && offset < last);
  return jsonProblem(problem, isInHeader ? 'unprotectedHeader' : 'unknown', { start: offset, end });
}
