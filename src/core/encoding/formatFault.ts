/**
 * Thrown between a binary reader and the door of the format that called it, and nowhere further: parsers of nested
 * formats would be unreadable if every octet could answer with a problem.
 */
export class FormatFault extends Error {
  readonly kind: 'truncated' | 'malformed';
  constructor(kind: 'truncated' | 'malformed') {
    super(kind);
    this.kind = kind;
  }
}
