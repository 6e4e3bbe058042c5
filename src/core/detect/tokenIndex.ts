import { scanTokens } from './scan';
import type { TokenKind } from './tokenSpan';

/** A token by lines and characters, both counted from 0, in UTF-16 units. */
export interface LinedToken {
  readonly kind: TokenKind;
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** A text that is asked for in lines: an editor's document, which would rather not join all of itself. */
export interface LinedText {
  readonly lineCount: number;
  lineLength(line: number): number;
  /** The lines `first` to `last`, both included, joined by whatever ends lines there. */
  lines(first: number, last: number): string;
  /** The first line behind `line` such that from `line` to it there are at most about so many characters; `lineCount` at the end. */
  blockEnd(line: number, characters: number): number;
}

/** One edit, in lines of the text as the edits before it left it. */
export interface LineEdit {
  readonly startLine: number;
  readonly endLine: number;
  /** How many line ends the new text has. */
  readonly addedLines: number;
}

/** Characters scanned in one step: a fraction of a millisecond. */
const blockCharacters = 131_072;
/** Longer lines are no text that people write; what explains one token looks at them in windows instead. */
export const longestLine = 262_144;
/** How far around a seam or an edit a JSON serialization is looked for: lines on each side, and characters in all. */
const contextLines = 100;
const contextCharacters = 65_536;
/** What is touched by an edit is looked at there and then up to so many characters; else it waits for the next steps. */
const editCharacters = 262_144;
/** Edits of one event that are followed one by one. */
const mostEdits = 200;

interface Lines {
  readonly first: number;
  readonly last: number;
}

/**
 * Where the tokens of a text are, kept up to date while the text is edited: the first scan goes step by step, an edit
 * costs what its lines cost, whatever the size of the text. Lines over `longestLine` are left out; a JSON serialization is
 * found if it lies within about a hundred lines.
 */
export class TokenIndex {
  #tokens: LinedToken[] = [];
  /** The first line not scanned yet. */
  #next = 0;

  /** What is known so far, in the order of the text. */
  get tokens(): readonly LinedToken[] {
    return this.#tokens;
  }

  isComplete(text: LinedText): boolean {
    return this.#next >= text.lineCount;
  }

  /** Scans a next part of the text; a fraction of a millisecond. */
  step(text: LinedText): void {
    const first = this.#next;
    if (first >= text.lineCount) return;
    const end = text.blockEnd(first, blockCharacters);
    this.#next = end;
    if (text.lineLength(first) > longestLine) return;
    const block = text.lines(first, end - 1);
    for (const token of linedTokens(block, first)) this.#tokens.push(token);
    if (first > 0 && hasTellingMember(block.slice(0, contextCharacters))) this.#rescanSeam(first, text);
    // What begins here may end in the next block, which looks back only for what tells of it.
    if (end < text.lineCount && hasTellingMember(block.slice(-contextCharacters)))
      this.#rescanSeam(end, text);
  }

  /** Follows edits, in their order; `text` is the text after all of them. */
  edit(edits: readonly LineEdit[], text: LinedText): void {
    if (edits.length > mostEdits) {
      this.#tokens = [];
      this.#next = 0;
      return;
    }
    let dirty: Lines[] = [];
    for (const edit of edits) dirty = this.#shift(edit, dirty);
    for (const { first, last } of dirty) {
      const end = Math.min(last, text.lineCount - 1);
      if (first < this.#next) this.#rescan(this.#withContext({ first, last: end }, text), text);
    }
  }

  /** Moves what stands behind an edit and forgets what it touched; answers which lines to look at, with those of before. */
  #shift({ startLine, endLine, addedLines }: LineEdit, before: readonly Lines[]): Lines[] {
    const delta = addedLines - (endLine - startLine);
    const kept: LinedToken[] = [];
    let touched: Lines = { first: startLine, last: endLine };
    for (const token of this.#tokens) {
      if (token.endLine < startLine) kept.push(token);
      else if (token.line > endLine) kept.push(delta === 0 ? token : moved(token, delta));
      else touched = union(touched, { first: token.line, last: token.endLine });
    }
    this.#tokens = kept;
    this.#next = endLine >= this.#next ? Math.min(this.#next, startLine) : this.#next + delta;
    const dirty: Lines[] = [];
    for (const lines of before) {
      if (lines.last < touched.first) dirty.push(lines);
      else if (lines.first > touched.last)
        dirty.push({ first: lines.first + delta, last: lines.last + delta });
      else touched = union(touched, lines);
    }
    dirty.push({ first: touched.first, last: Math.max(touched.first, touched.last + delta) });
    return dirty;
  }

  /** An edit may have completed a JSON serialization around it: then its surroundings are looked at too. */
  #withContext(lines: Lines, text: LinedText): Lines {
    const wide = widened(lines, text);
    return wide && hasTellingMember(text.lines(wide.first, wide.last)) ? wide : lines;
  }

  #rescanSeam(line: number, text: LinedText): void {
    const wide = widened({ first: line, last: line }, text);
    if (wide) this.#rescan(wide, text);
  }

  /** Looks at some lines anew, and at all of every token that reaches into them. */
  #rescan(lines: Lines, text: LinedText): void {
    let { first, last } = lines;
    for (const token of this.#tokens)
      if (token.line <= last && token.endLine >= first) {
        first = Math.min(first, token.line);
        last = Math.max(last, token.endLine);
      }
    if (charactersIn(first, last, text) > editCharacters) {
      // Too much for one go. What is behind is looked at again, step by step.
      this.#tokens = this.#tokens.filter((token) => token.endLine < first);
      this.#next = Math.min(this.#next, first);
      return;
    }
    const found: LinedToken[] = [];
    for (let line = first; line <= last; line++) {
      const start = line;
      while (line <= last && text.lineLength(line) <= longestLine) line++;
      if (line > start)
        for (const token of linedTokens(text.lines(start, line - 1), start)) found.push(token);
    }
    const before = this.#tokens.filter((token) => token.endLine < first);
    const after = this.#tokens.filter((token) => token.line > last);
    this.#tokens = before.concat(found, after);
  }
}

function hasTellingMember(text: string): boolean {
  return text.includes('"signature') || text.includes('"ciphertext"');
}

/** Lines with their context; undefined where that is too long to be looked at. */
function widened({ first, last }: Lines, text: LinedText): Lines | undefined {
  let from = Math.min(first, text.lineCount - 1);
  let to = Math.min(last, text.lineCount - 1);
  let characters = charactersIn(from, to, text);
  if (characters > contextCharacters) return undefined;
  for (let n = 0; n < contextLines && from > 0; n++) {
    characters += text.lineLength(from - 1);
    if (characters > contextCharacters) break;
    from--;
  }
  for (let n = 0; n < contextLines && to < text.lineCount - 1; n++) {
    characters += text.lineLength(to + 1);
    if (characters > 2 * contextCharacters) break;
    to++;
  }
  return { first: from, last: to };
}

/** How many characters some lines have, counted no further than matters. */
function charactersIn(first: number, last: number, text: LinedText): number {
  let characters = 0;
  for (let line = first; line <= last && characters <= editCharacters; line++)
    characters += Math.min(text.lineLength(line), longestLine) + 1;
  return characters;
}

function moved(token: LinedToken, delta: number): LinedToken {
  return { ...token, line: token.line + delta, endLine: token.endLine + delta };
}

function union(one: Lines, other: Lines): Lines {
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
}

/** The tokens of some lines that begin with line `first` of the whole. */
function linedTokens(text: string, first: number): readonly LinedToken[] {
  let line = first;
  let lineStart = 0;
  const moveTo = (offset: number): void => {
    for (let end = text.indexOf('\n', lineStart); end !== -1 && end < offset;) {
      line++;
      lineStart = end + 1;
      end = text.indexOf('\n', lineStart);
    }
  };
  return scanTokens(text).map(({ start, end, kind }) => {
    moveTo(start);
    const begin = { line, character: start - lineStart };
    moveTo(end);
    return { kind, ...begin, endLine: line, endCharacter: end - lineStart };
  });
}
