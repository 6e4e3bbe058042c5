import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scanTokens } from '../../src/core/detect/scan';
import type { TokenSpan } from '../../src/core/detect/tokenSpan';
import type { CaseResult } from './runner';

/** What `token-detection/1` holds, as far as the runner reads it. */
interface DetectionFile {
  readonly files: readonly { readonly file: string; readonly items: readonly DetectionItem[] }[];
}
interface DetectionItem {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly expect: 'detect' | 'ignore' | 'either';
  readonly level: 'core' | 'extended';
  readonly kind: string;
}

/**
 * Runs a `token-detection/1` file: every `core` token is found with exactly its span and kind, nothing is found where
 * a look-alike stands, and nothing where nothing is listed.
 */
export async function* runTokenDetection(
  file: unknown,
  place: { readonly folder: string },
): AsyncGenerator<CaseResult> {
  for (const document of (file as DetectionFile).files) {
    const text = await readFile(join(place.folder, document.file), 'utf8');
    const found = scanTokens(text);
    for (const item of document.items) yield judgeItem(item, found);
    yield judgeStrays(document.file, document.items, found);
  }
}

function judgeItem(item: DetectionItem, found: readonly TokenSpan[]): CaseResult {
  const touching = found.filter((span) => overlaps(span, item));
  const got = touching.map(describe).join(', ') || 'nothing';
  if (item.expect === 'either') return { id: item.id, passed: true, got, leftOut: 'either answer will do' };
  if (item.level === 'extended')
    return { id: item.id, passed: true, got, leftOut: `extended: ${item.expect}` };
  if (item.expect === 'ignore')
    return { id: item.id, passed: touching.length === 0, expected: 'nothing', got };
  return { id: item.id, passed: got === describe(item), expected: describe(item), got };
}

function judgeStrays(name: string, items: readonly DetectionItem[], found: readonly TokenSpan[]): CaseResult {
  const strays = found.filter((span) => !items.some((item) => overlaps(span, item)));
  return {
    id: `${name}#unlisted`,
    passed: strays.length === 0,
    expected: 'nothing found where nothing is listed',
    got: strays.map(describe).join(', '),
  };
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function describe(span: { start: number; end: number; kind: string }): string {
  return `${span.kind} ${span.start}-${span.end}`;
}
