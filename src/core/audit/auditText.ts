import { scanTokens } from '../detect/scan';
import { ignoredInFile, ignoredOn, isIgnored } from '../editor/ignoreComments';
import { defaultLevels, type Level, type RemarkCode } from '../editor/remark';
import { remarksOn } from '../editor/remarksOn';
import { inspectToken } from '../inspect/inspectToken';
import { parseToken } from '../jose/parseToken';
import { stringMember } from '../encoding/jsonNode';
import { auditGroup, maskToken, type AuditEntry } from './auditEntry';

/** A file's text with where it is from. */
export interface AuditedFile {
  readonly path: string;
  readonly uri: string;
  readonly text: string;
}

export interface AuditOptions {
  /** Seconds since the epoch. */
  readonly moment: number;
  readonly levels?: Readonly<Record<RemarkCode, Level>>;
  /** Tokens of one file at most. */
  readonly most: number;
}

/** The tokens of a file, as far as no comment in it says to ignore them. Linear in the text; never throws. */
export function auditText(file: AuditedFile, options: AuditOptions): readonly AuditEntry[] {
  const { text } = file;
  const spans = scanTokens(text);
  if (spans.length === 0) return [];
  const inFile = ignoredInFile(text.slice(0, 10_000));
  if (inFile === 'all') return [];
  const entries: AuditEntry[] = [];
  const lines = new LineCounter(text);
  for (const { start, end } of spans) {
    if (entries.length === options.most) break;
    const from = lines.at(start);
    const to = lines.at(end);
    const above = from.lineStart > 0 ? lineAround(text, from.lineStart - 1) : undefined;
    const onLine = ignoredOn(lineAround(text, start), above);
    if (onLine === 'all') continue;
    const { entry, codes } = entryOf(file, text.slice(start, end), options);
    entries.push({
      ...entry,
      line: from.line,
      character: start - from.lineStart,
      endLine: to.line,
      endCharacter: end - to.lineStart,
      rules: codes.filter((code) => !isIgnored(code, inFile, onLine)),
    });
  }
  return entries;
}

type Entry = Omit<AuditEntry, 'line' | 'character' | 'endLine' | 'endCharacter' | 'rules'>;

function entryOf(
  { path, uri }: AuditedFile,
  text: string,
  { moment, levels = defaultLevels }: AuditOptions,
): { readonly entry: Entry; readonly codes: readonly RemarkCode[] } {
  const token = parseToken(text);
  const inspection = inspectToken(token, moment);
  const claims = token.kind === 'jws' ? token.payload.claims : undefined;
  const issuer = stringMember(claims, 'iss')?.slice(0, 200);
  const remarks = remarksOn(inspection, { levels, isKept: true });
  return {
    entry: {
      path,
      uri,
      group: auditGroup(inspection, path, issuer),
      masked: maskToken(text),
      alg: inspection.alg?.slice(0, 60),
      issuer,
      expires: inspection.times.find(({ claim }) => claim === 'exp')?.at,
    },
    codes: [...new Set(remarks.map(({ code }) => code))],
  };
}

/** Characters of a line that are looked at for comments, on each side. */
const longestLine = 100_000;

function lineAround(text: string, offset: number): string {
  const from = Math.max(0, offset - longestLine);
  const before = text.slice(from, offset);
  const after = text.slice(offset, offset + longestLine);
  const end = after.indexOf('\n');
  return before.slice(before.lastIndexOf('\n') + 1) + (end === -1 ? after : after.slice(0, end));
}

/** Tells the lines of offsets that only grow. */
class LineCounter {
  readonly #text: string;
  #line = 0;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  at(offset: number): { readonly line: number; readonly lineStart: number } {
    for (;;) {
      const end = this.#text.indexOf('\n', this.#lineStart);
      if (end === -1 || end >= offset) return { line: this.#line, lineStart: this.#lineStart };
      this.#line++;
      this.#lineStart = end + 1;
    }
  }
}
