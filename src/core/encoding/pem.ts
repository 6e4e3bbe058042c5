import type { Span } from '../jose/span';

/** What stands between a BEGIN line and its END line (RFC 7468; RFC 4716 for SSH2 blocks). */
export interface PemBlock {
  readonly label: string;
  /** From the BEGIN line to the end of the END line, in UTF-16 units of the text read. */
  readonly span: Span;
  /** 1-based line of BEGIN. */
  readonly line: number;
  /** `Proc-Type`, `DEK-Info`, `Comment` and their like, by lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  /** The rest, without line breaks, indentation, quotes and the like around the lines: base64, if all is well. */
  readonly body: string;
}

export interface PemFault {
  readonly code: 'missingBegin' | 'missingEnd' | 'labelMismatch';
  readonly label: string;
  /** What the END line says, where the labels differ. */
  readonly end?: string;
  readonly line: number;
}

export interface PemReading {
  readonly blocks: readonly PemBlock[];
  /** The first few. */
  readonly faults: readonly PemFault[];
  /** There are more blocks than were read. */
  readonly isCut: boolean;
}

const blockLimit = 500;
const faultLimit = 20;
/** Lines one header may go on for. */
const continuationLimit = 20;

const marker =
  /-----(BEGIN|END) ([A-Za-z0-9][A-Za-z0-9 ._/-]{0,63}?) ?-----|---- (BEGIN|END) (SSH2 [A-Z0-9 ]{1,40}) ----/g;

interface Marker {
  readonly isBegin: boolean;
  readonly label: string;
  readonly span: Span;
  readonly line: number;
}

/**
 * Finds the blocks of a text, wherever they stand in it: indented, quoted, in one line with `\n` written out, with any
 * line ends. Never throws; linear in the text.
 */
export function readPem(text: string): PemReading {
  const blocks: PemBlock[] = [];
  const faults: PemFault[] = [];
  const fault = (code: PemFault['code'], { label, line }: Marker, end?: string): void => {
    if (faults.length < faultLimit) faults.push({ code, label, line, ...(end === undefined ? {} : { end }) });
  };
  let open: Marker | undefined;
  for (const found of markersOf(text)) {
    if (blocks.length === blockLimit || faults.length === faultLimit) return { blocks, faults, isCut: true };
    if (found.isBegin) {
      if (open) fault('missingEnd', open);
      open = found;
      continue;
    }
    if (!open) fault('missingBegin', found);
    else if (open.label !== found.label) fault('labelMismatch', open, found.label);
    else blocks.push(blockOf(text, open, found));
    open = undefined;
  }
  if (open) fault('missingEnd', open);
  return { blocks, faults, isCut: false };
}

function* markersOf(text: string): Generator<Marker> {
  let line = 1;
  let at = 0;
  for (const match of text.matchAll(marker)) {
    const start = match.index;
    const [whole, begin, label = '', otherBegin, otherLabel = ''] = match;
    line += countLineEnds(text, at, start);
    at = start;
    yield {
      isBegin: (begin ?? otherBegin) === 'BEGIN',
      label: (label || otherLabel).trim(),
      span: { start, end: start + whole.length },
      line,
    };
  }
}

/** Line ends in a part of a text: LF, CRLF and CR alone. */
export function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) count++;
  }
  return count;
}

function blockOf(text: string, begin: Marker, end: Marker): PemBlock {
  const lines = bodyLines(text.slice(begin.span.end, end.span.start));
  const { headers, count } = readHeaders(lines);
  return {
    label: begin.label,
    span: { start: begin.span.start, end: end.span.end },
    line: begin.line,
    headers,
    body: lines.slice(count).map(withoutWrapping).join(''),
  };
}

/** Lines of a body; a line break may be written out as an escape, and a slash of JSON too. */
function bodyLines(body: string): string[] {
  return (
    body
      .replace(/\\{1,4}r\\{1,4}n|\\{1,4}[rn]/g, '\n')
      .replaceAll('\\/', '/')
      // Headers keep lines of their own even where the whole block was put in one line.
      .replace(
        /(Proc-Type:[ ]{0,4}4,[ ]{0,4}ENCRYPTED)\s{1,8}(DEK-Info:[ ]{0,4}[\w-]{1,40},[0-9A-Fa-f]{1,64})\s/,
        '\n$1\n$2\n',
      )
      .split(/\r\n|\r|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
  );
}

const header = /^(?:["'`#>]\s?)?([A-Za-z][A-Za-z0-9-]{0,63}):\s?(.*)$/;

/** Header lines (RFC 1421 §4.6, RFC 4716 §3.3); a backslash at the end continues one on the next line. */
function readHeaders(lines: readonly string[]): { headers: Map<string, string>; count: number } {
  const headers = new Map<string, string>();
  let count = 0;
  for (let line = lines[0]; line !== undefined; line = lines[count]) {
    const match = header.exec(line);
    if (!match) break;
    count++;
    const [, name = '', text = ''] = match;
    let value = text;
    for (let more = 0; more < continuationLimit && value.endsWith('\\'); more++)
      value = value.slice(0, -1) + (lines[count++] ?? '');
    headers.set(name.toLowerCase(), value.replace(/^"(.*)"$/, '$1').trim());
  }
  return { headers, count };
}

/** A body line without white space, and without the quotes, comment marks and operators of the text it stands in. */
function withoutWrapping(line: string): string {
  // What is left of a string literal whose line break was written out.
  if (/^["'`][\s+,.;)]{0,8}$/.test(line)) return '';
  return line
    .replace(/^(?:\+\s?["'`]|["'`#>*|])/, '')
    .replace(/["'`][\s+,.;)]{0,8}$|\\$/, '')
    .replace(/\s/g, '');
}

/** PEM text around base64: 64 characters a line (RFC 7468 §3); OpenSSH writes 70. */
export function pemText(label: string, base64: string, width = 64): string {
  const lines = base64.replace(new RegExp(`.{${width}}(?=.)`, 'g'), '$&\n');
  return [`-----BEGIN ${label}-----`, lines, `-----END ${label}-----`, ''].join('\n');
}
