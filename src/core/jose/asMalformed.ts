import { joseHeaders } from './headers';
import type { Problem } from './problem';
import type { Span } from './span';
import type { DecodedJson, JoseHeader, MalformedToken, Segment, Token } from './token';

/** A token as part of a longer text: malformed as a whole, with its segments and problems where they stand in that text. */
export function asMalformed(inner: Token, text: string, offset: number): MalformedToken {
  const intended = inner.kind === 'malformed' ? inner.intended : inner;
  const header = inner.kind === 'malformed' ? inner.header : joseHeaders(inner)[0];
  const sdJwt = inner.kind === 'malformed' ? inner.sdJwt : undefined;
  return {
    kind: 'malformed',
    text,
    segments: segmentsOf(inner).map((segment) => movedSegment(segment, offset)),
    header: header && movedHeader(header, offset),
    payload: payloadOf(inner),
    ...(sdJwt ? { sdJwt } : {}),
    ...(intended ? { intended } : {}),
    problems: inner.problems.map((problem) => movedProblem(problem, offset)),
  };
}

/** The segments of a token in written order, where it has one signature or recipient; those of the first otherwise. */
export function segmentsOf(token: Token): readonly Segment[] {
  if (token.kind === 'malformed') return token.segments;
  const segments =
    token.kind === 'jws'
      ? [token.signatures[0].protected?.segment, token.payload.segment, token.signatures[0].signature]
      : [
          token.protected?.segment,
          token.recipients[0].encryptedKey,
          token.initializationVector,
          token.ciphertext,
          token.authenticationTag,
        ];
  return segments.filter((segment) => segment !== undefined);
}

function payloadOf(token: Token): DecodedJson | undefined {
  if (token.kind === 'malformed') return token.payload;
  return token.kind === 'jws' && token.payload.node ? token.payload : undefined;
}

function movedSegment(segment: Segment, offset: number): Segment {
  return { ...segment, span: movedSpan(segment.span, offset) };
}

function movedHeader(header: JoseHeader, offset: number): JoseHeader {
  return { ...header, segment: header.segment && movedSegment(header.segment, offset) };
}

function movedProblem(problem: Problem, offset: number): Problem {
  return problem.span ? { ...problem, span: movedSpan(problem.span, offset) } : problem;
}

function movedSpan(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}
