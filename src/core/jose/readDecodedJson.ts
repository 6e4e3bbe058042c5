import type { Bytes } from '../encoding/bytes';
import { readJson, type JsonProblem } from '../encoding/json';
import { readUtf8 } from '../encoding/utf8';
import type { Problem, SegmentName } from './problem';
import type { Span } from './span';
import type { DecodedJson } from './token';

/** Reads octets as JSON text. Problems carry the segment's span and tell the place within the decoded text as facts. */
export function readDecodedJson(
  segment: SegmentName,
  bytes: Bytes,
  span: Span,
  problems: Problem[],
): DecodedJson {
  const { text, invalidAt, byteOrderMark } = readUtf8(bytes);
  if (invalidAt !== undefined)
    problems.push({ code: 'utf8.invalid', facts: { segment, octet: invalidAt }, span });
  if (byteOrderMark) problems.push({ code: 'utf8.byteOrderMark', facts: { segment }, span });
  const { node, partial, problems: found } = readJson(text);
  for (const problem of found) problems.push(jsonProblem(problem, segment, span));
  return { text, node, ...(partial ? { partial } : {}) };
}

/** A problem of JSON reading, as the problem of a segment. */
export function jsonProblem(problem: JsonProblem, segment: SegmentName, span: Span): Problem {
  switch (problem.code) {
    case 'syntax': {
      const { offset, line, column, expected } = problem;
      return { code: 'json.syntax', facts: { segment, offset, line, column, expected }, span };
    }
    case 'duplicateName':
      return { code: 'json.duplicateName', facts: { segment, name: problem.name }, span };
    case 'tooDeep':
      return { code: 'json.tooDeep', facts: { segment, limit: problem.limit }, span };
    case 'tooLarge':
      return { code: 'json.tooLarge', facts: { segment, limit: problem.limit }, span };
  }
}
