import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formats } from './formats';
import type { CaseResult, Runner } from './runner';

/** Characters of a value that are printed; the rest is cut. */
const printedLength = 200;

export interface ConformanceRequest {
  /** The vector files to run; undefined for every one of a known format below `folder`. */
  readonly files: readonly string[] | undefined;
  readonly folder: URL;
  readonly print: (line: string) => void;
  /** The formats understood; the real ones unless a test says otherwise. */
  readonly formats?: ReadonlyMap<string, Runner>;
}

interface Count {
  passed: number;
  failed: number;
  readonly leftOut: Map<string, number>;
}

/**
 * Runs vector files through the core and prints every failing case, a count for each file, and `N passed, M failed`
 * as the last line. Answers whether all is well: something ran and nothing failed. A file that cannot be read, has an
 * unknown format or holds no case counts as one failure.
 */
export async function conformance(request: ConformanceRequest): Promise<boolean> {
  const known = request.formats ?? formats;
  const files = request.files ?? (await vectorFiles(fileURLToPath(request.folder), known));
  const total = { passed: 0, failed: 0 };
  for (const file of files) {
    const count = await runFile(file, known, request.print);
    total.passed += count.passed;
    total.failed += count.failed;
  }
  if (total.passed + total.failed === 0) {
    request.print('FAILED: no test vectors were found');
    total.failed = 1;
  }
  request.print(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0;
}

async function runFile(
  file: string,
  known: ReadonlyMap<string, Runner>,
  print: (line: string) => void,
): Promise<Count> {
  const count: Count = { passed: 0, failed: 0, leftOut: new Map() };
  const name = relative(process.cwd(), file) || file;
  const fail = (reason: string): void => {
    count.failed++;
    print(`FAILED ${name}: ${cut(reason)}`);
  };
  try {
    const text = await readFile(file, 'utf8');
    const vectors: unknown = JSON.parse(text);
    const format = formatOf(vectors);
    const runner = format === undefined ? undefined : known.get(format);
    if (runner === undefined)
      fail(`unknown format ${format === undefined ? '(none)' : JSON.stringify(format)}`);
    else
      for await (const result of runner(vectors, { folder: dirname(file), text }))
        tally(result, count, print);
  } catch (error) {
    // Also what a runner throws: a case it cannot get through is a failure, and the other files still run.
    fail(error instanceof Error ? error.message : String(error));
  }
  if (count.passed + count.failed === 0) fail('no cases');
  print(`${name}: ${count.passed} passed, ${count.failed} failed${leftOutNote(count)}`);
  return count;
}

function tally(result: CaseResult, count: Count, print: (line: string) => void): void {
  if (result.leftOut !== undefined) {
    count.leftOut.set(result.leftOut, (count.leftOut.get(result.leftOut) ?? 0) + 1);
  } else if (result.passed) {
    count.passed++;
  } else {
    count.failed++;
    const expected = cut(result.expected ?? 'pass');
    print(`FAILED ${result.id}: expected ${expected}; got ${cut(result.got ?? 'nothing')}`);
  }
}

function leftOutNote(count: Count): string {
  if (count.leftOut.size === 0) return '';
  const rules = [...count.leftOut].map(([rule, cases]) => `${cases} (${rule})`);
  return `; left out by rule: ${rules.join(', ')}`;
}

/**
 * Every JSON file below the folder whose `format` is known, in a fixed order; other JSON is somebody's key or token.
 * A damaged file that names a known format is among them, so that it fails and is not passed over.
 */
async function vectorFiles(folder: string, known: ReadonlyMap<string, Runner>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.json')) continue;
    const file = join(entry.parentPath, entry.name);
    if (known.has(formatIn(await readFile(file, 'utf8')) ?? '')) found.push(file);
  }
  return found.sort();
}

function formatIn(text: string): string | undefined {
  try {
    return formatOf(JSON.parse(text));
  } catch {
    return /^\s*\{\s*"format"\s*:\s*"([^"]*)"/.exec(text)?.[1];
  }
}

function formatOf(vectors: unknown): string | undefined {
  if (typeof vectors !== 'object' || vectors === null || !('format' in vectors)) return undefined;
  return typeof vectors.format === 'string' ? vectors.format : undefined;
}

function cut(value: string): string {
  const line = value.replaceAll(/\s*[\r\n]\s*/g, ' ');
  return line.length > printedLength ? `${line.slice(0, printedLength)}… (${line.length} characters)` : line;
}
