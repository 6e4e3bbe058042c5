import type { JsonNode } from '../../core/encoding/jsonNode';

/** Objects and lists up to so many characters, written compactly, stand on one line; longer ones fold. */
const longestLine = 60;

/** The value as JSON on one line, if it is short; looks no further than it must to know, and no deeper. */
export function shortLine(node: JsonNode): string | undefined {
  let rest = longestLine;
  const take = (text: string): string | undefined => {
    rest -= text.length;
    return rest < 0 ? undefined : text;
  };
  const list = (texts: Iterable<() => string | undefined>): readonly string[] | undefined => {
    const written: string[] = [];
    for (const write of texts) {
      const one = take(', ') === undefined ? undefined : write();
      if (one === undefined) return undefined;
      written.push(one);
    }
    return written;
  };
  const line = (one: JsonNode): string | undefined => {
    if (one.type === 'object') {
      const members = list(
        one.members.map(({ name, value }) => () => {
          const before = take(name.length > rest ? name : `${JSON.stringify(name)}: `);
          const after = before === undefined ? undefined : line(value);
          return before === undefined || after === undefined ? undefined : before + after;
        }),
      );
      return members && (members.length === 0 ? '{}' : `{ ${members.join(', ')} }`);
    }
    if (one.type === 'array') {
      const items = list(one.items.map((item) => () => line(item)));
      return items && `[${items.join(', ')}]`;
    }
    if (one.type === 'number') return take(one.text);
    if (one.type === 'null') return take('null');
    return take(one.type === 'string' && one.value.length > rest ? one.value : JSON.stringify(one.value));
  };
  return line(node);
}
