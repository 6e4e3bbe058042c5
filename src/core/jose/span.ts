/** A half-open range of UTF-16 offsets into the text it speaks of. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether the offset lies in the span or at either of its edges. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
