import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Every source file, with the source files it imports, types included. */
function importGraph(): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file))
    .filter((file) => file.endsWith('.ts'));
  const known = new Set(files);
  return new Map(
    files.map((file) => [
      file,
      [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
        .map(([, path]) => join(dirname(file), `${path}.ts`))
        .filter((path) => known.has(path)),
    ]),
  );
}

/** One circle of imports, as the files on it; undefined where there is none. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}

describe('the house', () => {
  const graph = importGraph();

  it('has no circle of imports, not even of types', () => {
    assert.equal(findCircle(graph)?.join(' -> '), undefined);
  });

  it('has arrows in one direction: core <- protocol <- host | inspector | workers', () => {
    const allowed: Readonly<Record<string, readonly string[]>> = {
      core: ['core'],
      protocol: ['protocol', 'core'],
      host: ['host', 'protocol', 'core'],
      inspector: ['inspector', 'protocol', 'core'],
      workers: ['workers', 'protocol', 'core'],
      'extension.ts': ['host', 'core'],
    };
    const place = (file: string): string => file.split(/[\\/]/)[1];
    for (const [file, imports] of graph) {
      for (const imported of imports) {
        assert.ok(allowed[place(file)].includes(place(imported)), `${file} -> ${imported}`);
      }
    }
  });

  it('has no file over 350 lines', () => {
    for (const file of graph.keys()) {
      const lines = readFileSync(file, 'utf8').split('\n').length;
      assert.ok(lines <= 350, `${file}: ${lines} lines`);
    }
  });
});
