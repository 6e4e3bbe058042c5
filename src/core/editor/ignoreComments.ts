import { isRemarkCode, type RemarkCode } from './remark';

const mark = 'claimcheck-ignore';
const nextLineMark = 'claimcheck-ignore-next-line';
const fileMark = 'claimcheck-ignore-file';

/** Lines at the top of a file in which the mark for the whole file counts. */
export const fileMarkLines = 10;

/** What a comment says not to remark on. */
export type Ignored = 'all' | ReadonlySet<RemarkCode>;
const nothing: Ignored = new Set();

/** What is ignored on a line, by a mark on it (`claimcheck-ignore`) or above it (`claimcheck-ignore-next-line`), with the codes of rules behind it or none for all. */
export function ignoredOn(line: string, lineAbove: string | undefined): Ignored {
  const here = codesBehind(line, mark);
  const above = lineAbove === undefined ? undefined : codesBehind(lineAbove, nextLineMark);
  if (here === 'all' || above === 'all') return 'all';
  if (!here || !above) return here ?? above ?? nothing;
  return new Set([...here, ...above]);
}

/** What the first lines of a file say to ignore in all of it (`claimcheck-ignore-file`). */
export function ignoredInFile(firstLines: string): Ignored {
  for (const line of firstLines.split('\n', fileMarkLines)) {
    const ignored = codesBehind(line, fileMark);
    if (ignored) return ignored;
  }
  return nothing;
}

export function isIgnored(code: RemarkCode, ...ignored: readonly Ignored[]): boolean {
  return ignored.some((one) => one === 'all' || one.has(code));
}

/** The comment that makes all, or some rules, be ignored on the line below. */
export function ignoreComment(codes: readonly RemarkCode[] = []): string {
  return [nextLineMark, codes.join(', ')].filter((part) => part !== '').join(' ');
}

/** A line that has the mark for the next line already, made to ignore more: some rules, or all of them; undefined where it has none. */
export function ignoreMoreOn(line: string, codes: readonly RemarkCode[] = []): string | undefined {
  const ignored = codesBehind(line, nextLineMark);
  if (ignored === undefined || ignored === 'all') return ignored === 'all' ? line : undefined;
  const [before = '', after = ''] = line.split(nextLineMark, 2);
  const reason = after.replace(/^(?:[\s,:;]*\w+)*/, (words) =>
    Array.from(words.matchAll(/[\s,:;]*\w+/g), ([word]) => word)
      .filter((word) => !isRemarkCode(word.replace(/\W/g, '')))
      .join(''),
  );
  const all = codes.length === 0 ? [] : [...new Set([...ignored, ...codes])];
  return `${before}${ignoreComment(all)}${reason}`;
}

/** Codes are read up to the first word that is none; what follows is a reason. */
function codesBehind(line: string, wanted: string): Ignored | undefined {
  for (let at = line.indexOf(wanted); at !== -1; at = line.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (/[\w-]/.test(line.charAt(end)) || /[\w-]/.test(line.charAt(at - 1))) continue;
    const codes = new Set<RemarkCode>();
    for (const [word] of line.slice(end, end + 500).matchAll(/[^\s,:;]+/g)) {
      if (!isRemarkCode(word)) break;
      codes.add(word);
    }
    return codes.size === 0 ? 'all' : codes;
  }
  return undefined;
}
