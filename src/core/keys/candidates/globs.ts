/** Alternatives one glob may stand for, at most. */
const limit = 256;

/**
 * The globs that a glob with braces stands for, nested ones included: `*.{pem,{jwk,jwks}}` gives three. VS Code takes one
 * level of braces only, so joining globs needs them spelled out. A glob with too many alternatives, or with braces that
 * do not match, is left as it is.
 */
export function expandBraces(glob: string): readonly string[] {
  const done: string[] = [];
  const waiting = [glob];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const span = innermost(next);
    if (!span) done.push(next);
    else {
      const [head, tail] = [next.slice(0, span.start), next.slice(span.end + 1)];
      for (const one of next.slice(span.start + 1, span.end).split(',')) waiting.push(head + one + tail);
    }
    if (done.length + waiting.length > limit) return [glob];
  }
  // Inner braces are spelled out first, so that what stands beside them comes several times.
  return [...new Set(done)].reverse();
}

/** One glob that matches what any of them matches; undefined where there is none. */
export function anyOf(globs: readonly string[]): string | undefined {
  const all = [...new Set(globs.flatMap(expandBraces))];
  return all.length > 1 ? `{${all.join(',')}}` : all[0];
}

function innermost(glob: string): { readonly start: number; readonly end: number } | undefined {
  const end = glob.indexOf('}');
  const start = glob.lastIndexOf('{', end);
  return end < 0 || start < 0 ? undefined : { start, end };
}
