import { readBase64url } from '../encoding/base64url';
import { utf8Bytes } from '../encoding/bytes';
import type { Problem, SegmentName } from './problem';
import type { Span } from './span';
import type { Segment } from './token';

/** A text that is to be read as one segment, with its place in the token's text. */
export interface Part {
  readonly text: string;
  readonly span: Span;
}

/** The part of a text between two offsets. */
export function partOf(text: string, start: number, end: number): Part {
  return { text: text.slice(start, end), span: { start, end } };
}

/** Reads a part as base64url, leniently; tells each deviation with its place. */
export function readSegment(name: SegmentName, part: Part, problems: Problem[]): Segment {
  const { text, span } = part;
  const { bytes, deviations } = readBase64url(text);
  // A JSON string with escapes is longer in the token's text than its value: then only the whole has a place.
  const isVerbatim = span.end - span.start === text.length;
  const place = (at: number, length = 1): Span =>
    isVerbatim ? { start: span.start + at, end: span.start + at + length } : span;
  const { foreignAt, standard, padding, whitespace, impossibleLength, trailingBits } = deviations;
  if (foreignAt !== undefined) {
    const character = String.fromCodePoint(text.codePointAt(foreignAt) ?? 0);
    const facts = { segment: name, character };
    problems.push({ code: 'base64url.character', facts, span: place(foreignAt, character.length) });
  }
  if (standard)
    problems.push({
      code: 'base64url.standardAlphabet',
      facts: { segment: name, count: standard.count },
      span: place(standard.at),
    });
  if (padding)
    problems.push({
      code: 'base64url.padding',
      facts: { segment: name, count: padding.count },
      span: place(padding.at),
    });
  if (whitespace)
    problems.push({
      code: 'base64url.whitespace',
      facts: { segment: name, count: whitespace.count },
      span: place(whitespace.at),
    });
  if (impossibleLength !== undefined)
    problems.push({ code: 'base64url.length', facts: { segment: name, length: impossibleLength }, span });
  if (trailingBits) problems.push({ code: 'base64url.trailingBits', facts: { segment: name }, span });
  return { name, text, span, bytes, isStrict: Object.keys(deviations).length === 0 };
}

/** A payload segment under `b64: false` (RFC 7797): its own characters are the payload. Lone surrogates are no characters. */
export function readUnencodedSegment(part: Part): Segment {
  const { text, span } = part;
  return { name: 'payload', text, span, bytes: utf8Bytes(text), isStrict: !/\p{Surrogate}/u.test(text) };
}
